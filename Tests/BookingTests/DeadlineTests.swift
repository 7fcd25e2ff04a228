import Booking
import TestSupport
import Testing

/// Rules 9 and 10: something is valid iff now < its deadline.
@Suite("Deadlines (rules 9 and 10)")
struct DeadlineTests {
  let house: BookingFixture
  let user: UserID
  let token: TokenCredential

  init() throws {
    house = try BookingFixture()
    user = house.people[0]
    token = try house.admit(user)
  }

  private func act() throws {
    _ = try house.engine.sessions(caller: user, token: token, visit: .action)
  }

  @Test(arguments: [(-1, true), (0, false), (1, false)] as [(Int64, Bool)])
  func `Q8 a token is idle five minutes after its last action`(offset: Int64, isAlive: Bool) throws {
    house.clock.advance(.seconds(100))
    try act()
    let deadline = house.clock.instant + .minutes(5)
    house.clock.instant = deadline + .milliseconds(offset)
    let status = try house.engine.lookUpToken(token)
    #expect(status.token.isLive == isAlive)
    if !isAlive {
      guard case .expired(deadline, .idle, _) = status.token.state else {
        Issue.record("\(status.token.state)")
        return
      }
    }
  }

  @Test(arguments: [(-1, true), (0, false), (1, false)] as [(Int64, Bool)])
  func `Q8 a token lives ten minutes, however busy`(offset: Int64, isAlive: Bool) throws {
    let activity = try #require(try house.token(token.number)?.activity)
    for _ in 0..<3 {
      house.clock.advance(.minutes(3))
      try act()
    }
    house.clock.instant = activity.since + .minutes(10) + .milliseconds(offset)
    let status = try house.engine.lookUpToken(token)
    #expect(status.token.isLive == isAlive)
    if !isAlive {
      guard case .expired(activity.lifetimeDeadline, .lifetime, _) = status.token.state else {
        Issue.record("\(status.token.state)")
        return
      }
    }
  }

  @Test func `both limits at once are the lifetime`() throws {
    house.clock.advance(.minutes(4))
    try act()
    house.clock.advance(.minutes(1))
    try act()
    house.clock.advance(.minutes(5))
    guard case .expired(house.clock.instant, .lifetime, _) = try house.engine.lookUpToken(token).token.state else {
      Issue.record("not the lifetime")
      return
    }
    #expect(try house.events(.tokenEnded).map(\.reason) == [.lifetime])
  }

  @Test func `Q9 charging, asking for a token, and refusals renew nothing`() throws {
    let begun = try house.token(token.number)
    house.clock.advance(.minutes(4))
    _ = try house.engine.charge(user: user, amount: Won(1), key: house.key())
    _ = try house.engine.balance(user: user)
    _ = try house.engine.issueToken(user: user)
    _ = try house.engine.account(of: user)
    #expect(throws: BookingError.emptyOrRepeated) { try house.hold([], by: user, with: token) }
    #expect(throws: BookingError.unknownReservation) {
      try house.engine.release(caller: user, reservations: [ReservationID(9)])
    }
    #expect(try house.token(token.number) == begun)
    house.clock.advance(.minutes(1))
    #expect(try house.engine.lookUpToken(token).token.isLive == false)
  }

  @Test(arguments: [(-1, true), (0, false), (1, false)] as [(Int64, Bool)])
  func `H3 an unpaid hold ends at its deadline and stays in the history`(offset: Int64, isHeld: Bool) throws {
    let hold = try house.hold([try house.seat("A", 1).id], by: user, with: token)[0]
    house.clock.instant = hold.deadline + .milliseconds(offset)
    try house.engine.runSchedule()
    #expect(try house.reservation(hold.id)?.status == (isHeld ? .held : .expired(at: hold.deadline)))
    #expect(try house.seat("A", 1).status == (isHeld ? .held(by: hold.id) : .available))
    #expect(try house.events(.holdExpired).map(\.at) == (isHeld ? [] : [hold.deadline]))
    #expect(try house.engine.bookings(of: user).map(\.reservation.id) == [hold.id])
  }

  @Test func `a token's end does not end its holds`() throws {
    house.clock.advance(.minutes(4))
    let hold = try house.hold([try house.seat("A", 1).id], by: user, with: token)[0]
    house.clock.advance(.minutes(3))
    try act()
    house.clock.instant = hold.deadline - .milliseconds(1)
    let end = try #require(try house.token(token.number)?.activity).deadline
    #expect(end > hold.deadline)
    try house.engine.leaveQueue(caller: user, token: token)
    #expect(try house.engine.account(of: user).holds.map(\.reservation) == [hold])
  }

  @Test func `a hold's end does not end the token`() throws {
    let hold = try house.hold([try house.seat("A", 1).id], by: user, with: token)[0]
    house.clock.advance(.minutes(4))
    try act()
    house.clock.instant = hold.deadline
    #expect(try house.engine.lookUpToken(token).position == 0)
  }

  @Test func `a lowered limit moves no deadline that was given`() throws {
    let hold = try house.hold([try house.seat("A", 1).id], by: user, with: token)[0]
    let activity = try #require(try house.token(token.number)?.activity)
    house.clock.advance(.seconds(1))
    try house.setPolicy {
      $0.holdDuration = .seconds(1)
      $0.idleLimit = .seconds(1)
      $0.tokenLifetime = .seconds(2)
      $0.maxHoldsPerUser = 1
    }
    house.clock.advance(.minutes(1))
    try act()
    #expect(try house.reservation(hold.id)?.deadline == hold.deadline)
    #expect(try house.token(token.number)?.activity?.deadline == activity.deadline)
    #expect(throws: BookingError.tooManyHolds(limit: 1)) {
      try house.hold([try house.seat("A", 2).id], by: user, with: token)
    }
    #expect(
      try Set(house.violations().map(\.invariant)) == [.houseIsAsFounded], "nobody changes the policy of a real house")
  }

  @Test func `T2 a clock that steps back moves nothing, and time runs on from the record`() throws {
    let hold = try house.hold([try house.seat("A", 1).id], by: user, with: token)[0]
    let record = house.clock.instant
    house.clock.advance(.hours(-1))
    #expect(try house.engine.now() == record)
    _ = try house.engine.charge(user: user, amount: Won(1), key: house.key())
    #expect(try house.engine.ledger(of: user).first?.at == record)
    #expect(try house.reservation(hold.id) == hold)
    #expect(try house.read { reader throws(BookingError) in try reader.house().latest } == record)
    #expect(try house.violations() == [])
  }
}
