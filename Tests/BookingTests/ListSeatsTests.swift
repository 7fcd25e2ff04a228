import Booking
import TestSupport
import Testing

@Suite("List a session's seats (use case 4, rule 4)")
struct ListSeatsTests {
  let house: BookingFixture
  let user: UserID
  let token: TokenCredential

  init() throws {
    house = try BookingFixture(rows: 2, width: 3)
    user = house.people[0]
    token = try house.admit(user)
  }

  private func list(_ visit: Visit = .refresh, session: SessionID? = nil) throws -> SeatListing {
    try house.engine.seats(caller: user, token: token, session: session ?? house.session, visit: visit)
  }

  /// Every way to ask, for the refusals that they share.
  private func ask(_ caller: UserID, _ token: TokenCredential, session: SessionID? = nil) -> [BookingError?] {
    let session = session ?? house.session
    func refusal(_ body: () throws(BookingError) -> Void) -> BookingError? {
      do throws(BookingError) {
        try body()
        return nil
      } catch { return error }
    }
    return [
      refusal { () throws(BookingError) in
        _ = try house.engine.seats(caller: caller, token: token, session: session, visit: .action)
      },
      refusal { () throws(BookingError) in
        _ = try house.engine.seats(caller: caller, token: token, session: session, visit: .refresh)
      },
      refusal { () throws(BookingError) in
        try house.engine.stay(caller: caller, token: token, session: session)
      },
    ]
  }

  @Test func `refuses a token that was never issued`() {
    let never = TokenCredential(number: TicketNumber(9), secret: token.secret)
    #expect(ask(user, never) == Array(repeating: .invalidToken(.unknown), count: 3))
  }

  @Test func `refuses another's token`() {
    #expect(ask(house.people[1], token) == Array(repeating: .invalidToken(.anothers), count: 3))
  }

  @Test func `refuses a waiting token as invalid`() throws {
    let waiting = try house.engine.issueToken(user: house.people[1]).token.credential
    #expect(ask(house.people[1], waiting) == Array(repeating: .invalidToken(.waiting), count: 3))
  }

  @Test func `refuses an expired token as invalid, with the reason`() throws {
    house.clock.advance(.minutes(5))
    #expect(ask(user, token) == Array(repeating: .invalidToken(.expired(.idle)), count: 3))
  }

  @Test func `refuses a session that does not exist, after the token`() throws {
    #expect(ask(user, token, session: SessionID(77)) == Array(repeating: .unknownSession, count: 3))
    #expect(ask(house.people[1], token, session: SessionID(77)).first == .invalidToken(.anothers))
  }

  @Test func `shows each seat's number, price and status, and whose it is`() throws {
    let rival = house.people[1]
    let rivalToken = try house.admit(rival)
    let mine = try house.hold([try house.seat("A", 1).id], by: user, with: token)
    let theirs = try house.hold([try house.seat("B", 3).id], by: rival, with: rivalToken)
    let sold = try house.hold([try house.seat("A", 2).id], by: rival, with: rivalToken)
    _ = try house.engine.pay(caller: rival, token: rivalToken, reservations: sold.map(\.id), key: house.key())
    let listing = try list()
    #expect(listing.session.id == house.session)
    #expect(listing.seats.map { $0.label.row + $0.label.number } == ["A1", "A2", "A3", "B1", "B2", "B3"])
    #expect(listing.seats.map(\.price) == [50_000, 50_000, 50_000, 30_000, 30_000, 30_000].map { Won($0) })
    #expect(
      listing.seats.map(\.status) == [
        .held(by: mine[0].id), .sold(by: sold[0].id), .available, .available, .available, .held(by: theirs[0].id),
      ])
    #expect(listing.seats.map(\.taker) == [user, rival, nil, nil, nil, rival])
  }

  @Test func `a seat held in one session is free in the other`() throws {
    try house.hold([try house.seat("A", 1).id], by: user, with: token)
    #expect(try list(session: house.secondSession).seats.allSatisfy { $0.status == .available })
  }

  @Test func `says which change is the last that the list shows`() throws {
    try house.hold([try house.seat("A", 1).id], by: user, with: token)
    #expect(try list().asOf == house.engine.lastEvent())
  }

  @Test func `answers before the sale opens and after it has closed`() throws {
    let opens = house.clock.instant + .minutes(1)
    let session = try house.addEvening(opens: opens, closes: opens + .minutes(1), start: opens + .days(1))
    #expect(try list(session: session).seats.count == 6)
    house.clock.instant = opens + .minutes(1)
    #expect(try list(session: session).seats.count == 6)
  }

  @Test func `H3 shows a hold as available from its deadline on, before any tick`() throws {
    let holds = try house.hold([try house.seat("A", 1).id], by: user, with: token)
    let looker = try house.admit(house.people[1])
    house.clock.instant = holds[0].deadline - .milliseconds(1)
    func first() throws -> SeatStatus? {
      try house.engine.seats(caller: house.people[1], token: looker, session: house.session, visit: .refresh)
        .seats.first?.status
    }
    #expect(try first() == .held(by: holds[0].id))
    house.clock.advance(.milliseconds(1))
    #expect(try first() == .available)
  }

  @Test func `Q9 a look and a sign of life renew the idle limit, a refresh and a refusal do not`() throws {
    house.clock.advance(.seconds(100))
    let before = try house.contents()
    _ = try list(.refresh)
    #expect(throws: BookingError.unknownSession) { try list(.action, session: SessionID(77)) }
    #expect(throws: BookingError.unknownSession) {
      try house.engine.stay(caller: user, token: token, session: SessionID(77))
    }
    #expect(try house.contents() == before)
    _ = try list(.action)
    #expect(try house.token(token.number)?.activity?.idleDeadline == house.clock.instant + .minutes(5))
    house.clock.advance(.seconds(11))
    try house.engine.stay(caller: user, token: token, session: house.session)
    #expect(try house.token(token.number)?.activity?.lastAction == house.clock.instant)
  }

  @Test func `no action takes a token past its lifetime`() throws {
    let activity = try #require(try house.token(token.number)?.activity)
    for _ in 0..<9 {
      house.clock.advance(.minutes(1))
      _ = try list(.action)
    }
    house.clock.instant = activity.lifetimeDeadline - .milliseconds(1)
    _ = try list(.action)
    house.clock.advance(.milliseconds(1))
    #expect(throws: BookingError.invalidToken(.expired(.lifetime))) { try list(.action) }
  }
}
