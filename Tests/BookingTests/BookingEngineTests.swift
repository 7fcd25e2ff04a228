import Booking
import SQLiteStore
import TestSupport
import Testing

@Suite("What the engine saw last")
struct BookingEngineTests {
  private let clock = SteppedClock()
  private let engine: BookingEngine
  private let first: UserID
  private let second: UserID

  init() throws {
    engine = BookingEngine(store: try DatabaseStore.inMemory(), clock: clock, random: SeededRandom(seed: 1))
    try engine.create(
      .demonstration, anchor: clock.anchor(at: .opening, rate: 1000), policy: Policy(),
      season: BookingFixture.season(rows: 2, width: 4),
      people: (1...2).map { SeedUser(name: "Person \($0)", balance: Won(500_000)) })
    let people = try engine.people().map(\.user.id)
    (first, second) = (people[0], people[1])
  }

  @Test func `is the clock and what falls due next`() throws {
    _ = try engine.issueToken(user: first)
    _ = try engine.statusSnapshot(of: nil)
    let seen = try #require(engine.lastRead)
    #expect(seen.due == .opening + .seconds(10))
    #expect(try engine.nextDue() == seen.due)
    clock.advance(.seconds(3))
    #expect(engine.now(by: seen) == .opening + .seconds(3))
    #expect(try engine.now() == .opening + .seconds(3))
  }

  @Test func `is nothing after a command, whatever became of it`() throws {
    let token = try engine.issueToken(user: first).token.credential
    let commands: [(String, () throws -> Void)] = [
      ("a join", { _ = try engine.issueToken(user: second) }),
      ("a charge", { _ = try engine.charge(user: first, amount: Won(1), key: RequestKey("1")) }),
      ("leaving", { try engine.leaveQueue(caller: first, token: token) }),
      ("another speed", { try engine.setRate(2000) }),
      ("a jump", { try engine.advance(by: .seconds(1)) }),
      ("the clock held back", { try engine.holdBack(to: .opening) }),
      ("another policy", { try engine.setPolicy(Policy()) }),
      ("a refusal", { #expect(throws: BookingError.unknownUser) { try engine.issueToken(user: UserID(999)) } }),
    ]
    for (name, command) in commands {
      _ = try engine.statusSnapshot(of: nil)
      #expect(engine.lastRead != nil, "before \(name)")
      try command()
      #expect(engine.lastRead == nil, "\(name)")
    }
  }

  @Test func `is nothing after a look-up that did what was due, and there again after the next`() throws {
    _ = try engine.issueToken(user: first)
    clock.advance(.seconds(10))
    #expect(try engine.statusSnapshot(of: first).account?.status?.position == 0)
    #expect(engine.lastRead == nil)
    _ = try engine.statusSnapshot(of: nil)
    #expect(try engine.lastRead?.due == engine.nextDue())
  }
}
