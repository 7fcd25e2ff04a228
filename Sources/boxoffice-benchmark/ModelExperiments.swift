internal import Foundation
internal import HouseSimulation
internal import SQLiteStore

/// How fast the rules are checked: operations at random, as the tests take them.
enum ModelExperiments {
  /// Of each history, as in the tests.
  private static let steps = 220

  static func operations(in folder: URL) -> Subject {
    Subject(name: "model: operations at random") {
      let house = try SeatFixture(in: folder)
      var seed: UInt64 = 0
      return [
        Experiment(
          name: "a random operation against the model", anchor: "a hold in C, NORMAL", goal: .atMost(3)
        ) {
          let anchor = try house.baselineHolds(600, .normal)
          var count = 0
          let time = try Stopwatch.nanoseconds {
            for policy in SimulatedPolicy.allCases {
              for _ in 0..<4 {
                seed += 1
                let finding = try Hunt(policy: policy, seed: seed).run(steps: steps)
                if let finding { throw Skip(reason: "the engine and the model differ: \(finding)") }
                count += steps
              }
            }
          }
          return Experiment.Round(ours: nil, ratio: Double(time) / Double(count) / anchor.median)
        }
      ]
    }
  }
}
