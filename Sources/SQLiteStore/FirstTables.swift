extension Schema {
  /// The tables of the first migration, as they were when it shipped; what came later is in the timeline.
  ///
  /// Instants and durations are in milliseconds (`…_ms`, and all `…_at`, `…_deadline`), money is in whole won.
  static let firstTables = """
    CREATE TABLE house (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      kind TEXT NOT NULL CHECK (kind IN ('real', 'demonstration')),
      admission_epoch_at INTEGER NOT NULL,
      latest_at INTEGER NOT NULL,
      admitted_through_at INTEGER NOT NULL CHECK (admitted_through_at <= latest_at),
      last_ticket INTEGER NOT NULL CHECK (last_ticket >= 0),
      head INTEGER NOT NULL CHECK (head BETWEEN 0 AND last_ticket),
      anchor_boot_id TEXT NOT NULL,
      anchor_boot_ms INTEGER NOT NULL,
      anchor_at INTEGER NOT NULL,
      anchor_rate_thousandths INTEGER NOT NULL CHECK (anchor_rate_thousandths >= 0)
    ) STRICT;

    CREATE TABLE policy (
      id INTEGER PRIMARY KEY,
      since_at INTEGER NOT NULL,
      activation_period_ms INTEGER NOT NULL CHECK (activation_period_ms > 0),
      batch INTEGER NOT NULL CHECK (batch >= 0),
      max_active INTEGER CHECK (max_active >= 0),
      token_lifetime_ms INTEGER NOT NULL CHECK (token_lifetime_ms > 0),
      idle_limit_ms INTEGER NOT NULL CHECK (idle_limit_ms > 0 AND idle_limit_ms < token_lifetime_ms),
      hold_duration_ms INTEGER NOT NULL CHECK (hold_duration_ms > 0),
      max_holds_per_user INTEGER NOT NULL CHECK (max_holds_per_user > 0),
      max_charge INTEGER NOT NULL CHECK (max_charge > 0),
      balance_ceiling INTEGER NOT NULL CHECK (balance_ceiling > 0)
    ) STRICT;

    CREATE TABLE user (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL CHECK (length(name) > 0),
      balance INTEGER NOT NULL DEFAULT 0 CHECK (balance >= 0)
    ) STRICT;

    CREATE TABLE token (
      number INTEGER PRIMARY KEY,
      secret BLOB NOT NULL CHECK (length(secret) = 16),
      user_id INTEGER NOT NULL REFERENCES user (id),
      issued_at INTEGER NOT NULL,
      activated_at INTEGER,
      last_action_at INTEGER,
      lifetime_deadline INTEGER,
      idle_deadline INTEGER,
      -- The nearer deadline while active; NULL otherwise.
      live_deadline INTEGER,
      ended_at INTEGER,
      end_reason TEXT CHECK (end_reason IN ('paid', 'left', 'lifetime', 'idle')),
      CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
      CHECK ((activated_at IS NULL) = (lifetime_deadline IS NULL)),
      CHECK ((activated_at IS NULL) = (idle_deadline IS NULL)),
      CHECK ((activated_at IS NULL) = (last_action_at IS NULL)),
      CHECK ((live_deadline IS NOT NULL) = (activated_at IS NOT NULL AND ended_at IS NULL)),
      CHECK (activated_at IS NOT NULL OR end_reason IS NULL OR end_reason = 'left')
    ) STRICT;
    CREATE UNIQUE INDEX token_live_user ON token (user_id) WHERE ended_at IS NULL;
    CREATE INDEX token_user ON token (user_id);
    CREATE INDEX token_live_deadline ON token (live_deadline) WHERE live_deadline IS NOT NULL;

    -- Tokens that left while waiting, behind the head of the line.
    CREATE TABLE leaver (
      number INTEGER PRIMARY KEY REFERENCES token (number)
    ) STRICT;

    CREATE TABLE hall (
      id INTEGER PRIMARY KEY,
      name_ko TEXT NOT NULL,
      name_en TEXT NOT NULL,
      plan TEXT NOT NULL
    ) STRICT;

    CREATE TABLE seat (
      id INTEGER PRIMARY KEY,
      hall_id INTEGER NOT NULL REFERENCES hall (id),
      plan_id TEXT NOT NULL,
      section TEXT NOT NULL,
      row TEXT NOT NULL,
      number TEXT NOT NULL,
      tier TEXT NOT NULL,
      UNIQUE (hall_id, plan_id)
    ) STRICT;

    CREATE TABLE concert (
      id INTEGER PRIMARY KEY,
      title_ko TEXT NOT NULL,
      title_en TEXT NOT NULL,
      artist_ko TEXT NOT NULL,
      artist_en TEXT NOT NULL
    ) STRICT;

    CREATE TABLE session (
      id INTEGER PRIMARY KEY,
      concert_id INTEGER NOT NULL REFERENCES concert (id),
      hall_id INTEGER NOT NULL REFERENCES hall (id),
      start_at INTEGER NOT NULL,
      sale_opens_at INTEGER NOT NULL,
      sale_closes_at INTEGER NOT NULL CHECK (sale_closes_at > sale_opens_at)
    ) STRICT;

    CREATE TABLE session_price (
      session_id INTEGER NOT NULL REFERENCES session (id),
      tier TEXT NOT NULL,
      price INTEGER NOT NULL CHECK (price > 0),
      PRIMARY KEY (session_id, tier)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE reservation (
      id INTEGER PRIMARY KEY,
      user_id INTEGER NOT NULL REFERENCES user (id),
      token INTEGER NOT NULL REFERENCES token (number),
      session_id INTEGER NOT NULL,
      seat_id INTEGER NOT NULL,
      price INTEGER NOT NULL CHECK (price > 0),
      held_at INTEGER NOT NULL,
      deadline INTEGER NOT NULL CHECK (deadline > held_at),
      status TEXT NOT NULL CHECK (status IN ('held', 'confirmed', 'expired', 'released')),
      ended_at INTEGER,
      CHECK ((status = 'held') = (ended_at IS NULL)),
      CHECK (status <> 'confirmed' OR ended_at < deadline),
      CHECK (status <> 'expired' OR ended_at = deadline),
      FOREIGN KEY (session_id, seat_id) REFERENCES session_seat (session_id, seat_id)
    ) STRICT;
    CREATE UNIQUE INDEX reservation_seat ON reservation (session_id, seat_id) WHERE status IN ('held', 'confirmed');
    CREATE INDEX reservation_deadline ON reservation (deadline) WHERE status = 'held';
    CREATE INDEX reservation_user ON reservation (user_id);

    -- Available without a reservation; with one, held until `sold`.
    CREATE TABLE session_seat (
      session_id INTEGER NOT NULL REFERENCES session (id),
      seat_id INTEGER NOT NULL REFERENCES seat (id),
      version INTEGER NOT NULL DEFAULT 0,
      reservation_id INTEGER REFERENCES reservation (id),
      sold INTEGER NOT NULL DEFAULT 0 CHECK (sold IN (0, 1)),
      CHECK (sold = 0 OR reservation_id IS NOT NULL),
      PRIMARY KEY (session_id, seat_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX session_seat_taken ON session_seat (session_id, reservation_id) WHERE reservation_id IS NOT NULL;

    CREATE TABLE payment (
      id INTEGER PRIMARY KEY,
      reservation_id INTEGER NOT NULL UNIQUE REFERENCES reservation (id),
      user_id INTEGER NOT NULL REFERENCES user (id),
      amount INTEGER NOT NULL CHECK (amount > 0),
      paid_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE ledger (
      id INTEGER PRIMARY KEY,
      user_id INTEGER NOT NULL REFERENCES user (id),
      amount INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('opening', 'charge', 'payment')),
      payment_id INTEGER UNIQUE REFERENCES payment (id),
      entered_at INTEGER NOT NULL,
      CHECK ((kind = 'payment') = (payment_id IS NOT NULL)),
      CHECK ((kind = 'payment') = (amount < 0))
    ) STRICT;
    CREATE INDEX ledger_user ON ledger (user_id);

    CREATE TABLE request (
      user_id INTEGER NOT NULL REFERENCES user (id),
      use_case TEXT NOT NULL CHECK (use_case IN ('hold', 'pay', 'charge')),
      key TEXT NOT NULL,
      contents TEXT NOT NULL,
      answer TEXT NOT NULL,
      answered_at INTEGER NOT NULL,
      PRIMARY KEY (user_id, use_case, key)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE event (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      kind INTEGER NOT NULL,
      rule INTEGER NOT NULL,
      user_id INTEGER,
      token INTEGER,
      session_id INTEGER,
      seat_id INTEGER,
      reservation_id INTEGER,
      amount INTEGER,
      deadline INTEGER,
      reason TEXT
    ) STRICT;
    """
}
