internal import Booking
internal import Crowd
internal import Foundation
internal import SQLiteStore
internal import Screens
internal import SeatingPlan

/// A demonstration on a real file to which a crowd of 10,000 comes, seen in frames at sixty times real time.
final class CrowdHouse {
  private let clock = SteppedClock()
  private let store: DatabaseStore
  private let engine: BookingEngine
  private let crowd: Crowd

  init(in folder: URL) throws {
    let start = Timestamp(milliseconds: 1_800_000_000_000)
    let hall = HallDraft(name: LocalizedText("누리아레나", "Nuri Arena"), plan: SampleHalls.arena)
    let clock = clock
    store = try StoreFile(path: folder.appending(path: "crowd-\(UUID().uuidString).sqlite").path).open { store in
      var policy = Policy()
      policy.batch = 100
      try BookingEngine(store: store, clock: clock).found(
        .demonstration, anchor: clock.anchor(at: start, rate: 60_000), policy: policy,
        season: .opening(of: hall, from: start))
    }.store
    engine = BookingEngine(store: store, clock: clock)
    var plan = CrowdPlan()
    plan.size = 10_000
    crowd = try Crowd(plan, in: store, from: start)
  }

  deinit { store.close() }

  /// What the crowd takes of each frame of a thirtieth of a second, over the time in which it comes.
  func frames() throws -> [Int64] {
    try (0..<450).map { _ in
      clock.advance(.milliseconds(33))
      let now = try engine.now()
      return try Stopwatch.nanoseconds {
        let isDone = try store.batch { () throws(BookingError) in try crowd.act(through: now) }
        precondition(isDone)
      }
    }
  }
}
