import Booking
import TestSupport
import Testing

/// Rule 5's optimistic lock and all-or-none, and how long a hold lives.
@Suite("Many hands on one seat (H1–H6, H11)")
struct SeatContentionTests {
  @Test func `H1 of 10,000 contenders exactly one holds the seat, and its version goes up by one`() throws {
    let house = try BookingFixture(policy: .with { $0.batch = 10_000 }, rows: 1, width: 1)
    let contenders = try house.enqueue(10_000)
    house.clock.advance(.seconds(10))
    try house.engine.runSchedule()
    let seat = try house.seat("A", 1).id
    func version() throws -> Int64? {
      try house.read { reader throws(BookingError) in try reader.seatState(seat, of: house.session)?.version }
    }
    let before = try #require(try version())
    var winners: [UserID] = []
    var refusals: [BookingError: Int] = [:]
    for contender in contenders {
      do throws(BookingError) {
        _ = try house.engine.holdSeats(
          caller: contender.user, token: contender.token, session: house.session, seats: [seat],
          key: RequestKey("once"))
        winners.append(contender.user)
      } catch {
        refusals[error, default: 0] += 1
      }
    }
    #expect(winners == [contenders[0].user])
    #expect(refusals == [.seatTaken(seat): 9999])
    #expect(try version() == before + 1)
    #expect(try house.events(.seatHeld).count == 1)
  }

  @Test func `H2 a seat that is taken, or has another version, is not written`() throws {
    let house = try BookingFixture()
    let user = house.people[0]
    let token = try house.admit(user)
    let holds = try house.hold([try house.seat("A", 1).id], by: user, with: token)
    let seat = try house.seat("A", 2).id
    let changed = try house.write { tx throws(BookingError) in
      let taken = try tx.seatState(holds[0].seat, of: house.session)?.version ?? 0
      let free = try tx.seatState(seat, of: house.session)?.version ?? 0
      return [
        try tx.holdSeat(holds[0].seat, of: house.session, version: taken, reservation: holds[0].id),
        try tx.holdSeat(seat, of: house.session, version: free + 1, reservation: holds[0].id),
        try tx.sellSeat(seat, of: house.session, reservation: holds[0].id),
      ]
    }
    #expect(changed == [0, 0, 0])
    #expect(try house.violations() == [])
  }

  /// The schedule runs every second, at each phase.
  @Test(arguments: [Int64](arrayLiteral: 0, 1, 250, 500, 999))
  func `H3 a hold lives until 4:59.999 and is another's from 5:00.000, whatever the ticks`(phase: Int64) throws {
    let house = try BookingFixture()
    let (user, rival) = (house.people[0], house.people[1])
    let token = try house.admit(user)
    let rivalToken = try house.admit(rival)
    house.clock.advance(.milliseconds(phase))
    let hold = try house.hold([try house.seat("A", 1).id], by: user, with: token)[0]
    #expect(hold.deadline == house.clock.instant + .minutes(5))
    house.clock.advance(.minutes(3))
    _ = try house.engine.seats(caller: rival, token: rivalToken, session: house.session, visit: .action)
    for second in -19..<0 {
      house.clock.instant = hold.deadline + .seconds(Int64(second)) + .milliseconds(phase)
      try house.engine.runSchedule()
    }
    house.clock.instant = hold.deadline - .milliseconds(1)
    #expect(throws: BookingError.seatTaken(hold.seat)) { try house.hold([hold.seat], by: rival, with: rivalToken) }
    house.clock.instant = hold.deadline
    let next = try house.hold([hold.seat], by: rival, with: rivalToken)
    #expect(next[0].heldAt == hold.deadline)
    #expect(try house.reservation(hold.id)?.status == .expired(at: hold.deadline))
    #expect(try house.violations() == [])
  }

