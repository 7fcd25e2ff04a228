import Booking
import Foundation
import SQLiteStore
import TestSupport
import Testing

@testable import Crowd

/// Two hours of a sale. BOXOFFICE_CROWD says how many come: 2,000 unless it is set, and then with several seeds.
@Suite("A crowd for two hours")
struct LongCrowdTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let size = environment["BOXOFFICE_CROWD"].flatMap { Int($0) } ?? 2000
  private static let seeds: [UInt64] = environment["BOXOFFICE_CROWD"] == nil ? [1] : [1, 2, 3]

  @Test(arguments: seeds, [nil, 200] as [Int64?])
  func `breaks no invariant at any half hour, and sells no seat twice`(_ seed: UInt64, _ cap: Int64?) throws {
    let clock = SteppedClock()
    let store = try DatabaseStore.inMemory()
    let engine = BookingEngine(store: store, clock: clock, random: SeededRandom(seed: seed))
    var policy = Policy()
    policy.maxActive = cap
    // Two evenings that hold a little less than everybody wants.
    let width = max(10, Self.size / 50)
    try engine.create(
      .demonstration, anchor: clock.anchor(at: .opening, rate: 60_000), policy: policy,
      season: BookingFixture.season(rows: 26, width: width))
    var plan = CrowdPlan()
    plan.size = Self.size
    plan.seed = seed
    plan.span = .minutes(90)
    let crowd = try Crowd(plan, in: store, from: .opening)
    for half in 1...4 {
      try store.batch { () throws(BookingError) in
        _ = try crowd.act(through: .opening + .minutes(30) * Int64(half))
      }
      let violations = try store.audit { reader throws(BookingError) in try Audit(reader) }.violations()
      #expect(violations == [], "seed \(seed), cap \(cap ?? -1), \(half) half hours")
    }
    #expect(crowd.absent == 0)
    let sold = try store.read { reader throws(BookingError) in
      try reader.events(after: EventID(0), limit: .max)
    }.count { $0.kind == .seatPaid }
    #expect(sold > Self.size / 2)
    #expect(sold <= 2 * 26 * width)
  }
}
