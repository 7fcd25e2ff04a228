/// Everything in a store at its latest instant, judged against every invariant.
///
/// The rows are never deleted, and judged as far back as the house. The event record is replayed against them as far as
/// it reaches back: see `Replay`.
package struct Audit {
  let house: House
  let users: [User]
  let tokens: [QueueToken]
  let reservations: [Reservation]
  let payments: [Payment]
  let ledger: [LedgerEntry]
  let requests: [(request: RequestRecord, at: Timestamp)]
  let sessions: [SessionID: Session]
  let rooms: Rooms
  /// Those that older versions let in whatever else was on.
  let mayOverlap: Set<SessionID>
  let seatRows: [SessionID: [SeatRow]]
  let hallSeats: [HallSeat]
  let leavers: [TicketNumber]
  /// Whom a tester has take seats in a demonstration.
  let guests: Set<UserID>
  let events: [Event]
  /// Since when everything is on record: nil when from the beginning, since no event has gone yet.
  package let recordStart: Timestamp?
  /// The shortest time for which events were ever kept.
  let leastRetention: Duration
  let policies: PolicyHistory
  let prices: PriceHistory
  /// What each tier costs in each session today.
  let currentPrices: [SessionID: [TierPrice]]
  let integrityFaults: [String]
  let schemaFaults: [String]
  /// What the record tells, and where it breaks a rule.
  private(set) var replay = Replay()

  /// Reads the whole store.
  package init(_ store: any StoreAuditor) throws(BookingError) {
    house = try store.house()
    let policies = try store.policies()
    guard !policies.isEmpty else { throw .storage(.damaged) }
    self.policies = PolicyHistory(policies)
    users = try store.users()
    tokens = try store.allTokens()
    reservations = try store.allReservations()
    payments = try store.allPayments()
    ledger = try store.allLedgerEntries()
    requests = try store.allRequests()
    leavers = try store.allLeavers()
    guests = house.kind == .real ? [] : Set(tokens.filter(\.isGuests).map(\.user))
    hallSeats = try store.allHallSeats()
    events = try store.events(after: EventID(0), limit: .max)
    // Only what came next after the first event goes.
    recordStart = events.count > 1 && events[1].id.rawValue > events[0].id.rawValue + 1 ? events[1].at : nil
    leastRetention = policies.map(\.policy.eventRetention).min() ?? .zero
    integrityFaults = try store.integrityFaults()
    schemaFaults = try store.schemaFaults()
    rooms = try Rooms(store)
    mayOverlap = try store.sessionsThatMayOverlap()
    var (sessions, rows, current): ([SessionID: Session], [SessionID: [SeatRow]], [SessionID: [TierPrice]]) =
      ([:], [:], [:])
    for session in try store.sessions() {
      sessions[session.id] = session
      rows[session.id] = try store.seatRows(of: session.id)
      current[session.id] = try store.prices(of: session.id)
    }
    (self.sessions, seatRows, currentPrices) = (sessions, rows, current)
    var changes: [(event: Event, tier: String)] = []
    for event in events where event.kind == .priceSet {
      guard let seat = event.seat, let known = hallSeats.row(seat.rawValue, by: \.id.rawValue) else { continue }
      changes.append((event, known.tier))
    }
    // Nobody changes a price of a real house. What came after the beginning of a session is on record when that is.
    let isWhole = house.kind == .real || recordStart == nil
    let added = Set(events.filter { $0.kind == .programmeAdded }.compactMap(\.session))
    prices = PriceHistory(current: current, changes: changes) { isWhole || added.contains($0) }
    replay = Replay(of: self)
  }

  /// Whether the record must tell of something that happened at an instant: not when that may have gone from it.
  func mustTell(of instant: Timestamp) -> Bool {
    guard let recordStart else { return true }
    return instant > recordStart || instant >= house.latest - leastRetention
  }

  func token(_ number: TicketNumber) -> QueueToken? { tokens.row(number.rawValue, by: \.number.rawValue) }
  func reservation(_ id: ReservationID) -> Reservation? { reservations.row(id.rawValue, by: \.id.rawValue) }
  func payment(_ id: PaymentID) -> Payment? { payments.row(id.rawValue, by: \.id.rawValue) }

  /// The latest instant on record, at which the store is judged.
  package var instant: Timestamp { house.latest }

  /// What is wrong; empty when all is well.
  package func violations() -> [Violation] { Invariant.allCases.flatMap(violations) }

  package func violations(of invariant: Invariant) -> [Violation] {
    let places: [String] =
      switch invariant {
      case .soundFile: integrityFaults
      case .schemaIsOurs: schemaFaults
      case .houseIsAsFounded: changedHouse()
      case .programmeStands: changedProgramme()
      case .soldSeatsArePaid: unpaidSales()
      case .heldSeatsAreReserved: unreservedHolds()
      case .seatsAddUp: wrongSeatCounts()
      case .roomsAreSharedInTurn: overlaps().broken
      case .holdsKeepTheRules: wrongHolds()
      case .balancesMatchLedger: wrongBalances()
      case .moneyIsConserved: lostMoney()
      case .chargesKeepTheLimits: wrongCharges()
      case .requestsHaveOneEffect: wrongRequests()
      case .oneLiveTokenEach: doubleTokens()
      case .ticketsAreConsecutive: wrongTickets()
      case .activationInTicketOrder: overtakers()
      case .admissionsAreRegular: wrongAdmissions()
      case .capIsKept: []
      case .deadlinesStand: movedDeadlines()
      case .nothingIsOverdue: overdue()
      case .recordIsOrdered: disorder()
      case .recordIsComplete: unrecorded()
      }
    var seen: Set<String> = []
    return (places + replay.faults(of: invariant)).filter { seen.insert($0).inserted }.map { Violation(invariant, $0) }
  }

  /// What breaks an invariant that did not hold yet when it came about: told, and not held against the store.
  package func warnings(of invariant: Invariant) -> [Violation] {
    guard invariant == .roomsAreSharedInTurn else { return [] }
    return overlaps().old.map { Violation(invariant, $0) }
  }
}

extension Array {
  /// The row of a number, among rows in the order of their numbers, which mostly follow each other from 1.
  func row(_ number: Int64, by numberOf: (Element) -> Int64) -> Element? {
    if number > 0, number <= count, numberOf(self[Int(number) - 1]) == number { return self[Int(number) - 1] }
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if numberOf(self[middle]) < number { low = middle + 1 } else { high = middle }
    }
    return low < count && numberOf(self[low]) == number ? self[low] : nil
  }
}
