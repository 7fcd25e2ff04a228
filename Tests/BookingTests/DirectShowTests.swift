import Booking
import SQLiteStore
import TestSupport
import Testing

@Suite("What a presenter does to a demonstration")
struct DirectShowTests {
  private let clock = SteppedClock()
  private let store: DatabaseStore
  private let engine: BookingEngine
  private let people: [SeedUser] = (1...9).map {
    SeedUser(name: "Person \($0)", balance: Won(500_000), isWaiting: $0 > 1)
  }

  init() throws {
    store = try DatabaseStore.inMemory()
    engine = BookingEngine(store: store, clock: clock, random: SeededRandom(seed: 1))
    var policy = Policy()
    policy.batch = 3
    try engine.create(
      .demonstration, anchor: clock.anchor(at: .opening, rate: 1000), policy: policy,
      season: BookingFixture.season(rows: 4, width: 10), people: people)
  }

  private var now: Timestamp { get throws { try engine.now() } }

  private func waiting() throws -> Int {
    try store.read { reader throws(BookingError) in try reader.liveTokens() }.count { $0.state == .waiting }
  }

  private func violations() throws -> [Violation] {
    try store.audit { reader throws(BookingError) in try Audit(reader) }.violations()
  }

  @Test func `a rate lets time run faster, slower or not at all, from where it is`() throws {
    clock.advance(.seconds(1))
    #expect(try now == .opening + .seconds(1))
    try engine.setRate(60_000)
    clock.advance(.seconds(1))
    #expect(try now == .opening + .seconds(61))
    try engine.setRate(0)
    clock.advance(.hours(1))
    #expect(try now == .opening + .seconds(61))
    try engine.setRate(500)
    clock.advance(.seconds(2))
    #expect(try now == .opening + .seconds(62))
  }

  @Test func `a rate stays between standing still and an hour a second`() throws {
    try engine.setRate(-1)
    clock.advance(.seconds(5))
    #expect(try now == .opening)
    try engine.setRate(.max)
    clock.advance(.seconds(1))
    #expect(try now == .opening + .hours(1))
  }

  @Test func `every terminal on the store has the same clock`() throws {
    let other = BookingEngine(store: store, clock: clock)
    try engine.setRate(10_000)
    clock.advance(.seconds(3))
    #expect(try other.now() == .opening + .seconds(30))
    try other.advance(by: .seconds(5))
    #expect(try now == .opening + .seconds(35))
  }

  @Test func `a step forward does all that falls due on the way, at its instant`() throws {
    try engine.advance(by: .seconds(25))
    #expect(try now == .opening + .seconds(25))
    #expect(try waiting() == 8 - 6)
    let admissions = try engine.events(after: EventID(0)).filter { $0.kind == .tokenActivated }.map(\.at)
    #expect(admissions == [10, 10, 10, 20, 20, 20].map { .opening + .seconds($0) })
    try engine.advance(by: .seconds(-9))
    #expect(try now == .opening + .seconds(25), "time never steps back")
    #expect(try violations() == [])
  }

  @Test func `a jump stops at each thing that falls due, and says when there is none left`() throws {
    try engine.setRate(0)
    var instants: [Duration] = []
    while try engine.advanceToNextDue() {
      instants.append(try now - .opening)
      #expect(try violations() == [])
    }
    #expect(instants == [.seconds(10), .seconds(20), .seconds(30), .seconds(310), .seconds(320), .seconds(330)])
    #expect(try engine.nextDue() == nil)
  }

  @Test func `a clock that ran ahead of the crowd waits for it, but never behind the record`() throws {
    clock.advance(.seconds(30))
    try engine.holdBack(to: .opening + .seconds(12))
    #expect(try now == .opening + .seconds(12))
    #expect(try waiting() == 8, "nothing was done meanwhile")
    clock.advance(.seconds(3))
    #expect(try now == .opening + .seconds(15), "it runs on as fast as before")
    try engine.runSchedule()
    try engine.holdBack(to: .opening + .seconds(1))
    #expect(try now == .opening + .seconds(15))
    try engine.holdBack(to: .opening + .hours(1))
    #expect(try now == .opening + .seconds(15), "and never runs ahead")
    #expect(try violations() == [])
  }

