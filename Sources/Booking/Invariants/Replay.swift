/// The event record, stepped through in order: what it tells of tokens and holds, and which event breaks a rule under the
/// policy then in force.
///
/// Where the record has been trimmed it starts amid the life of tokens and holds. What is not told is then taken from the
/// rows, and judged there; here only what follows.
struct Replay {
  /// A token as the record tells it.
  struct Told {
    let user: UserID
    let issuedAt: Timestamp
    var state: QueueToken.State
    /// Whether its idle limit is known: not until the first action under the longest limit, where the record begins
    /// later than the token's turn.
    var isIdleLimitKnown = true

    func isOf(_ token: QueueToken) -> Bool {
      guard user == token.user, issuedAt == token.issuedAt else { return false }
      return isIdleLimitKnown ? state == token.state : state.withoutIdleLimit == token.state.withoutIdleLimit
    }
  }

  var tokens: [TicketNumber: Told] = [:]
  var holds: [ReservationID: Reservation] = [:]
  private(set) var line: ReplayedLine
  private var faults: [Invariant: [String]] = [:]
  /// The number of policies set so far.
  private var policyCount = 0
  private var policies: PolicyHistory
  private var lastIssued: TicketNumber?
  private var liveTokens: [UserID: TicketNumber] = [:]
  /// Who paid last, and when.
  private var lastPaid: (user: UserID, at: Timestamp)?

  /// Nothing.
  init() {
    policies = PolicyHistory([])
    line = ReplayedLine()
  }

  init(of audit: Audit) {
    self.init()
    policies = audit.policies
    guard let first = audit.events.first else { return }
    if audit.recordStart != nil { startAmid(audit) }
    line.begin(at: audit.recordStart ?? first.at, isWhole: audit.recordStart == nil)
    for event in audit.events { step(event, in: audit) }
    noteUntold(audit.events)
    line.finish(by: audit.house.admittedThrough, policy)
  }

  func faults(of invariant: Invariant) -> [String] {
    (faults[invariant] ?? []) + line.faults.filter { $0.invariant == invariant }.map(\.place)
  }

  private mutating func note(_ invariant: Invariant, _ fault: String) { faults[invariant, default: []].append(fault) }

  /// The policy in force.
  var policy: PolicyHistory.Entry { policies.entries[min(max(policyCount, 1), policies.entries.count) - 1] }

  private mutating func step(_ event: Event, in audit: Audit) {
    line.pass(to: event, policy)
    switch event.kind {
    case .userAdded, .balanceOpened, .charged, .balanceSet: judgeMoney(event)
    case .programmeAdded, .priceSet: judgeProgramme(event)
    case .houseReset:
      expect(Event(.houseReset, at: event.at, rule: 0), event)
      if event.id != audit.events.first?.id { note(.recordIsComplete, "event \(event.id) cannot come after others") }
    case .policySet:
      expect(Event(.policySet, at: event.at, rule: 0).with { $0.particulars = event.particulars }, event)
      policyCount += 1
    case .tokenIssued: issue(event)
    case .tokenActivated: activate(event)
    case .tokenActed: act(event)
    case .idleLimitMoved: moveIdleLimit(event)
    case .tokenEnded: end(event)
    case .seatHeld: hold(event)
    case .holdReleased: end(event, rule: 5, .released(at: event.at))
    case .holdExpired: end(event, rule: 10, .expired(at: event.at))
    case .seatPaid:
      end(event, rule: 6, .confirmed(at: event.at))
      lastPaid = event.user.map { ($0, event.at) }
    }
  }

  /// Notes an event that tells anything else than what must have been.
  private mutating func expect(_ expected: Event, _ event: Event) {
    var expected = expected
    expected.id = event.id
    if expected != event { note(.recordIsComplete, "event \(event.id) does not tell what happened") }
  }

  /// Events tell what came into force from the version of the program on that first did.
  private mutating func noteUntold(_ events: [Event]) {
    guard let start = events.first(where: { $0.particulars != nil })?.at else { return }
    for event in events where event.particulars == nil && event.at >= start {
      guard [.policySet, .programmeAdded, .priceSet].contains(event.kind) else { continue }
      note(.recordIsComplete, "event \(event.id) does not tell what came into force")
    }
  }

  private mutating func refuse(_ event: Event, _ what: String) {
    note(.recordIsComplete, "event \(event.id) cannot have happened to \(what)")
  }
}

// MARK: - Where the record begins late

