internal import ArgumentParser
internal import Foundation

/// Measures boxoffice against what the same work costs at least, in one run, and prints one table.
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "Measure boxoffice against what the same work costs at least, in the same run.",
    discussion: """
      Ratios are ours by the anchor's, the median of all rounds with the least and the most. It takes two cores, and a \
      few minutes.
      """)

  @Option(help: ArgumentHelp("How often each is measured, 5 to 99.", valueName: "count")) var rounds = 5
  @Option(help: ArgumentHelp("Only what has these words in its name, such as queue.", valueName: "words"))
  var only: String?
  @Flag(help: "Print JSON instead of a table.") var json = false

  func validate() throws {
    guard (5...99).contains(rounds) else { throw ValidationError("--rounds: must lie between 5 and 99.") }
  }

  func run() throws {
    try Workplace.use { folder in try measure(in: folder) }
  }

  private func measure(in folder: URL) throws {
    var report = Report()
    for subject in Self.subjects(in: folder) {
      if let only, !subject.name.localizedCaseInsensitiveContains(only) { continue }
      tell("\(subject.name) ...")
      do {
        for experiment in try subject.prepare() {
          let line = Report.Line(
            subject: subject.name, experiment: experiment,
            rounds: try (0..<rounds).map { _ in try experiment.round() })
          report.add(line)
          tell("  \(Report.row(line).joined(separator: "  "))")
        }
      } catch let skip as Skip {
        tell("  skipped: \(skip.reason)")
      }
    }
    print(json ? report.json : report.table)
  }

  private static func subjects(in folder: URL) -> [Subject] {
    [
      QueueExperiments.joins(in: folder), QueueExperiments.large(in: folder), SeatExperiments.sales(in: folder),
      PaceExperiments.terminals(in: folder),
      ScreenExperiments.stadium(in: folder), ScreenExperiments.crowd(in: folder),
      ProgramExperiments.starting(in: folder), ProgramExperiments.keys(in: folder),
      ProgramExperiments.answers(in: folder), ModelExperiments.operations(in: folder),
    ]
  }
}

/// Says on standard error how far it is.
func tell(_ text: String) { FileHandle.standardError.write(Data("\(text)\n".utf8)) }
