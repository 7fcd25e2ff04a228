import Booking
import TestSupport
import Testing

@Suite("Hold seats (use case 5, rule 5)")
struct HoldSeatsTests {
  let house: BookingFixture
  let user: UserID
  let token: TokenCredential

  init() throws {
    house = try BookingFixture()
    user = house.people[0]
    token = try house.admit(user)
  }

  private func hold(_ seats: [SeatID], session: SessionID? = nil) throws -> [Reservation] {
    try house.hold(seats, by: user, with: token, session: session)
  }

  /// Expects a refusal that changes nothing.
  private func expectRefused(
    _ refusal: BookingError, caller: UserID? = nil, token: TokenCredential? = nil, session: SessionID? = nil,
    _ seats: [SeatID], location: SourceLocation = #_sourceLocation
  ) throws {
    let before = try house.contents()
    #expect(throws: refusal, sourceLocation: location) {
      try house.hold(seats, by: caller ?? user, with: token ?? self.token, session: session)
    }
    #expect(try house.contents() == before, sourceLocation: location)
  }

  @Test func `holds all the seats at their prices for five minutes`() throws {
    let seats = [try house.seat("A", 1), try house.seat("D", 2)]
    let holds = try hold(seats.map(\.id))
    #expect(holds.map(\.seat) == seats.map(\.id))
    #expect(holds.map(\.price) == [Won(50_000), Won(30_000)])
    #expect(holds.map(\.status) == [.held, .held])
    #expect(holds.allSatisfy { $0.token == token.number && $0.user == user && $0.session == house.session })
    #expect(holds.allSatisfy { $0.deadline == house.clock.instant + .minutes(5) })
    #expect(try house.seat("A", 1).status == .held(by: holds[0].id))
    #expect(try house.events(.seatHeld).map(\.reservation) == holds.map(\.id))
    #expect(try house.violations() == [])
  }

  @Test func `refuses a token that was never issued`() throws {
    let never = TokenCredential(number: TicketNumber(9), secret: token.secret)
    try expectRefused(.invalidToken(.unknown), token: never, [try house.seat("A", 1).id])
  }

  @Test func `refuses another's token`() throws {
    try expectRefused(.invalidToken(.anothers), caller: house.people[1], [try house.seat("A", 1).id])
  }

  @Test func `refuses a waiting token`() throws {
    let waiting = try house.engine.issueToken(user: house.people[1]).token.credential
    try expectRefused(
      .invalidToken(.waiting), caller: house.people[1], token: waiting, [try house.seat("A", 1).id])
  }

  @Test func `refuses an expired token`() throws {
    try house.engine.leaveQueue(caller: user, token: token)
    try expectRefused(.invalidToken(.expired(.left)), [try house.seat("A", 1).id])
  }

  @Test func `refuses a session that does not exist, before it looks at the seats`() throws {
    try expectRefused(.unknownSession, session: SessionID(9), [SeatID(999)])
  }

  @Test func `refuses a seat that the session does not have, naming the first, before a repetition`() throws {
    let seat = try house.seat("A", 1).id
    try expectRefused(.unknownSeat(SeatID(998)), [seat, SeatID(998), SeatID(999), seat])
  }

  @Test func `refuses an empty or a repeating list`() throws {
    let seat = try house.seat("A", 1).id
    try expectRefused(.emptyOrRepeated, [])
    try expectRefused(.emptyOrRepeated, [seat, try house.seat("A", 2).id, seat])
  }

  @Test(arguments: [(-1, .notYet), (0, nil), (59_999, nil), (60_000, .over)] as [(Int64, SaleFault?)])
  func `refuses outside the sale window`(offset: Int64, fault: SaleFault?) throws {
    let opens = house.clock.instant + .minutes(1)
    let session = try house.addEvening(opens: opens, closes: opens + .minutes(1), start: opens + .days(1))
    house.clock.instant = opens + .milliseconds(offset)
    let seat = try house.seat("A", 1).id
    if let fault {
      try expectRefused(.saleClosed(fault), session: session, [seat])
    } else {
      #expect(try hold([seat], session: session).count == 1)
    }
  }

  @Test func `refuses once the session has begun, although its sale goes on`() throws {
    let start = house.clock.instant + .minutes(1)
    let session = try house.addEvening(opens: .opening, closes: start + .hours(1), start: start)
    house.clock.instant = start
    try expectRefused(.saleClosed(.over), session: session, [try house.seat("A", 1).id])
  }

  @Test func `refuses more live holds than the policy allows, over all sessions`() throws {
    let seats = try house.seats().map(\.id)
    try expectRefused(.tooManyHolds(limit: 4), Array(seats[0..<5]))
    #expect(try hold(Array(seats[0..<2])).count == 2)
    #expect(try hold([seats[0]], session: house.secondSession).count == 1)
    try expectRefused(.tooManyHolds(limit: 4), Array(seats[2..<4]))
    let fourth = try hold([seats[2]])
    try expectRefused(.tooManyHolds(limit: 4), [seats[3]])
    try house.engine.release(caller: user, reservations: fourth.map(\.id))
    #expect(try hold([seats[3]]).count == 1)
  }

  @Test func `H9 refuses a seat that another user holds, and holds none of the others`() throws {
    let rival = house.people[1]
    let rivalToken = try house.admit(rival)
    let lost = [try house.seat("A", 2).id, try house.seat("A", 3).id]
    try house.hold(lost, by: rival, with: rivalToken)
    try expectRefused(.seatTaken(lost[1]), [try house.seat("A", 1).id, lost[1], lost[0]])
  }

  @Test func `refuses a seat that is sold`() throws {
    let rival = house.people[1]
    let rivalToken = try house.admit(rival)
    let holds = try house.hold([try house.seat("A", 1).id], by: rival, with: rivalToken)
    _ = try house.engine.pay(caller: rival, token: rivalToken, reservations: holds.map(\.id), key: house.key())
    try expectRefused(.seatTaken(holds[0].seat), [holds[0].seat])
  }

  @Test func `H6 refuses a seat that the caller holds, and its deadline stands`() throws {
    let holds = try hold([try house.seat("A", 1).id])
    house.clock.advance(.minutes(2))
    try expectRefused(.seatTaken(holds[0].seat), [holds[0].seat])
    #expect(try house.reservation(holds[0].id) == holds[0])
  }

  @Test func `a hold is an action of the token`() throws {
    house.clock.advance(.minutes(2))
    _ = try hold([try house.seat("A", 1).id])
    #expect(try house.token(token.number)?.activity?.idleDeadline == house.clock.instant + .minutes(5))
  }

  @Test func `P8 the price is fixed when the hold is made`() throws {
    let holds = try hold([try house.seat("A", 1).id])
    #expect(try house.reservation(holds[0].id)?.price == Won(50_000))
    #expect(try house.events(.seatHeld).map(\.amount) == [Won(50_000)])
  }
}