extension Replay {
  /// Takes from the rows how everything stood when the record begins.
  private mutating func startAmid(_ audit: Audit) {
    // Those set between the first event, of the house's beginning, and the next are told of no more.
    policyCount = max(0, audit.policies.entries.count - audit.events.count { $0.kind == .policySet })
    var firstOfToken: [TicketNumber: Event.Kind] = [:]
    var firstOfHold: [ReservationID: Event.Kind] = [:]
    for event in audit.events {
      if let hold = event.reservation {
        if firstOfHold[hold] == nil { firstOfHold[hold] = event.kind }
      } else if let token = event.token, firstOfToken[token] == nil {
        firstOfToken[token] = event.kind
      }
    }
    for token in audit.tokens {
      let first = firstOfToken[token.number]
      // What must be on record from its beginning was not there before.
      if first != nil || !audit.mustTell(of: token.issuedAt) { start(token, before: first) }
    }
    for hold in audit.reservations {
      guard let first = firstOfHold[hold.id], first != .seatHeld else { continue }
      holds[hold.id] = hold.asMade
    }
  }

  /// - Parameter first: the first that the record tells of it; nil for nothing.
  private mutating func start(_ token: QueueToken, before first: Event.Kind?) {
    var told = Told(user: token.user, issuedAt: token.issuedAt, state: token.state, isIdleLimitKnown: false)
    switch (first, token.lastActivity) {
    case (.tokenIssued, _): return
    case (nil, _): break
    case (.tokenActivated, _), (_, nil):
      told.state = .waiting
      told.isIdleLimitKnown = true
    case (_, let activity?): told.state = .active(activity)
    }
    line.start(token.number, told.state)
    if case .expired = told.state {} else { liveTokens[token.user] = token.number }
    if first != nil { tokens[token.number] = told }
  }
}

// MARK: - Tokens

extension Replay {
  private mutating func issue(_ event: Event) {
    guard let number = event.token, let user = event.user else { return refuse(event, "nobody") }
    expect(.of(.tokenIssued, number, user, at: event.at, rule: 1), event)
    defer { lastIssued = number }
    if tokens[number] != nil { return refuse(event, "token \(number)") }
    if let lastIssued, number.rawValue != lastIssued.rawValue + 1 {
      note(.ticketsAreConsecutive, "event \(event.id) issues token \(number) after token \(lastIssued)")
    }
    if let live = liveTokens[user] {
      note(.oneLiveTokenEach, "event \(event.id) issues token \(number) to user \(user), who has token \(live)")
    }
    liveTokens[user] = number
    tokens[number] = Told(user: user, issuedAt: event.at, state: .waiting)
    line.join(number)
  }

  private mutating func activate(_ event: Event) {
    guard let number = event.token, let told = tokens[number], told.state == .waiting else {
      return refuse(event, "token \(event.token.map(\.description) ?? "none")")
    }
    let policy = policy.policy
    let activity = QueueToken.Activity(
      since: event.at, lastAction: event.at, lifetimeDeadline: event.at + policy.tokenLifetime,
      idleDeadline: event.at + policy.idleLimit)
    expect(
      .of(.tokenActivated, number, told.user, at: event.at, rule: 9) { $0.deadline = activity.deadline }, event)
    line.admit(number, event, self.policy)
    tokens[number]?.state = .active(activity)
  }

  private mutating func act(_ event: Event) {
    guard let number = event.token, let told = tokens[number], case .active(let old) = told.state else {
      return refuse(event, "token \(event.token.map(\.description) ?? "none")")
    }
    let given = event.at + policy.policy.idleLimit
    let isKnown = told.isIdleLimitKnown || policy.policy.idleLimit == policy.longestIdleLimit
    let activity = QueueToken.Activity(
      since: old.since, lastAction: event.at, lifetimeDeadline: old.lifetimeDeadline,
      idleDeadline: told.isIdleLimitKnown ? max(old.idleDeadline, given) : given)
    if told.isIdleLimitKnown, event.at >= old.deadline {
      note(.deadlinesStand, "event \(event.id) is an action of token \(number) past its deadline")
    }
    expect(
      .of(.tokenActed, number, told.user, at: event.at, rule: 9) {
        $0.deadline = isKnown ? activity.deadline : event.deadline
      }, event)
    tokens[number]?.state = .active(activity)
    tokens[number]?.isIdleLimitKnown = isKnown
  }

