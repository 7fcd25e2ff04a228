internal import GRDB

/// The tables, as a timeline of named migrations: only ever appended to, never edited once shipped.
/// The schema refuses what the rules forbid, so that a mistake of ours cannot be written.
enum Schema {
  /// In the file's header, so that other programs' databases are told from ours: "bxof".
  static let applicationID = 0x6278_6F66

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("house, queue, programme, reservations and money") { db in
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: firstTables)
    }
    // A hall's seats never change; counting fifty thousand of them at each look at the sessions took milliseconds.
    migrator.registerMigration("how many seats a hall has") { db in
      try db.execute(
        sql: """
          ALTER TABLE hall ADD COLUMN seat_count INTEGER NOT NULL DEFAULT 0;
          UPDATE hall SET seat_count = (SELECT COUNT(*) FROM seat WHERE hall_id = hall.id);
          """)
    }
    migrator.registerMigration("how long events are kept") { db in
      try db.execute(
        sql: """
          ALTER TABLE policy ADD COLUMN event_retention_ms INTEGER NOT NULL DEFAULT 604800000
            CHECK (event_retention_ms > 0);
          """)
    }
    // SQLite changes no CHECK of a table that is there, so the table is made anew.
    migrator.registerMigration("balances that are set by hand") { db in
      try db.execute(
        sql: """
          CREATE TABLE ledger_with_adjustments (
            id INTEGER PRIMARY KEY,
            user_id INTEGER NOT NULL REFERENCES user (id),
            amount INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('opening', 'charge', 'payment', 'adjustment')),
            payment_id INTEGER UNIQUE REFERENCES payment (id),
            entered_at INTEGER NOT NULL,
            CHECK ((kind = 'payment') = (payment_id IS NOT NULL)),
            CHECK (kind = 'adjustment' OR (kind = 'payment') = (amount < 0))
          ) STRICT;
          INSERT INTO ledger_with_adjustments SELECT id, user_id, amount, kind, payment_id, entered_at FROM ledger;
          DROP TABLE ledger;
          ALTER TABLE ledger_with_adjustments RENAME TO ledger;
          CREATE INDEX ledger_user ON ledger (user_id);
          """)
    }
    // Counting a tenth of a million rows at each look at one's place took milliseconds.
    migrator.registerMigration("how many left the line, in blocks") { db in
      try db.execute(
        sql: """
          CREATE TABLE leaver_block (
            size INTEGER NOT NULL CHECK (size IN (64, 4096, 262144)),
            block INTEGER NOT NULL CHECK (block >= 0),
            leavers INTEGER NOT NULL CHECK (leavers BETWEEN 0 AND size),
            PRIMARY KEY (size, block)
          ) STRICT, WITHOUT ROWID;
          INSERT INTO leaver_block
            SELECT size, number / size, COUNT(*)
            FROM leaver, (SELECT 64 AS size UNION SELECT 4096 UNION SELECT 262144) GROUP BY size, number / size;
          """)
    }
    // Who holds a seat is asked whether they released it; going through all that they ever held took a minute for who
    // held a hall.
    migrator.registerMigration("who released which seats") { db in
      try db.execute(
        sql: """
          CREATE INDEX reservation_released ON reservation (user_id, session_id, seat_id, deadline)
            WHERE status = 'released';
          """)
    }
    // Live tokens stand in an index of their own; who waits need not stand in another.
    migrator.registerMigration("one entry by user for a token") { db in
      try db.execute(
        sql: """
          DROP INDEX token_user;
          CREATE INDEX token_ended_user ON token (user_id) WHERE ended_at IS NOT NULL;
          """)
    }
    // Nobody asks what a seat is called in the file its hall came from, and keeping that unique took a sixth of the time in
    // which a new store is made. A hall's seats are numbered one after another: its first and how many they are say which.
    migrator.registerMigration("a hall's seats by its first") { db in
      try db.execute(
        sql: """
          CREATE TABLE labelled_seat (
            id INTEGER PRIMARY KEY,
            hall_id INTEGER NOT NULL REFERENCES hall (id),
            section TEXT NOT NULL,
            row TEXT NOT NULL,
            number TEXT NOT NULL,
            tier TEXT NOT NULL
          ) STRICT;
          INSERT INTO labelled_seat SELECT id, hall_id, section, row, number, tier FROM seat ORDER BY id;
          DROP TABLE seat;
          ALTER TABLE labelled_seat RENAME TO seat;
          ALTER TABLE hall ADD COLUMN first_seat_id INTEGER;
          UPDATE hall SET first_seat_id = seats.first
            FROM (SELECT hall_id, MIN(id) AS first FROM seat GROUP BY hall_id) AS seats
            WHERE seats.hall_id = hall.id;
          """)
    }
    // The wall clock and the suspension at the moment of the anchor, which bear the boot clock out later. Anchors of before
    // have neither.
    migrator.registerMigration("what bears an anchor out") { db in
      try db.execute(
        sql: """
          ALTER TABLE house ADD COLUMN anchor_wall_at INTEGER;
          ALTER TABLE house ADD COLUMN anchor_suspended_ms INTEGER
            CHECK ((anchor_suspended_ms IS NULL) = (anchor_wall_at IS NULL));
          """)
    }
    // Sessions that are there already were let into their halls whatever else was on.
    migrator.registerMigration("how long sessions last") { db in
      try db.execute(
        sql: """
          ALTER TABLE session ADD COLUMN length_ms INTEGER NOT NULL DEFAULT 7200000 CHECK (length_ms > 0);
          ALTER TABLE session ADD COLUMN may_overlap INTEGER NOT NULL DEFAULT 0 CHECK (may_overlap IN (0, 1));
          UPDATE session SET may_overlap = 1;
          """)
    }
    // What was set stands in the record too, so that a change of its row shows.
    migrator.registerMigration("what came into force with an event") { db in
      try db.execute(sql: "ALTER TABLE event ADD COLUMN particulars TEXT")
    }
    return migrator
  }
}
