internal import ArgumentParser

@main
struct Benchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "boxoffice-benchmark", abstract: "Measure boxoffice.",
    subcommands: [MeasureCommand.self, GrowthCommand.self, PaceCommand.self], defaultSubcommand: MeasureCommand.self)
}
