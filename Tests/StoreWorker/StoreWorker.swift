import ArgumentParser

/// A process of the stress tests: books on a store as fast as it can, through the engine that the program uses.
@main
struct StoreWorker: ParsableCommand {
  static let configuration = CommandConfiguration(
    subcommands: [Race.self, Book.self, Ask.self, Tick.self, Churn.self, Copy.self, PowerCuts.self])
}
