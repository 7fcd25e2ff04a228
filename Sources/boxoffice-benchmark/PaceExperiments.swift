internal import Booking
internal import Foundation

/// Eight terminals of people with quick hands on one store.
enum PaceExperiments {
  private static let terminals = 8
  private static let holds = 60

  static func terminals(in folder: URL) -> Subject {
    Subject(name: "terminals: eight on one file, FULL") {
      let house = try SeatFixture(in: folder)
      // Both are told of the same rounds.
      var rounds: [Samples] = []
      return [
        Experiment(name: "hold, p99", anchor: "a frame of 16.7 ms", goal: .atMost(0.25)) {
          let samples = try play(at: house)
          rounds.append(samples)
          return Experiment.Round(ours: samples, ratio: samples.percentile(99) / frame)
        },
        Experiment(name: "hold, the worst", anchor: "a frame of 16.7 ms", goal: .atMost(1)) {
          let samples = rounds.isEmpty ? try play(at: house) : rounds.removeFirst()
          return Experiment.Round(ours: samples, ratio: samples.percentile(100) / frame)
        },
      ]
    }
  }

  private static let frame = 16_700_000.0

  private static func play(at house: SeatFixture) throws -> Samples {
    let programs = try house.admit(terminals).enumerated().map { index, guest in
      let program = Process()
      let output = Pipe()
      program.executableURL = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      program.arguments =
        ["pace", "--store", house.path] + guest + ["--seat", "\(1 + index * holds)", "--count", "\(holds)"]
      program.standardOutput = output
      try program.run()
      return (program, output)
    }
    let times = programs.flatMap { program, output -> [Int64] in
      let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      program.waitUntilExit()
      return text.split(separator: "\n").compactMap { Int64($0) }
    }
    guard times.count == terminals * holds else { throw Skip(reason: "a terminal failed") }
    return Samples(times)
  }
}
