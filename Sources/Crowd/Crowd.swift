package import Booking
internal import HeapModule

/// Simulated customers who come to a house through the same use cases as a person does. Each acts at an instant of
/// its own, so that the same plan gives the same show, however often it is looked at.
package final class Crowd {
  private struct Turn: Comparable {
    let instant: Timestamp
    let customer: Int

    static func < (a: Turn, b: Turn) -> Bool { (a.instant, a.customer) < (b.instant, b.customer) }
  }

  private let engine: BookingEngine
  private let clock = TurnClock()
  private var customers: [Customer]
  private var turns: Heap<Turn>
  /// Who waits for their ticket to be admitted.
  private var waiting: [TicketNumber: Int] = [:]
  private var pickers: [SessionID: SeatPicker] = [:]
  private var seen: EventID

  /// - Parameter start: when the first of them may come.
  /// - Throws: `storage`.
  package init(_ plan: CrowdPlan, in store: any Store, from start: Timestamp) throws(BookingError) {
    engine = BookingEngine(store: store, clock: clock, random: SeededGenerator(seed: plan.seed, stream: .max))
    customers = (0..<plan.size).map { Customer($0, of: plan) }
    absent = plan.size
    turns = Heap(plan.arrivalTimes.enumerated().map { Turn(instant: start + $1, customer: $0) })
    seen = try store.read { reader throws(BookingError) in try reader.lastEvent() }
  }

  /// When the next of them acts; nil when everybody has gone or waits.
  package var nextTurn: Timestamp? { turns.min?.instant }

  /// How many they are.
  package var size: Int { customers.count }

  /// How often somebody wanted seats that were free when they looked and taken when they pressed the key.
  package private(set) var lostRaces = 0

  /// How many are still to come.
  package private(set) var absent: Int

  /// Lets everybody act whose turn comes by `now`, in order, what falls due between them included.
  /// - Parameter limit: how many turns at most.
  /// - Returns: false when some are left for the next time.
  /// - Throws: `storage`.
  @discardableResult
  package func act(through now: Timestamp, limit: Int = .max) throws(BookingError) -> Bool {
    var left = limit
    // Others may have settled what was due.
    try notice()
    while true {
      let turn = turns.min
      let due = try engine.nextDue()
      if let due, due <= now, turn.map({ due <= $0.instant }) ?? true {
        clock.instant = due
        try engine.runSchedule()
        try notice()
        continue
      }
      guard let turn, turn.instant <= now else { return true }
      guard left > 0 else { return false }
      left -= 1
      turns.removeMin()
      clock.instant = turn.instant
      try act(turn.customer)
    }
  }

  /// Lets everybody leave who waits or is inside; what they hold is free again at its deadline. Nobody acts afterwards.
  /// - Throws: `storage`.
  package func leave(at now: Timestamp) throws(BookingError) {
    clock.instant = now
    turns = []
    waiting = [:]
    absent = 0
    for customer in customers {
      guard let token = customer.token else { continue }
      do throws(BookingError) {
        _ = try engine.leaveQueue(caller: customer.user, token: token)
      } catch {
        // A token that is over already has no queue to leave.
        if case .storage = error { throw error }
      }
    }
  }

  /// Sees who was admitted, and lets them come to the sessions after a while.
  private func notice() throws(BookingError) {
    while true {
      let (events, lacksSome) = try engine.recorded(after: seen)
      if lacksSome { try lookAtTokens() }
      guard let last = events.last else { return }
      seen = last.id
      for event in events {
        guard let token = event.token, let index = waiting[token] else { continue }
        switch event.kind {
        case .tokenActivated: admit(index, with: token, at: event.at)
        case .tokenEnded: waiting[token] = nil
        default: break
        }
      }
    }
  }

  /// Where what happened has gone from the record already, everybody who waits looks at their own token.
  private func lookAtTokens() throws(BookingError) {
    for (number, index) in waiting.sorted(by: { $0.key < $1.key }) {
      let token = try engine.recorded(number)
      switch token?.state {
      case .waiting: break
      case .active(let activity): admit(index, with: number, at: activity.since)
      case .expired, nil: waiting[number] = nil
      }
    }
  }

  private func admit(_ index: Int, with token: TicketNumber, at instant: Timestamp) {
    waiting[token] = nil
    guard customers[index].temperament != .absent else { return }
    customers[index].step = .look
    let reaction = customers[index].random.duration(customers[index].temperament.reaction)
    schedule(index, at: instant + reaction)
  }

  private func schedule(_ index: Int, after time: Duration) { schedule(index, at: clock.instant + time) }

  private func schedule(_ index: Int, at instant: Timestamp) {
    turns.insert(Turn(instant: instant, customer: index))
  }

  private func act(_ index: Int) throws(BookingError) {
    do throws(BookingError) {
      switch customers[index].step {
      case .arrive: try arrive(index)
      case .wait: try leaveIfWaiting(index)
      case .look: try look(index)
      case .choose(let session): try choose(index, in: session)
      case .hold(let seats, let session): try hold(index, seats, in: session)
      case .pay: try pay(index)
      }
    } catch {
      // A refusal ends this customer's visit, as a token that is over does; a store that fails concerns everybody.
      if case .storage = error { throw error }
    }
  }

  private func arrive(_ index: Int) throws(BookingError) {
    absent -= 1
    let user = try engine.addUser(name: customers[index].name)
    customers[index].user = user.id
    customers[index].step = .wait
    let most = try engine.policy()
    let money = min(customers[index].money, most.maxCharge, most.balanceCeiling)
    _ = try engine.charge(user: user.id, amount: money, key: customers[index].newKey())
    let token = try engine.issueToken(user: user.id).token
    customers[index].token = token.credential
    waiting[token.number] = index
    if customers[index].temperament == .impatient { schedule(index, after: customers[index].random.duration(20...240)) }
  }

  private func leaveIfWaiting(_ index: Int) throws(BookingError) {
    guard let token = customers[index].token, waiting.removeValue(forKey: token.number) != nil else { return }
    try leave(index)
  }

  private func leave(_ index: Int) throws(BookingError) {
    guard let token = customers[index].token else { return }
    _ = try engine.leaveQueue(caller: customers[index].user, token: token)
  }

  private func look(_ index: Int) throws(BookingError) {
    guard let token = customers[index].token else { return }
    let listings = try engine.sessions(caller: customers[index].user, token: token, visit: .action)
    // The first evenings draw most people.
    let open = listings.filter { $0.remaining > 0 }
    guard !open.isEmpty else { return try leave(index) }
    let draw = Double.random(in: 0..<1, using: &customers[index].random)
    let session = open[Int(draw * draw * Double(open.count))].session.id
    customers[index].step = .choose(session)
    schedule(index, after: customers[index].random.duration(customers[index].temperament.thinking))
  }

  private func choose(_ index: Int, in session: SessionID) throws(BookingError) {
    let seats = try seats(for: index, in: session)
    guard !seats.isEmpty else {
      customers[index].step = .look
      customers[index].losses += 1
      return customers[index].losses > 6 ? try leave(index) : schedule(index, after: .seconds(3))
    }
    customers[index].step = .hold(seats, session)
    schedule(index, after: customers[index].random.duration(customers[index].temperament.deciding))
  }

  private func hold(_ index: Int, _ seats: [SeatID], in session: SessionID) throws(BookingError) {
    guard let token = customers[index].token else { return }
    let (user, key) = (customers[index].user, customers[index].newKey())
    do throws(BookingError) {
      var holds: [Reservation] = []
      for _ in 0..<(customers[index].temperament == .doubleTapping ? 2 : 1) {
        holds = try engine.holdSeats(caller: user, token: token, session: session, seats: seats, key: key)
      }
      customers[index].holds = holds.map(\.id)
      customers[index].step = .pay
      let time = try engine.policy().holdDuration
      if let wait = customers[index].temperament.paying(time, &customers[index].random) { schedule(index, after: wait) }
    } catch .seatTaken {
      // Somebody was faster: looks again, a few times.
      lostRaces += 1
      customers[index].losses += 1
      customers[index].step = .choose(session)
      customers[index].losses > 6 ? try leave(index) : schedule(index, after: customers[index].random.duration(1...5))
    }
  }

  /// Looks at the seats as rule 4 lists them, which is an action, and chooses some.
  private func seats(for index: Int, in session: SessionID) throws(BookingError) -> [SeatID] {
    guard let token = customers[index].token else { return [] }
    let user = customers[index].user
    // Taken out while it changes, so that the seats are not copied.
    if var picker = pickers.removeValue(forKey: session) {
      defer { pickers[session] = picker }
      // The whole list was read once; what is new is all that need be read again.
      try engine.stay(caller: user, token: token, session: session)
      picker.take(try engine.seatChanges(caller: user, token: token, session: session, after: picker.asOf))
    } else {
      pickers[session] = SeatPicker(try engine.seats(caller: user, token: token, session: session, visit: .action))
    }
    let most = Int(try engine.policy().maxHoldsPerUser)
    let party = min(customers[index].party, most)
    return pickers[session]?.pick(party, taste: customers[index].taste, &customers[index].random) ?? []
  }

  private func pay(_ index: Int) throws(BookingError) {
    guard let token = customers[index].token else { return }
    let (user, holds) = (customers[index].user, customers[index].holds)
    let key = customers[index].newKey()
    do throws(BookingError) {
      for _ in 0..<(customers[index].temperament == .doubleTapping ? 2 : 1) {
        _ = try engine.pay(caller: user, token: token, reservations: holds, key: key)
      }
    } catch .insufficientBalance(let shortfall) {
      let amount = min(shortfall, try engine.policy().maxCharge)
      _ = try engine.charge(user: user, amount: amount, key: customers[index].newKey())
      schedule(index, after: customers[index].random.duration(3...10))
    }
  }
}

/// Stands at the instant of whoever acts.
private final class TurnClock: BookingClock {
  var instant = Timestamp(milliseconds: 0)

  func now(by anchor: ClockAnchor) -> Timestamp { instant }

  func anchor(at instant: Timestamp, rate: Int64) -> ClockAnchor {
    preconditionFailure("a crowd does not direct the show")
  }
}