  @Test func `H5 available, held and sold are the total after every step`() throws {
    let house = try BookingFixture(rows: 2, width: 3)
    let user = house.people[0]
    let token = try house.admit(user)
    func counts() throws -> [Int] {
      let seats = try house.seats().map(\.status)
      let held = seats.count { if case .held = $0 { true } else { false } }
      let sold = seats.count { if case .sold = $0 { true } else { false } }
      return [seats.count { $0 == .available }, held, sold]
    }
    func remaining() throws -> Int64? {
      let looker = try house.admit(house.people[1])
      return try house.engine.sessions(caller: house.people[1], token: looker, visit: .action).first?.remaining
    }
    #expect(try counts() == [6, 0, 0])
    let holds = try house.hold(try house.seats().prefix(3).map(\.id), by: user, with: token)
    #expect(try counts() == [3, 3, 0])
    #expect(try remaining() == 3)
    try house.engine.release(caller: user, reservations: [holds[0].id])
    #expect(try counts() == [4, 2, 0])
    _ = try house.engine.pay(caller: user, token: token, reservations: [holds[1].id], key: house.key())
    #expect(try counts() == [4, 1, 1])
    house.clock.instant = holds[2].deadline
    try house.engine.runSchedule()
    #expect(try counts() == [5, 0, 1])
    #expect(try remaining() == 5)
  }

  @Test func `H6 a seat held again after a release keeps its old deadline, however often`() throws {
    let house = try BookingFixture()
    let user = house.people[0]
    let token = try house.admit(user)
    let first = try house.hold([try house.seat("A", 1).id], by: user, with: token)[0]
    var hold = first
    for _ in 0..<4 {
      house.clock.advance(.minutes(1))
      try house.engine.release(caller: user, reservations: [hold.id])
      hold = try house.hold([first.seat], by: user, with: token)[0]
      #expect(hold.deadline == first.deadline)
    }
    house.clock.instant = first.deadline - .milliseconds(1)
    try house.engine.release(caller: user, reservations: [hold.id])
    #expect(try house.hold([first.seat], by: user, with: token)[0].deadline == first.deadline)
    house.clock.instant = first.deadline
    #expect(try house.hold([first.seat], by: user, with: token)[0].deadline == first.deadline + .minutes(5))
  }

  @Test func `H6 the old deadline is only for the same person, seat and session`() throws {
    let house = try BookingFixture()
    let (user, rival) = (house.people[0], house.people[1])
    let token = try house.admit(user)
    let rivalToken = try house.admit(rival)
    let first = try house.hold([try house.seat("A", 1).id], by: user, with: token)[0]
    try house.engine.release(caller: user, reservations: [first.id])
    house.clock.advance(.minutes(1))
    let full = house.clock.instant + .minutes(5)
    let others = [
      try house.hold([first.seat], by: rival, with: rivalToken),
      try house.hold([try house.seat("A", 2).id], by: user, with: token),
      try house.hold([first.seat], by: user, with: token, session: house.secondSession),
    ]
    #expect(others.map { $0[0].deadline } == [full, full, full])
  }

  @Test func `H6 a new start and a new token leave the deadline where it was`() throws {
    let house = try BookingFixture()
    let user = house.people[0]
    let token = try house.admit(user)
    let hold = try house.hold([try house.seat("A", 1).id], by: user, with: token)[0]
    try house.engine.leaveQueue(caller: user, token: token)
    let restarted = BookingEngine(store: house.store, clock: house.clock)
    _ = try restarted.issueToken(user: user)
    #expect(try restarted.account(of: user).holds.map(\.reservation) == [hold])
  }

  @Test func `H11 a seat that is free again can be held, whatever the screen last drew`() throws {
    let house = try BookingFixture()
    let (user, rival) = (house.people[0], house.people[1])
    let token = try house.admit(user)
    let rivalToken = try house.admit(rival)
    let seat = try house.seat("A", 1).id
    _ = try house.engine.seats(caller: user, token: token, session: house.session, visit: .action)
    let theirs = try house.hold([seat], by: rival, with: rivalToken)
    #expect(throws: BookingError.seatTaken(seat)) { try house.hold([seat], by: user, with: token) }
    try house.engine.release(caller: rival, reservations: theirs.map(\.id))
    #expect(try house.hold([seat], by: user, with: token).count == 1)
  }

  @Test func `H12 a session that is over does not stand in the way of another`() throws {
    let house = try BookingFixture()
    let token = try house.admit(house.people[0])
    let seat = try house.seat("A", 1).id
    let over = try house.addEvening(
      opens: .opening, closes: house.clock.instant, start: house.clock.instant + .days(1))
    #expect(throws: BookingError.saleClosed(.over)) {
      try house.hold([seat], by: house.people[0], with: token, session: over)
    }
    #expect(try house.hold([seat], by: house.people[0], with: token).count == 1)
  }
}
