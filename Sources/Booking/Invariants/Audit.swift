/// Everything in a store at its latest instant, judged against every invariant.
package struct Audit {
  private let house: House
  private let policies: [(since: Timestamp, policy: Policy)]
  private let users: [User]
  private let tokens: [QueueToken]
  private let reservations: [Reservation]
  private let payments: [Payment]
  private let ledger: [LedgerEntry]
  private let taken: [SessionID: [SeatID: SeatStatus]]
  private let leavers: [TicketNumber]
  private let events: [Event]
  private let integrityFaults: [String]

  /// Reads the whole store.
  package init(_ store: any StoreAuditor) throws(BookingError) {
    house = try store.house()
    policies = try store.policies()
    users = try store.users()
    tokens = try store.allTokens()
    reservations = try store.allReservations()
    payments = try store.allPayments()
    ledger = try store.allLedgerEntries()
    leavers = try store.allLeavers()
    events = try store.events(after: EventID(0), limit: .max)
    integrityFaults = try store.integrityFaults()
    var taken: [SessionID: [SeatID: SeatStatus]] = [:]
    for session in try store.sessions() { taken[session.id] = try store.takenSeatStates(of: session.id) }
    self.taken = taken
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
      case .balancesMatchLedger: wrongBalances()
      case .moneyIsConserved: lostMoney()
      case .oneLiveTokenEach: doubleTokens()
      case .ticketsAreConsecutive: wrongTickets()
      case .activationInTicketOrder: overtakers()
      case .capIsKept: overCap()
      case .deadlinesStand: movedDeadlines()
      case .nothingIsOverdue: overdue()
      case .recordIsOrdered: disorder()
      }
    return places.map { Violation(invariant, $0) }
  }

  private func unpaidSales() -> [String] {
    var faults: [String] = []
    let byReservation = Dictionary(grouping: payments, by: \.reservation)
    let debits = Dictionary(grouping: ledger.filter { $0.kind == .payment }, by: \.payment)
    for reservation in reservations {
      let paid = byReservation[reservation.id] ?? []
      guard case .confirmed = reservation.status else {
        if !paid.isEmpty { faults.append("reservation \(reservation.id) is paid but not confirmed") }
        continue
      }
      if taken[reservation.session]?[reservation.seat] != .sold(by: reservation.id) {
        faults.append("reservation \(reservation.id) is confirmed but its seat \(reservation.seat) is not sold to it")
      }
      if paid.count != 1 || paid.first?.amount != reservation.price || paid.first?.user != reservation.user {
        faults.append("reservation \(reservation.id) has \(paid.count) payments, or one of another amount or user")
      }
    }
    for payment in payments {
      let debit = debits[payment.id] ?? []
      if debit.count != 1 || debit.first?.amount != -payment.amount || debit.first?.user != payment.user {
        faults.append("payment \(payment.id) has no single debit of its amount")
      }
    }
    if debits.count != payments.count { faults.append("\(debits.count) debits for \(payments.count) payments") }
    return faults
      + seats {
        if case .sold(let id) = $0 { id } else { nil }
      } matching: { status in
        if case .confirmed = status { true } else { false }
      }
  }

  private func unreservedHolds() -> [String] {
    let faults = reservations.filter { $0.status == .held && taken[$0.session]?[$0.seat] != .held(by: $0.id) }
      .map { "reservation \($0.id) is held but its seat \($0.seat) is not held by it" }
    return faults
      + seats {
        if case .held(let id) = $0 { id } else { nil }
      } matching: {
        $0 == .held
      }
  }

  /// Seats of one status whose reservation is missing, is for another seat, or has the wrong status.
  private func seats(
    with reservationOf: (SeatStatus) -> ReservationID?, matching isRight: (Reservation.Status) -> Bool
  ) -> [String] {
    let byID = Dictionary(reservations.map { ($0.id, $0) }) { first, _ in first }
    var faults: [String] = []
    for (session, states) in taken {
      for (seat, status) in states {
        guard let id = reservationOf(status) else { continue }
        if let reservation = byID[id], reservation.seat == seat, reservation.session == session,
          isRight(reservation.status)
        {
          continue
        }
        faults.append("seat \(seat) of session \(session) does not match reservation \(id)")
      }
    }
    return faults
  }

  private func wrongBalances() -> [String] {
    var sums: [UserID: Won] = [:]
    for entry in ledger { sums[entry.user, default: .zero] = sums[entry.user, default: .zero] + entry.amount }
    return users.filter { $0.balance != sums[$0.id, default: .zero] || $0.balance < .zero }
      .map { "user \($0.id) has \($0.balance.amount) won, the ledger says \(sums[$0.id, default: .zero].amount)" }
  }

  private func lostMoney() -> [String] {
    let moneyIn = ledger.filter { $0.kind != .payment }.map(\.amount).sum()
    let kept = users.map(\.balance).sum() + payments.map(\.amount).sum()
    return moneyIn == kept ? [] : ["\(moneyIn.amount) won came in, \(kept.amount) are accounted for"]
  }

  private func doubleTokens() -> [String] {
    Dictionary(grouping: tokens.filter(\.isLive), by: \.user).filter { $0.value.count > 1 }
      .map { "user \($0.key) has \($0.value.count) live tokens" }
  }

  private func wrongTickets() -> [String] {
    var faults: [String] = []
    if tokens.map(\.number.rawValue) != Array(0..<Int64(tokens.count)).map({ $0 + 1 }) {
      faults.append("the ticket numbers have gaps")
    }
    if house.lastTicket.rawValue != Int64(tokens.count) {
      faults.append("the counter stands at \(house.lastTicket) for \(tokens.count) tokens")
    }
    let left = Set(leavers)
    for token in tokens {
      let isBehind = token.number > house.head
      switch token.state {
      case .waiting where !isBehind: faults.append("token \(token.number) waits before the head of the line")
      case .active where isBehind: faults.append("token \(token.number) is active behind the head of the line")
      case .expired where isBehind != left.contains(token.number):
        faults.append("token \(token.number) is counted wrongly among those who left")
      default: break
      }
    }
    return faults
  }

  private func overtakers() -> [String] {
    let order = events.filter { $0.kind == .tokenActivated }.compactMap(\.token)
    return zip(order, order.dropFirst()).filter { $0 >= $1 }.map { "token \($1) became active after token \($0)" }
  }

  private func overCap() -> [String] {
    var active: Set<TicketNumber> = []
    var faults: [String] = []
    for event in events {
      guard let token = event.token else { continue }
      switch event.kind {
      case .tokenActivated:
        let cap = policies.last { $0.since < event.at || ($0.since == event.at && $0.since == policies[0].since) }
        if let most = cap?.policy.maxActive, Int64(active.count) >= most {
          faults.append("token \(token) became active while \(active.count) were, the cap being \(most)")
        }
        active.insert(token)
      case .tokenEnded: active.remove(token)
      default: break
      }
    }
    return faults
  }

  private func movedDeadlines() -> [String] {
    var faults: [String] = []
    var set: [ReservationID: Timestamp] = [:]
    var lifetimes: [TicketNumber: Timestamp] = [:]
    for event in events {
      switch event.kind {
      case .seatHeld: if let id = event.reservation { set[id] = event.deadline }
      case .tokenActivated: if let number = event.token { lifetimes[number] = event.at }
      default: break
      }
    }
    for reservation in reservations where set[reservation.id] != reservation.deadline {
      faults.append("reservation \(reservation.id) was made with another deadline")
    }
    for token in tokens {
      let activity: QueueToken.Activity? =
        switch token.state {
        case .waiting: nil
        case .active(let activity): activity
        case .expired(_, _, let activity): activity
        }
      guard let activity else { continue }
      let lifetimeThen = policies.last { $0.since <= activity.since }?.policy.tokenLifetime ?? .zero
      if lifetimes[token.number] != activity.since || activity.lifetimeDeadline > activity.since + lifetimeThen {
        faults.append("token \(token.number) lives longer than its lifetime")
      }
    }
    return faults
  }

  private func overdue() -> [String] {
    reservations.filter { $0.status == .held && $0.deadline <= house.latest }
      .map { "reservation \($0.id) is held past its deadline" }
      + tokens.filter { ($0.activity?.deadline).map { $0 <= house.latest } ?? false }
      .map { "token \($0.number) is active past its deadline" }
  }

  private func disorder() -> [String] {
    zip(events, events.dropFirst()).filter { $0.at > $1.at }.map { "event \($1.id) lies before event \($0.id)" }
      + events.filter { $0.at > house.latest }.map { "event \($0.id) lies after the latest instant" }
  }
}

/// What has fallen due in a store since its latest instant, but was not done because nobody had it open.
package struct FallenDue: Hashable, Sendable {
  package let holds: Int
  package let tokens: Int

  /// Counts what is due at `now` without changing anything.
  package init(_ store: any StoreAuditor, at now: Timestamp) throws(BookingError) {
    holds = try store.allReservations().filter { $0.status == .held && $0.deadline <= now }.count
    tokens = try store.allTokens().filter { ($0.activity?.deadline).map { $0 <= now } ?? false }.count
  }
}