  private mutating func moveIdleLimit(_ event: Event) {
    guard let number = event.token, let told = tokens[number], case .active(let old) = told.state else {
      return refuse(event, "token \(event.token.map(\.description) ?? "none")")
    }
    expect(.of(.idleLimitMoved, number, told.user, at: event.at, rule: 0) { $0.deadline = event.at }, event)
    tokens[number]?.isIdleLimitKnown = true
    tokens[number]?.state = .active(
      QueueToken.Activity(
        since: old.since, lastAction: old.lastAction, lifetimeDeadline: old.lifetimeDeadline, idleDeadline: event.at))
  }

  private mutating func end(_ event: Event) {
    guard let number = event.token, let told = tokens[number], let reason = event.reason else {
      return refuse(event, "token \(event.token.map(\.description) ?? "none")")
    }
    let activity: QueueToken.Activity?
    switch (told.state, reason) {
    case (.waiting, .left): activity = nil
    case (.active(let known), _): activity = known
    default: return refuse(event, "token \(number)")
    }
    let rule: Int64 =
      switch reason {
      case .paid: 6
      case .left: 2
      case .lifetime, .idle: 9
      }
    expect(.of(.tokenEnded, number, told.user, at: event.at, rule: rule) { $0.reason = reason }, event)
    if reason == .paid, lastPaid?.user != told.user || lastPaid?.at != event.at {
      note(.recordIsComplete, "event \(event.id) ends token \(number) as paid, and nothing was paid")
    }
    line.leave(number, wasActive: activity != nil)
    if liveTokens[told.user] == number { liveTokens[told.user] = nil }
    tokens[number]?.state = .expired(at: event.at, reason: reason, activity: activity)
  }
}

// MARK: - Holds and the rest

extension Replay {
  private mutating func hold(_ event: Event) {
    guard let id = event.reservation, let user = event.user, let token = event.token, let session = event.session,
      let seat = event.seat, let price = event.amount, let deadline = event.deadline
    else { return refuse(event, "no seat") }
    if holds[id] != nil { return refuse(event, "reservation \(id)") }
    let hold = Reservation(
      id: id, user: user, token: token, session: session, seat: seat, price: price, heldAt: event.at,
      deadline: deadline, status: .held)
    expect(Event(.seatHeld, at: event.at, rule: 5).about(hold).with { $0.deadline = deadline }, event)
    holds[id] = hold
  }

  private mutating func end(_ event: Event, rule: Int64, _ status: Reservation.Status) {
    guard let id = event.reservation, let hold = holds[id], hold.status == .held else {
      return refuse(event, "reservation \(event.reservation.map(\.description) ?? "none")")
    }
    expect(Event(event.kind, at: event.at, rule: rule).about(hold), event)
    holds[id] = Reservation(
      id: id, user: hold.user, token: hold.token, session: hold.session, seat: hold.seat, price: hold.price,
      heldAt: hold.heldAt, deadline: hold.deadline, status: status)
  }

  private mutating func judgeMoney(_ event: Event) {
    expect(
      Event(event.kind, at: event.at, rule: event.kind == .charged ? 7 : 0).with {
        $0.user = event.user ?? UserID(-1)
        if event.kind != .userAdded { $0.amount = event.amount ?? .zero }
      }, event)
  }

  private mutating func judgeProgramme(_ event: Event) {
    expect(
      Event(event.kind, at: event.at, rule: 0).with {
        ($0.session, $0.particulars) = (event.session ?? SessionID(-1), event.particulars)
        if event.kind == .priceSet { ($0.seat, $0.amount) = (event.seat ?? SeatID(-1), event.amount ?? .zero) }
      }, event)
  }
}

extension Event {
  fileprivate static func of(
    _ kind: Kind, _ token: TicketNumber, _ user: UserID, at instant: Timestamp, rule: Int64,
    _ fill: (inout Event) -> Void = { _ in }
  ) -> Event {
    Event(kind, at: instant, rule: rule).with {
      ($0.token, $0.user) = (token, user)
      fill(&$0)
    }
  }
}

extension QueueToken.State {
  /// The same with an idle limit that counts for nothing in a comparison.
  fileprivate var withoutIdleLimit: Self {
    func without(_ activity: QueueToken.Activity) -> QueueToken.Activity {
      QueueToken.Activity(
        since: activity.since, lastAction: activity.lastAction, lifetimeDeadline: activity.lifetimeDeadline,
        idleDeadline: activity.lifetimeDeadline)
    }
    return switch self {
    case .waiting: .waiting
    case .active(let activity): .active(without(activity))
    case .expired(let at, let reason, let activity): .expired(at: at, reason: reason, activity: activity.map(without))
    }
  }
}
