/// Does what has fallen due: unpaid holds end (rule 10), active tokens end and waiting ones are admitted (rule 9).
/// In order of due instants; at one instant holds come first, then tokens' ends, then the admission; then by number.
/// Each is recorded at its due instant, so what is true never depends on who was watching.
enum Settlement {
  enum Item {
    case holdEnds(Reservation)
    case tokenEnds(QueueToken, QueueToken.Activity)
    case admission(at: Timestamp)

    var instant: Timestamp {
      switch self {
      case .holdEnds(let reservation): reservation.deadline
      case .tokenEnds(_, let activity): activity.deadline
      case .admission(let instant): instant
      }
    }
  }

  /// The next thing that will change by itself, nil when nothing will.
  static func next(in store: any StoreReader, policy: Policy) throws(BookingError) -> Item? {
    try next(in: store, policy: policy, admittedThrough: store.house().admittedThrough)
  }

  /// What became of all that was due.
  enum Outcome { case nothingWasDue, isDone, someIsLeft }

  /// Settles everything due at the desk's instant, but after `limit` items no more than the instant that it is at; what was
  /// done until then may be committed as it is: nothing that was due by the latest instant is left undone.
  static func run(at context: WriteContext, limit: Int) throws(BookingError) -> Outcome {
    let store = context.store
    var admittedThrough = try store.house().admittedThrough
    var latest: Timestamp?
    var settled = 0
    while let item = try next(in: store, policy: context.policy, admittedThrough: admittedThrough),
      item.instant <= context.now
    {
      if settled >= limit, let latest, item.instant > latest {
        try store.setLatest(latest, admittedThrough: admittedThrough)
        return .someIsLeft
      }
      switch item {
      case .holdEnds(let reservation):
        try end(reservation, in: store)
        settled += 1
      case .tokenEnds(let token, let activity):
        try end(token, activity, in: store)
        settled += 1
      case .admission(let instant):
        settled += try admit(at: instant, context)
      }
      // Admissions before this instant had nobody to admit, or they would have come first.
      if case .admission(let instant) = item {
        admittedThrough = instant
      } else {
        admittedThrough = max(admittedThrough, item.instant - .milliseconds(1))
      }
      latest = item.instant
    }
    guard latest != nil else { return .nothingWasDue }
    try store.setLatest(context.now, admittedThrough: context.now)
    return .isDone
  }

  private static func next(
    in store: any StoreReader, policy: Policy, admittedThrough: Timestamp
  ) throws(BookingError) -> Item? {
    var first: Item?
    if let hold = try store.nextHoldToEnd() { first = .holdEnds(hold) }
    if let token = try store.nextTokenToEnd(), let activity = token.activity,
      first.map({ activity.deadline < $0.instant }) ?? true
    {
      first = .tokenEnds(token, activity)
    }
    if try room(in: store, policy: policy) > 0 {
      let calendar = AdmissionCalendar(epoch: try store.house().admissionEpoch, period: policy.activationPeriod)
      let instant = calendar.next(after: admittedThrough)
      if first.map({ instant < $0.instant }) ?? true { first = .admission(at: instant) }
    }
    return first
  }

  /// How many the next admission would take: min(batch, waiting, places free under the cap).
  static func room(in store: any StoreReader, policy: Policy) throws(BookingError) -> Int64 {
    let wanted = min(policy.batch, try QueueLine(store).length())
    guard wanted > 0, let cap = policy.maxActive else { return wanted }
    return min(wanted, max(0, cap - (try store.activeTokens())))
  }

  private static func admit(at instant: Timestamp, _ context: WriteContext) throws(BookingError) -> Int {
    let count = try room(in: context.store, policy: context.policy)
    let tokens = try context.store.waitingTokens(after: context.store.house().head, count: count)
    for token in tokens { try activate(token.number, user: token.user, at: instant, context) }
    if let last = tokens.last {
      try context.store.setHead(last.number)
      try context.store.deleteLeavers(through: last.number)
    }
    return tokens.count
  }

  /// Makes a waiting token active; nothing when it does not wait.
  static func activate(
    _ number: TicketNumber, user: UserID, at instant: Timestamp, _ context: WriteContext
  ) throws(BookingError) {
    let activity = QueueToken.Activity(
      since: instant, lastAction: instant, lifetimeDeadline: instant + context.policy.tokenLifetime,
      idleDeadline: instant + context.policy.idleLimit)
    guard try context.store.activateToken(number, activity) == 1 else { return }
    try context.store.append(
      Event(.tokenActivated, at: instant, rule: 9).with {
        $0.user = user
        $0.token = number
        $0.deadline = activity.deadline
      })
  }

  private static func end(
    _ token: QueueToken, _ activity: QueueToken.Activity, in store: any StoreWriter
  ) throws(BookingError) {
    guard try store.endToken(token.number, at: activity.deadline, reason: activity.limit) == 1 else {
      throw .storage(.damaged)
    }
    try store.append(
      Event(.tokenEnded, at: activity.deadline, rule: 9).with {
        $0.user = token.user
        $0.token = token.number
        $0.reason = activity.limit
      })
  }

  private static func end(_ hold: Reservation, in store: any StoreWriter) throws(BookingError) {
    guard try store.expireReservation(hold.id, at: hold.deadline) == 1 else { throw .storage(.damaged) }
    // A seat that was not held by this reservation stays as it is, and `check` reports it: one bad row must not stop
    // the house.
    _ = try store.freeSeat(hold.seat, of: hold.session, reservation: hold.id)
    try store.append(Event(.holdExpired, at: hold.deadline, rule: 10).about(hold))
  }
}

extension Event {
  /// A copy that names a reservation and everything it belongs to.
  func about(_ hold: Reservation) -> Self {
    with {
      $0.user = hold.user
      $0.token = hold.token
      $0.session = hold.session
      $0.seat = hold.seat
      $0.reservation = hold.id
      $0.amount = hold.price
    }
  }
}
