import Booking
import TestSupport
import Testing

@Suite("Issue a token (use case 1, rule 1)")
struct IssueTokenTests {
  let house: BookingFixture
  let user: UserID

  init() throws {
    house = try BookingFixture()
    user = house.people[0]
  }

  @Test func `refuses a user who does not exist`() throws {
    let before = try house.contents()
    #expect(throws: BookingError.unknownUser) { try house.engine.issueToken(user: UserID(999)) }
    #expect(try house.contents() == before)
  }

  @Test func `stores a waiting token at the tail and answers as a look-up does`() throws {
    _ = try house.engine.issueToken(user: house.people[1])
    house.clock.advance(.milliseconds(1500))
    let status = try house.engine.issueToken(user: user)
    #expect(status.token.number == TicketNumber(2))
    #expect(status.token.user == user)
    #expect(status.token.issuedAt == .opening + .milliseconds(1500))
    #expect(status.token.state == .waiting)
    #expect(status.position == 2)
    #expect(status.behind == 0)
    #expect(status.estimatedWait == .exact(.milliseconds(8500)))
    #expect(try house.engine.lookUpToken(status.token.credential) == status)
    #expect(try house.token(TicketNumber(2)) == status.token)
  }

  @Test func `Q1 asking again answers the waiting token unchanged and the line stays as long`() throws {
    let first = try house.engine.issueToken(user: user)
    _ = try house.engine.issueToken(user: house.people[1])
    house.clock.advance(.seconds(3))
    let again = try house.engine.issueToken(user: user)
    #expect(again.token == first.token)
    #expect(again.position == 1)
    #expect(again.behind == 1)
    #expect(try house.events(.tokenIssued).count == 2)
  }

  @Test func `Q1 asking again answers the active token unchanged, and is no action`() throws {
    let token = try house.admit(user)
    let active = try house.engine.lookUpToken(token).token
    house.clock.advance(.minutes(2))
    let again = try house.engine.issueToken(user: user)
    #expect(again.token == active)
    #expect(again.position == 0)
    #expect(try house.events(.tokenIssued).count == 1)
  }

  @Test(arguments: [UInt64](1...5))
  func `Q1 after any sequence of operations a user has at most one live token`(seed: UInt64) throws {
    let house = try BookingFixture(policy: .with { $0.batch = 1 }, people: 4, seed: seed)
    var random = SeededRandom(seed: seed)
    for _ in 0..<80 {
      let user = house.people.randomElement(using: &random)!
      switch Int.random(in: 0..<4, using: &random) {
      case 0, 1: _ = try house.engine.issueToken(user: user)
      case 2:
        if let token = try house.engine.account(of: user).status?.token {
          try house.engine.leaveQueue(caller: user, token: token.credential)
        }
      default: house.clock.advance(.seconds(Int64.random(in: 1...200, using: &random)))
      }
      let live = try house.read { reader throws(BookingError) in try reader.liveTokens() }
      #expect(Set(live.map(\.user)).count == live.count, "seed \(seed)")
    }
    #expect(try house.violations() == [])
  }

  @Test func `Q4 ticket numbers only grow, over leaving, ending, and a new start on the same store`() throws {
    let first = try house.admit(user)
    try house.engine.leaveQueue(caller: user, token: first)
    let second = try house.engine.issueToken(user: user).token
    try house.engine.leaveQueue(caller: user, token: second.credential)
    let restarted = BookingEngine(store: house.store, clock: house.clock)
    let third = try restarted.issueToken(user: user).token
    #expect([first.number, second.number, third.number] == [TicketNumber(1), TicketNumber(2), TicketNumber(3)])
    #expect(try house.violations() == [])
  }

  @Test func `Q16 after a new start the same person has the same token and place`() throws {
    _ = try house.engine.issueToken(user: house.people[1])
    let before = try house.engine.issueToken(user: user)
    let restarted = BookingEngine(store: house.store, clock: house.clock)
    #expect(try restarted.account(of: user).status == before)
    #expect(try restarted.issueToken(user: user) == before)
  }

  @Test func `signing in issues no token`() throws {
    let before = try house.contents()
    #expect(try house.engine.account(of: user).status == nil)
    #expect(try house.contents() == before)
  }

  @Test func `makes each secret from 128 fresh random bits`() throws {
    var random = SeededRandom(seed: 1)
    let expected = (0..<2).map { _ in TokenSecret(high: random.next(), low: random.next()) }
    let issued = try house.people.prefix(2).map { try house.engine.issueToken(user: $0).token.credential.secret }
    #expect(issued == expected)
    #expect(issued[0] != issued[1])
  }

  @Test func `secrets that differ in either half differ`() {
    let secret = TokenSecret(high: 1, low: 2)
    #expect(secret == TokenSecret(high: 1, low: 2))
    #expect(secret != TokenSecret(high: 3, low: 2))
    #expect(secret != TokenSecret(high: 1, low: 3))
    #expect(secret != TokenSecret(high: 2, low: 1))
  }

  @Test func `Q2 a newcomer waits although there is room, until the next admission`() throws {
    house.clock.advance(.seconds(10))
    let token = try house.engine.issueToken(user: user).token.credential
    house.clock.advance(.milliseconds(9999))
    #expect(try house.engine.lookUpToken(token).token.state == .waiting)
    house.clock.advance(.milliseconds(1))
    #expect(try house.engine.lookUpToken(token).token.activity?.since == .opening + .seconds(20))
  }
}
