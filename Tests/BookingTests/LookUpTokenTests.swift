import Booking
import TestSupport
import Testing

@Suite("Look up a token (use case 2, rule 2)")
struct LookUpTokenTests {
  let house: BookingFixture
  let user: UserID

  init() throws {
    house = try BookingFixture(people: 8)
    user = house.people[0]
  }

  private func join(_ house: BookingFixture, _ count: Int) throws -> [TokenCredential] {
    try house.people.prefix(count).map { try house.engine.issueToken(user: $0).token.credential }
  }

  @Test func `refuses a token that was never issued`() throws {
    let never = TokenCredential(number: TicketNumber(9), secret: TokenSecret(high: 1, low: 1))
    #expect(throws: BookingError.invalidToken(.unknown)) { try house.engine.lookUpToken(never) }
  }

  @Test func `refuses the right number with a wrong secret`() throws {
    let real = try house.engine.issueToken(user: user).token.credential
    let forged = TokenCredential(
      number: real.number, secret: TokenSecret(high: real.secret.high, low: real.secret.low ^ 1))
    #expect(throws: BookingError.invalidToken(.unknown)) { try house.engine.lookUpToken(forged) }
  }

  @Test func `Q7 answers in every state, activation and last action changing together`() throws {
    let token = try house.engine.issueToken(user: user).token.credential
    let waiting = try house.engine.lookUpToken(token)
    #expect(waiting.token.state == .waiting)
    #expect(waiting.position == 1)
    house.clock.advance(.seconds(12))
    let active = try house.engine.lookUpToken(token)
    let since = Timestamp.opening + .seconds(10)
    let activity = QueueToken.Activity(
      since: since, lastAction: since, lifetimeDeadline: since + .minutes(10), idleDeadline: since + .minutes(5))
    #expect(active.token.state == .active(activity))
    #expect(active.position == 0)
    house.clock.advance(.minutes(5))
    let expired = try house.engine.lookUpToken(token)
    #expect(expired.token.state == .expired(at: since + .minutes(5), reason: .idle, activity: activity))
    #expect(expired.position == nil)
  }

  @Test func `Q14 the front shows the next admission, and active and expired tokens no estimate`() throws {
    let token = try house.engine.issueToken(user: user).token.credential
    house.clock.advance(.seconds(3))
    let front = try house.engine.lookUpToken(token)
    #expect(front.estimatedWait == .exact(.seconds(7)))
    #expect(front.nextAdmission == .opening + .seconds(10))
    #expect(front.admissionSize == 50)
    house.clock.advance(.seconds(7))
    #expect(try house.engine.lookUpToken(token).estimatedWait == nil)
    try house.engine.leaveQueue(caller: user, token: token)
    #expect(try house.engine.lookUpToken(token).estimatedWait == nil)
  }

  @Test func `the estimate counts whole admissions ahead and comes true when nobody leaves`() throws {
    let house = try BookingFixture(policy: .with { $0.batch = 3 }, people: 8)
    house.clock.advance(.milliseconds(2500))
    let tokens = try join(house, 8)
    let waits = try tokens.map { try house.engine.lookUpToken($0).estimatedWait }
    let expected = [7500, 7500, 7500, 17_500, 17_500, 17_500, 27_500, 27_500].map {
      EstimatedWait.exact(.milliseconds($0))
    }
    #expect(waits == expected)
    let joined = house.clock.instant
    house.clock.advance(.minutes(1))
    let since = try tokens.compactMap { try house.engine.lookUpToken($0).token.activity?.since }
    #expect(since.map { EstimatedWait.exact($0 - joined) } == expected)
  }

  @Test func `under a cap the estimate uses the smaller of batch and cap, as a least`() throws {
    let house = try BookingFixture(
      policy: .with {
        $0.batch = 5
        $0.maxActive = 2
      }, people: 8)
    let waits = try join(house, 5).map { try house.engine.lookUpToken($0).estimatedWait }
    #expect(waits == [10, 10, 20, 20, 30].map { EstimatedWait.atLeast(.seconds($0)) })
  }

