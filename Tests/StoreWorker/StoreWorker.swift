import ArgumentParser

/// A process of the tests: most work on a store as fast as they can, through the engine that the program uses.
@main
struct StoreWorker: ParsableCommand {
  static let configuration = CommandConfiguration(
    subcommands: [
      Race.self, Book.self, Ask.self, Tick.self, Churn.self, Copy.self, PowerCuts.self, Flush.self, Trap.self,
    ])
}
