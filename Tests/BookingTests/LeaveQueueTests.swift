import Booking
import TestSupport
import Testing

@Suite("Leave the queue")
struct LeaveQueueTests {
  let house: BookingFixture
  let user: UserID

  init() throws {
    house = try BookingFixture(policy: .with { $0.maxActive = 1 })
    user = house.people[0]
  }

  @Test func `a waiting token ends at once, and those behind move up`() throws {
    let tokens = try house.people.prefix(3).map { try house.engine.issueToken(user: $0).token.credential }
    house.clock.advance(.seconds(4))
    try house.engine.leaveQueue(caller: house.people[1], token: tokens[1])
    let left = try house.engine.lookUpToken(tokens[1])
    #expect(left.token.state == .expired(at: house.clock.instant, reason: .left, activity: nil))
    #expect(try house.engine.lookUpToken(tokens[2]).position == 2)
    #expect(try house.engine.lookUpToken(tokens[0]).behind == 1)
    #expect(try house.violations() == [])
  }

  @Test func `Q11 an active token ends at once, and the freed place is filled at the next admission`() throws {
    let token = try house.admit(user)
    let next = try house.engine.issueToken(user: house.people[1]).token.credential
    house.clock.advance(.seconds(3))
    try house.engine.leaveQueue(caller: user, token: token)
    #expect(try house.engine.lookUpToken(token).token.isLive == false)
    house.clock.instant = .opening + .milliseconds(19_999)
    #expect(try house.engine.lookUpToken(next).position == 1)
    house.clock.instant = .opening + .seconds(20)
    #expect(try house.engine.lookUpToken(next).token.activity?.since == house.clock.instant)
    #expect(try house.violations() == [])
  }

  @Test func `holds stay, with their deadlines`() throws {
    let token = try house.admit(user)
    let holds = try house.hold([try house.seat("A", 1).id], by: user, with: token)
    try house.engine.leaveQueue(caller: user, token: token)
    #expect(try house.reservation(holds[0].id) == holds[0])
    #expect(try house.seat("A", 1).status == .held(by: holds[0].id))
  }

  @Test func `leaving again changes nothing, whatever ended the token`() throws {
    let token = try house.admit(user)
    house.clock.advance(.minutes(5))
    let ended = try house.engine.lookUpToken(token).token
    try house.engine.leaveQueue(caller: user, token: token)
    try house.engine.leaveQueue(caller: user, token: token)
    #expect(try house.token(token.number) == ended)
    #expect(try house.events(.tokenEnded).count == 1)
  }

  @Test func `refuses a token that was never issued, or is another's`() throws {
    let token = try house.engine.issueToken(user: user).token.credential
    let never = TokenCredential(number: TicketNumber(9), secret: token.secret)
    let before = try house.contents()
    #expect(throws: BookingError.invalidToken(.unknown)) { try house.engine.leaveQueue(caller: user, token: never) }
    #expect(throws: BookingError.invalidToken(.anothers)) {
      try house.engine.leaveQueue(caller: house.people[1], token: token)
    }
    #expect(try house.contents() == before)
  }

  @Test func `who left and joins again stands at the tail`() throws {
    let first = try house.engine.issueToken(user: user).token.credential
    _ = try house.engine.issueToken(user: house.people[1])
    try house.engine.leaveQueue(caller: user, token: first)
    let again = try house.engine.issueToken(user: user)
    #expect(again.token.number == TicketNumber(3))
    #expect(again.position == 2)
  }
}