  @Test(arguments: [
    Policy.with { $0.batch = 0 }, Policy.with { $0.maxActive = 0 },
  ])
  func `the estimate is unknown while nobody is admitted`(policy: Policy) throws {
    let house = try BookingFixture(policy: policy)
    #expect(try house.engine.issueToken(user: house.people[0]).estimatedWait == .unknown)
  }

  @Test func `the estimate is unknown while the clock stands`() throws {
    let anchor = ClockAnchor(bootID: "test", boot: 0, instant: .opening, rate: 0)
    try house.write { tx throws(BookingError) in try tx.setClockAnchor(anchor) }
    #expect(try house.engine.issueToken(user: user).estimatedWait == .unknown)
  }

  @Test func `Q6 the position is one plus the live waiters ahead, who may leave`() throws {
    let tokens = try join(house, 6)
    for leaver in [1, 3] { try house.engine.leaveQueue(caller: house.people[leaver], token: tokens[leaver]) }
    let standing = try [0, 2, 4, 5].map { try house.engine.lookUpToken(tokens[$0]) }
    #expect(standing.map(\.position) == [1, 2, 3, 4])
    #expect(standing.map(\.behind) == [3, 2, 1, 0])
    #expect(try house.engine.lookUpToken(tokens[1]).position == nil)
  }

  @Test(arguments: [UInt64](1...4))
  func `Q6 Q12 the position never rises and always equals a recount`(seed: UInt64) throws {
    let house = try BookingFixture(
      policy: .with {
        $0.batch = 2
        $0.maxActive = 3
      }, people: 12, seed: seed)
    var random = SeededRandom(seed: seed)
    var last: [TicketNumber: Int64] = [:]
    for _ in 0..<60 {
      let user = house.people.randomElement(using: &random)!
      let status = try house.engine.issueToken(user: user)
      if Int.random(in: 0..<3, using: &random) == 0 {
        try house.engine.leaveQueue(caller: user, token: status.token.credential)
      }
      house.clock.advance(.seconds(Int64.random(in: 0...40, using: &random)))
      try house.engine.runSchedule()
      let waiting = try house.engine.people().compactMap(\.token).filter { $0.state == .waiting }
        .sorted { $0.number < $1.number }
      for (index, token) in waiting.enumerated() {
        let position = try house.engine.lookUpToken(token.credential).position
        #expect(position == Int64(index + 1), "seed \(seed)")
        #expect(last[token.number, default: .max] >= Int64(index + 1), "seed \(seed)")
        last[token.number] = position
      }
    }
  }

  @Test func `Q9 looking renews nothing and leaves the store as it was`() throws {
    let token = try house.admit(user)
    let before = try house.contents()
    for _ in 0..<10 {
      house.clock.advance(.seconds(20))
      _ = try house.engine.lookUpToken(token)
    }
    #expect(try house.contents() == before)
    house.clock.advance(.seconds(100))
    #expect(try house.engine.lookUpToken(token).token.isLive == false)
  }

  @Test func `Q15 the limits shown are those in force`() throws {
    let house = try BookingFixture(
      policy: .with {
        $0.tokenLifetime = .seconds(90)
        $0.idleLimit = .seconds(40)
      })
    let token = try house.admit(house.people[0])
    let activity = try #require(try house.engine.lookUpToken(token).token.activity)
    #expect(activity.lifetimeDeadline == activity.since + .seconds(90))
    #expect(activity.idleDeadline == activity.since + .seconds(40))
    house.clock.instant = activity.idleDeadline - .milliseconds(1)
    #expect(try house.engine.lookUpToken(token).position == 0)
    house.clock.advance(.milliseconds(1))
    #expect(try house.engine.lookUpToken(token).position == nil)
  }
}
