/// Everything in a store at its latest instant, judged against every invariant.
package struct Audit {
  let house: House
  let users: [User]
  let tokens: [QueueToken]
  let reservations: [Reservation]
  let payments: [Payment]
  let ledger: [LedgerEntry]
  let taken: [SessionID: [SeatID: SeatStatus]]
  /// Each session's seats by its hall, and by the rows that say how they stand.
  let seatCounts: [(session: SessionID, inHall: Int64, listed: Int)]
  let sessions: [Session]
  let rooms: Rooms
  /// Those that older versions let in whatever else was on.
  let mayOverlap: Set<SessionID>
  let leavers: [TicketNumber]
  let events: [Event]
  /// Since when everything is on record: nil when from the beginning, since no event has gone yet.
  let recordStart: Timestamp?
  /// The shortest time for which events were ever kept.
  let leastRetention: Duration
  /// The events in order, each with the policy that was in force when it was recorded.
  let record: [(event: Event, policy: Policy)]
  let integrityFaults: [String]

  /// Reads the whole store.
  package init(_ store: any StoreAuditor) throws(BookingError) {
    house = try store.house()
    let policies = try store.policies().map(\.policy)
    guard !policies.isEmpty else { throw .storage(.damaged) }
    users = try store.users()
    tokens = try store.allTokens()
    reservations = try store.allReservations()
    payments = try store.allPayments()
    ledger = try store.allLedgerEntries()
    leavers = try store.allLeavers()
    events = try store.events(after: EventID(0), limit: .max)
    // Only what came next after the first event goes.
    recordStart = events.count > 1 && events[1].id.rawValue > events[0].id.rawValue + 1 ? events[1].at : nil
    // Those before the first policy that the record still tells of are not in it.
    var set = recordStart == nil ? 0 : policies.count - events.count { $0.kind == .policySet }
    record = events.map { event in
      if event.kind == .policySet { set += 1 }
      return (event, policies[min(max(set, 1), policies.count) - 1])
    }
    leastRetention = policies.map(\.eventRetention).min() ?? .zero
    integrityFaults = try store.integrityFaults()
    var taken: [SessionID: [SeatID: SeatStatus]] = [:]
    var seatCounts: [(session: SessionID, inHall: Int64, listed: Int)] = []
    sessions = try store.sessions()
    rooms = try Rooms(store)
    mayOverlap = try store.sessionsThatMayOverlap()
    for session in sessions {
      taken[session.id] = try store.takenSeatStates(of: session.id)
      let listed = try store.seats(of: session.id).count
      seatCounts.append((session.id, try store.seatCount(of: session.id), listed))
    }
    self.taken = taken
    self.seatCounts = seatCounts
  }

  /// Whether the record must tell of something that happened at an instant: not when that may have gone from it.
  func mustTell(of instant: Timestamp) -> Bool {
    guard let recordStart else { return true }
    return instant > recordStart || instant >= house.latest - leastRetention
  }

  /// The latest instant on record, at which the store is judged.
  package var instant: Timestamp { house.latest }

  /// What is wrong; empty when all is well.
  package func violations() -> [Violation] { Invariant.allCases.flatMap(violations) }

  package func violations(of invariant: Invariant) -> [Violation] {
    let places =
      switch invariant {
      case .soundFile: integrityFaults
      case .soldSeatsArePaid: unpaidSales()
      case .heldSeatsAreReserved: unreservedHolds()
      case .seatsAddUp: wrongSeatCounts()
      case .roomsAreSharedInTurn: overlaps().broken
      case .balancesMatchLedger: wrongBalances()
      case .moneyIsConserved: lostMoney()
      case .oneLiveTokenEach: doubleTokens()
      case .ticketsAreConsecutive: wrongTickets()
      case .activationInTicketOrder: overtakers()
      case .capIsKept: overCap()
      case .deadlinesStand: movedDeadlines()
      case .nothingIsOverdue: overdue()
      case .recordIsOrdered: disorder()
      case .recordIsComplete: unrecorded()
      }
    return places.map { Violation(invariant, $0) }
  }

  /// What breaks an invariant that did not hold yet when it came about: told, and not held against the store.
  package func warnings(of invariant: Invariant) -> [Violation] {
    guard invariant == .roomsAreSharedInTurn else { return [] }
    return overlaps().old.map { Violation(invariant, $0) }
  }
}
