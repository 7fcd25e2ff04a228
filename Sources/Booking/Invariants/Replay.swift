/// The event record, stepped through in order: what it tells of tokens and holds, and which event breaks a rule under the
/// policy then in force.
///
/// Where the record has been trimmed it starts amid the life of tokens and holds. What is not told is then taken from the
/// rows, and judged there; here only what follows.
struct Replay {
  var tokens: [TicketNumber: Told] = [:]
  var holds: [ReservationID: Reservation] = [:]
  var line: ReplayedLine
  private var faults: [Invariant: [String]] = [:]
  /// The number of policies set so far.
  private var policyCount = 0
  private var policies: PolicyHistory
  var lastIssued: TicketNumber?
  var liveTokens: [UserID: TicketNumber] = [:]
  /// Who paid last, and when.
  var lastPaid: (user: UserID, at: Timestamp)?

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

  mutating func note(_ invariant: Invariant, _ fault: String) { faults[invariant, default: []].append(fault) }

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
  mutating func expect(_ expected: Event, _ event: Event) {
    var expected = expected
    expected.id = event.id
    if expected != event { note(.recordIsComplete, "event \(event.id) does not tell what happened") }
  }

  /// Events tell what came into force from the version of the program on that first did.
  mutating func noteUntold(_ events: [Event]) {
    guard let start = events.first(where: { $0.particulars != nil })?.at else { return }
    for event in events where event.particulars == nil && event.at >= start {
      guard [.policySet, .programmeAdded, .priceSet].contains(event.kind) else { continue }
      note(.recordIsComplete, "event \(event.id) does not tell what came into force")
    }
  }

  mutating func refuse(_ event: Event, _ what: String) {
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
