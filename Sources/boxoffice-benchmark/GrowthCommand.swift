internal import ArgumentParser
internal import Booking
internal import Foundation
internal import SQLiteStore
internal import Screens
internal import SeatingPlan

/// Measures how cost grows with the line and with the hall, and draws it.
struct GrowthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "growth", abstract: "Draw how cost grows with the line and with the hall.",
    discussion: """
      Positions, joins and admissions with 1,000 to 1,000,000 who wait; a map's opening and its moves with 1,000 to \
      50,000 seats. Prints the medians, and writes one picture for each. It takes some minutes.
      """)

  @Argument(help: ArgumentHelp("The folder for growth-*.svg.", valueName: "folder")) var folder: String

  func run() throws {
    try Workplace.use { workplace in
      for plot in try lines(in: workplace) + halls(in: workplace) {
        let file = URL(filePath: folder).appending(path: "growth-\(plot.name).svg")
        try plot.svg.write(to: file, atomically: true, encoding: .utf8)
        let points = plot.points.map { "\(Int64($0.size).grouped): \(Report.text($0.microseconds)) us" }
        print("\(plot.name): \(points.joined(separator: ", ")); \(plot.verdict)")
      }
    }
  }

  private func lines(in folder: URL) throws -> [Plot] {
    var (positions, joins, admissions): ([Plot.Point], [Plot.Point], [Plot.Point]) = ([], [], [])
    for size in [1000, 10_000, 100_000, 1_000_000] {
      tell("\(Int64(size).grouped) wait ...")
      let house = try QueueFixture(in: folder, waiting: size, leavingEvery: 10)
      positions.append(Plot.Point(size, try rounds { try house.positions(5000) }))
      joins.append(Plot.Point(size, try rounds { try house.joins(100, .normal) }))
      // No more than wait at least.
      admissions.append(Plot.Point(size, try rounds { try house.admissions(1) }))
    }
    return [
      Plot("position", "A place in the line", "people who wait", positions, .logarithmic),
      Plot("join", "A join, NORMAL", "people who wait", joins, .logarithmic),
      Plot("admit", "An admission of 100", "people who wait", admissions, .logarithmic),
    ]
  }

  private func halls(in folder: URL) throws -> [Plot] {
    var (openings, moves): ([Plot.Point], [Plot.Point]) = ([], [])
    for plan in [SampleHalls.theatre, SampleHalls.arena, SampleHalls.stadium] {
      let house = try StadiumFixture(in: folder, plan: plan)
      tell("\(Int64(house.size).grouped) seats ...")
      openings.append(Plot.Point(house.size, try rounds { Samples(try ScreenExperiments.openings(house)) }))
      let stage = try house.stage(zoomedIn: 2)
      moves.append(Plot.Point(house.size, rounds { Samples(stage.steps(200)) }))
    }
    return [
      Plot("opening", "Opening a map", "seats", openings, .linear),
      Plot("moving", "A step on a map", "seats", moves, .logarithmic),
    ]
  }

  /// The median of five rounds' medians, in nanoseconds.
  private func rounds(_ body: () throws -> Samples) rethrows -> Double {
    try (0..<5).map { _ in try body().median }.sorted()[2]
  }
}
