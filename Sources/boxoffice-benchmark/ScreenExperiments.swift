internal import Booking
internal import Canvas
internal import Foundation
internal import Screens

/// Key presses and frames of 200x60 cells, against what a person waits for without noticing.
enum ScreenExperiments {
  static let size = Size(width: 200, height: 60)

  static func stadium(in folder: URL) -> Subject {
    Subject(name: "screen: a stadium of 50,000 seats") {
      let house = try StadiumFixture(in: folder)
      let steps = try [("whole hall", 0), ("small", 1), ("seats", 2), ("numbered", 3)].map { name, zooms in
        let stage = try house.stage(zoomedIn: zooms)
        return limit(8, "a step to a finished frame: \(name)") { stage.steps(200) }
      }
      let stage = try house.stage(zoomedIn: 2)
      let list = try house.stage(zoomedIn: 2, extra: ["i"])
      return [
        limit(150, "opening it, from the store to the first frame") { try openings(house) }
      ] + steps + [
        limit(8, "another's hold to a finished frame") { try house.changes(50, seenBy: stage) },
        limit(8, "best four together to a finished frame") { stage.times(20) { ["4", "b"] } },
        limit(8, "a letter of a seat's name to a finished frame") { stage.searches(10) },
        limit(8, "a step in the list to a finished frame") { list.steps(200) },
      ]
    }
  }

  static func crowd(in folder: URL) -> Subject {
    Subject(name: "screen: a crowd of 10,000 at sixty times real time") {
      [
        limit(33, "what it takes of each frame of a thirtieth of a second") {
          try CrowdFixture(in: folder).frames().crowd
        },
        Experiment(name: "it and the panel, share of a core", anchor: "50 %", goal: .atMost(1)) {
          let frames = try CrowdFixture(in: folder).frames().all
          let share = Double(frames.reduce(0, +)) / Double(frames.count) / 33_000_000
          return Experiment.Round(ours: Samples(frames), ratio: share / 0.5)
        },
      ]
    }
  }

  /// A p95 within so many milliseconds.
  private static func limit(
    _ milliseconds: Double, _ name: String, _ times: @escaping () throws -> [Int64]
  ) -> Experiment {
    Experiment(name: name, anchor: "\(Int(milliseconds)) ms, at p95", goal: .atMost(1)) {
      let ours = Samples(try times())
      return Experiment.Round(ours: ours, ratio: ours.percentile(95) / (milliseconds * 1_000_000))
    }
  }

  static func openings(_ house: StadiumFixture) throws -> [Int64] {
    try (0..<9).map { _ in
      let stage = try house.atSessions()
      return Stopwatch.nanoseconds {
        stage.press(.enter)
        _ = stage.app.frame(size)
      }
    }
  }
}
