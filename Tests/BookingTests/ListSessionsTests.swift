import Booking
import TestSupport
import Testing

@Suite("List bookable sessions (use case 3, rule 3)")
struct ListSessionsTests {
  let house: BookingFixture
  let user: UserID
  let token: TokenCredential

  init() throws {
    house = try BookingFixture()
    user = house.people[0]
    token = try house.admit(user)
  }

  private func list(_ visit: Visit = .refresh, concert: ConcertID? = nil) throws -> [SessionListing] {
    try house.engine.sessions(caller: user, token: token, concert: concert, visit: visit)
  }

  @Test(arguments: [Visit.action, .refresh])
  func `refuses a token that was never issued`(visit: Visit) {
    let never = TokenCredential(number: TicketNumber(9), secret: token.secret)
    #expect(throws: BookingError.invalidToken(.unknown)) {
      try house.engine.sessions(caller: user, token: never, visit: visit)
    }
  }

  @Test(arguments: [Visit.action, .refresh])
  func `refuses another's active token`(visit: Visit) {
    #expect(throws: BookingError.invalidToken(.anothers)) {
      try house.engine.sessions(caller: house.people[1], token: token, visit: visit)
    }
  }

  @Test(arguments: [Visit.action, .refresh])
  func `refuses a waiting token as inactive`(visit: Visit) throws {
    let waiting = try house.engine.issueToken(user: house.people[1]).token.credential
    #expect(throws: BookingError.inactiveToken(.waiting)) {
      try house.engine.sessions(caller: house.people[1], token: waiting, visit: visit)
    }
  }

  @Test func `refuses an expired token as inactive, with the reason`() throws {
    try house.engine.leaveQueue(caller: user, token: token)
    #expect(throws: BookingError.inactiveToken(.expired(.left))) { try list() }
    #expect(throws: BookingError.inactiveToken(.expired(.left))) { try list(.action) }
  }

  @Test func `lists by start with venue, price range, remaining and total`() throws {
    let listings = try list()
    #expect(listings.map(\.session.id) == [house.session, house.secondSession])
    #expect(listings[0].session.start == .opening + .days(30))
    #expect(listings[0].venue == LocalizedText("시험관", "Test Hall"))
    #expect(listings[0].lowestPrice == Won(30_000))
    #expect(listings[0].highestPrice == Won(50_000))
    #expect(listings[0].remaining == 40)
    #expect(listings[0].total == 40)
  }

  @Test func `two that start together come by number`() throws {
    let known = try #require(try list().last).session
    let twin = try house.addEvening(opens: .opening, closes: known.saleCloses, start: known.start)
    let early = try house.addEvening(opens: .opening, closes: .opening + .days(1), start: .opening + .days(2))
    #expect(try list().map(\.session.id) == [early, house.session, house.secondSession, twin])
  }

  @Test func `counts held and sold seats as gone in their own session only`() throws {
    let holds = try house.hold([try house.seat("A", 1).id, try house.seat("A", 2).id], by: user, with: token)
    #expect(try list().map(\.remaining) == [38, 40])
    try house.engine.release(caller: user, reservations: [holds[0].id])
    #expect(try list().map(\.remaining) == [39, 40])
    _ = try house.engine.pay(caller: user, token: token, reservations: [holds[1].id], key: house.key())
    let next = try house.admit(user)
    let after = try house.engine.sessions(caller: user, token: next, visit: .refresh)
    #expect(after.map(\.remaining) == [39, 40])
  }

  @Test func `a sold-out session is listed with none remaining`() throws {
    let house = try BookingFixture(rows: 1, width: 4)
    let token = try house.admit(house.people[0])
    try house.hold(try house.seats().map(\.id), by: house.people[0], with: token)
    let listings = try house.engine.sessions(caller: house.people[0], token: token, visit: .refresh)
    #expect(listings.map(\.remaining) == [0, 4])
    #expect(listings.map(\.total) == [4, 4])
  }

  @Test func `a chosen concert only filters`() throws {
    let other = try house.addEvening(opens: .opening, closes: .opening + .days(1), start: .opening + .days(2))
    let concert = try #require(try list().first { $0.session.id == other }).session.concert
    #expect(try list(concert: concert).map(\.session.id) == [other])
    #expect(try list(concert: ConcertID(99)).isEmpty)
  }

  /// On sale iff opens ≤ now < closes and now < start.
  @Test(arguments: [(-1, false), (0, true), (59_999, true), (60_000, false)] as [(Int64, Bool)])
  func `is on sale from its opening until its closing`(offset: Int64, isListed: Bool) throws {
    let opens = house.clock.instant + .minutes(1)
    let session = try house.addEvening(opens: opens, closes: opens + .minutes(1), start: opens + .days(1))
    house.clock.instant = opens + .milliseconds(offset)
    #expect(try list().map(\.session.id).contains(session) == isListed)
  }

  @Test(arguments: [(-1, true), (0, false), (1, false)] as [(Int64, Bool)])
  func `is not on sale once it has begun, even before its closing`(offset: Int64, isListed: Bool) throws {
    let start = house.clock.instant + .minutes(1)
    let session = try house.addEvening(opens: .opening, closes: start + .hours(1), start: start)
    house.clock.instant = start + .milliseconds(offset)
    #expect(try list().map(\.session.id).contains(session) == isListed)
  }

  @Test func `an action renews the idle limit, and a refresh does not (rule 9)`() throws {
    let begun = try #require(try house.token(token.number)?.activity)
    house.clock.advance(.seconds(90))
    let before = try house.contents()
    _ = try list(.refresh)
    #expect(try house.contents() == before)
    _ = try list(.action)
    let acted = try #require(try house.token(token.number)?.activity)
    #expect(acted.lastAction == house.clock.instant)
    #expect(acted.idleDeadline == house.clock.instant + .minutes(5))
    #expect(acted.lifetimeDeadline == begun.lifetimeDeadline)
    #expect(try house.events(.tokenActed).map(\.at) == [house.clock.instant])
  }

  @Test func `Q8 an overdue token is refused before any tick`() throws {
    let deadline = try #require(try house.token(token.number)?.activity).deadline
    house.clock.instant = deadline - .milliseconds(1)
    #expect(try list().count == 2)
    house.clock.instant = deadline
    #expect(throws: BookingError.inactiveToken(.expired(.idle))) { try list(.action) }
  }
}
