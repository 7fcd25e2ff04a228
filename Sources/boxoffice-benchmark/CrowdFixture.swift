internal import Booking
internal import Canvas
internal import Crowd
internal import Foundation
internal import SQLiteStore
internal import Screens
internal import SeatingPlan
internal import Wording

/// A demonstration on a real file to which a crowd of 10,000 comes, seen in frames at sixty times real time.
final class CrowdFixture {
  private let clock = SteppedClock()
  private let store: DatabaseStore
  private let engine: BookingEngine
  private let crowd: Crowd

  init(in folder: URL) throws {
    let start = Timestamp(milliseconds: 1_800_000_000_000)
    let clock = clock
    store = try StoreFile(path: folder.appending(path: "crowd-\(UUID().uuidString).sqlite").path).open { store in
      var policy = Policy()
      policy.batch = 100
      try BookingEngine(store: store, clock: clock).create(
        .demonstration, anchor: clock.anchor(at: start, rate: 60_000), policy: policy,
        season: .arena(from: start))
    }.store
    engine = BookingEngine(store: store, clock: clock)
    var plan = CrowdPlan()
    plan.size = 10_000
    crowd = try Crowd(plan, in: store, from: start)
  }

  deinit { store.close() }

  /// What each frame of a thirtieth of a second takes, over the time in which the crowd comes: of the crowd alone, and of
  /// all, with the presenter's panel drawn.
  func frames() throws -> (crowd: [Int64], all: [Int64]) {
    let app = try App(engine: engine, language: .english, theme: Theme(hasColor: true, glyphs: .unicode))
    app.openControlPanel()
    var (crowds, all): ([Int64], [Int64]) = ([], [])
    for _ in 0..<450 {
      clock.advance(.milliseconds(33))
      let now = try engine.now()
      let crowdTime = try Stopwatch.nanoseconds {
        let isDone = try store.batch { () throws(BookingError) in try crowd.act(through: now) }
        precondition(isDone)
      }
      crowds.append(crowdTime)
      all.append(
        crowdTime
          + Stopwatch.nanoseconds {
            app.tick(isStoreNews: true)
            _ = app.frame(Size(width: 120, height: 40))
            if store.wantsCheckpoint(whenIdle: false) { store.checkpoint() }
          })
    }
    return (crowds, all)
  }
}

extension Season {
  /// What goes on sale in the arena.
  static func arena(from start: Timestamp) -> Season {
    .opening(of: HallDraft(name: LocalizedText("누리아레나", "Nuri Arena"), plan: SampleHalls.arena), from: start)
  }
}