  @Test func `a policy takes effect at once, and moves no deadline that was made before`() throws {
    try engine.advance(by: .seconds(10))
    var policy = try engine.policy()
    policy.idleLimit = .minutes(1)
    policy.batch = 1
    try engine.setPolicy(policy)
    #expect(try engine.policy() == policy)
    try engine.advance(by: .seconds(10))
    #expect(try waiting() == 8 - 4)
    try engine.advance(by: .seconds(60))
    let live = try store.read { reader throws(BookingError) in try reader.liveTokens() }
    #expect(live.contains { $0.activity?.since == .opening + .seconds(10) }, "five minutes of idleness were promised")
    #expect(!live.contains { $0.activity?.since == .opening + .seconds(20) })
    #expect(try violations() == [])
  }

  @Test func `a new period is counted from its change`() throws {
    try engine.advance(by: .seconds(13))
    var policy = try engine.policy()
    policy.activationPeriod = .seconds(7)
    try engine.setPolicy(policy)
    #expect(try engine.nextDue() == .opening + .seconds(20))
    try engine.advance(by: .seconds(7))
    #expect(try waiting() == 2)
    #expect(try violations() == [])
  }

  @Test func `the same policy again is no change`() throws {
    let before = try engine.lastEvent()
    try engine.setPolicy(try engine.policy())
    #expect(try engine.lastEvent() == before)
  }

  @Test func `a reset forgets everything but the time, and uses no event's number twice`() throws {
    try engine.advance(by: .seconds(10))
    let user = try engine.people()[1].user
    let token = try engine.issueToken(user: user.id).token.credential
    let session = try engine.programme()[0].evenings[0].session.id
    let seat = try engine.seats(caller: user.id, token: token, session: session, visit: .action).seats[0].id
    let holds = try engine.holdSeats(
      caller: user.id, token: token, session: session, seats: [seat], key: RequestKey("a"))
    _ = try engine.pay(caller: user.id, token: token, reservations: holds.map(\.id), key: RequestKey("b"))
    let last = try engine.lastEvent()
    try engine.setRate(2000)
    try engine.reset(policy: Policy(), season: BookingFixture.season(rows: 4, width: 10), people: people)
    #expect(try now == .opening + .seconds(10))
    #expect(try waiting() == 8)
    #expect(try engine.policy() == Policy())
    #expect(try engine.events(after: EventID(0)).first?.kind == .houseReset)
    #expect(try engine.events(after: EventID(0)).allSatisfy { $0.id > last })
    #expect(try engine.people().map(\.user.balance) == people.map(\.balance))
    #expect(throws: BookingError.invalidToken(.unknown)) { try engine.lookUpToken(token) }
    // Q17: an older request key is unknown, and so is asked for the first time.
    let again = try engine.issueToken(user: user.id).token.credential
    clock.advance(.seconds(5))
    let held = try engine.holdSeats(
      caller: user.id, token: again, session: engine.programme()[0].evenings[0].session.id, seats: [seat],
      key: RequestKey("a"))
    #expect(held.map(\.heldAt) == [try now])
    #expect(try violations() == [])
    clock.advance(.seconds(1))
    #expect(try now == .opening + .seconds(22), "the clock runs on as fast as before")
  }

  @Test func `a real house refuses all of it, and stays as it is`() throws {
    let house = try BookingFixture()
    let before = try house.contents()
    let acts: [(BookingEngine) throws -> Void] = [
      { try $0.setRate(0) }, { try $0.advance(by: .seconds(1)) }, { try $0.advanceToNextDue() },
      { try $0.setPolicy(Policy()) }, { try $0.holdBack(to: .opening) },
      { try $0.reset(policy: Policy(), season: nil, people: []) },
    ]
    for act in acts {
      #expect(throws: BookingError.notADemonstration) { try act(house.engine) }
    }
    #expect(try house.contents() == before)
  }
}
