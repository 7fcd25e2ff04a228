import Booking
import SQLiteStore
import TestSupport
import Testing

@testable import Crowd

@Suite("A crowd in a house")
struct CrowdTests {
  /// A demonstration in memory, and a crowd that has come to it.
  private struct Show {
    let clock = SteppedClock()
    let store: DatabaseStore
    let engine: BookingEngine
    let crowd: Crowd

    init(_ plan: CrowdPlan, policy: Policy = Policy(), rows: Int = 10, width: Int = 20) throws {
      store = try DatabaseStore.inMemory()
      engine = BookingEngine(store: store, clock: clock, random: SeededRandom(seed: 1))
      try engine.create(
        .demonstration, anchor: clock.anchor(at: .opening, rate: 1000), policy: policy,
        season: BookingFixture.season(rows: rows, width: width))
      crowd = try Crowd(plan, in: store, from: .opening)
    }

    /// Lets time pass in steps, as a screen's frames do.
    func run(_ duration: Duration, step: Duration) throws {
      var left = duration
      while left > .zero {
        let now = min(step, left)
        clock.advance(now)
        try crowd.act(through: try engine.now())
        try engine.runSchedule()
        left = .milliseconds(left.milliseconds - now.milliseconds)
      }
    }

    func violations() throws -> [Violation] {
      try store.audit { reader throws(BookingError) in try Audit(reader) }.violations()
    }

    func events(_ kind: Event.Kind) throws -> [Event] {
      try engine.events(after: EventID(0), limit: .max).filter { $0.kind == kind }
    }
  }

  private func plan(_ size: Int, seed: UInt64 = 1, _ arrivals: CrowdPlan.Arrivals = .rush) -> CrowdPlan {
    var plan = CrowdPlan()
    plan.size = size
    plan.seed = seed
    plan.arrivals = arrivals
    plan.span = .minutes(10)
    return plan
  }

  @Test func `comes, waits, holds, pays and leaves, by the rules`() throws {
    let show = try Show(plan(300))
    try show.run(.minutes(40), step: .seconds(1))
    #expect(show.crowd.absent == 0)
    for kind in Event.Kind.allCases
    where ![.houseReset, .holdReleased, .balanceOpened, .idleLimitMoved, .balanceSet, .priceSet].contains(kind) {
      #expect(try !show.events(kind).isEmpty, "\(kind)")
    }
    let ends = Set(try show.events(.tokenEnded).compactMap(\.reason))
    #expect(ends.isSuperset(of: [.paid, .left, .idle]))
    #expect(try show.violations() == [])
  }

  @Test func `is the same for the same seed, at any frame rate`() throws {
    let contents = try [Duration.milliseconds(330), .seconds(7), .minutes(20)].map { step in
      let show = try Show(plan(120))
      try show.run(.minutes(20), step: step)
      return try show.store.contents()
    }
    for other in contents.dropFirst() { #expect(other == contents[0]) }
    let different = try Show(plan(120, seed: 2))
    try different.run(.minutes(20), step: .minutes(1))
    #expect(try different.store.contents() != contents[0])
  }

  @Test func `breaks no invariant in a hall that is too small for it`() throws {
    var policy = Policy()
    policy.maxActive = 40
    policy.batch = 15
    let show = try Show(plan(600, .wave), policy: policy, rows: 4, width: 12)
    for _ in 0..<12 {
      try show.run(.minutes(5), step: .seconds(2))
      #expect(try show.violations() == [])
    }
    let sold = try show.events(.seatPaid).count
    #expect(sold <= 2 * 48)
    #expect(sold > 80, "nearly all seats are sold")
  }

  @Test func `stops after as many turns as it may take, and goes on where it stopped`() throws {
    let show = try Show(plan(50, .steady))
    show.clock.advance(.minutes(10))
    let now = try show.engine.now()
    var rounds = 0
    while try !show.crowd.act(through: now, limit: 10) { rounds += 1 }
    #expect(rounds > 10)
    #expect(show.crowd.absent == 0)
    #expect(try show.violations() == [])
  }

  @Test func `leaves the queue and the sale when it is sent away`() throws {
    let show = try Show(plan(200))
    try show.run(.minutes(3), step: .seconds(1))
    #expect(try show.engine.due() != nil)
    try show.crowd.leave(at: try show.engine.now())
    let issued = try show.events(.tokenIssued).count
    #expect(try show.events(.tokenEnded).count == issued)
    try show.run(.minutes(20), step: .seconds(5))
    #expect(try show.events(.tokenIssued).count == issued, "nobody comes any more")
    #expect(try show.engine.due() == nil, "and nobody holds anything")
    #expect(try show.violations() == [])
  }

  @Test func `acts after a person who was faster`() throws {
    let show = try Show(plan(50))
    show.clock.advance(.minutes(5))
    // A person's look settles the house up to now, before the crowd had its turns.
    _ = try show.engine.addUser(name: "You")
    try show.crowd.act(through: try show.engine.now())
    #expect(try show.violations() == [])
  }
}
