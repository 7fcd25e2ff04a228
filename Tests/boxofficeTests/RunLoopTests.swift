internal import GRDB
internal import TestSupport
internal import Testing
internal import Wording

/// How the loop goes on while the store will not have what is due.
@Suite("The run loop", .serialized)
struct RunLoopTests {
  @Test func `leaves a crowd alone for half a second when the store refuses what it does`() async throws {
    let stage = try Stage()
    let terminal = try Pty(
      stage, ["demo", "--crowd", "1500", "--speed", "1", "--language", "en", "--store", stage.store], store: nil)
    try await terminal.wait(for: "Waiting room")
    try await terminal.limitFiles(to: "4096", stage)
    // Twice a second for the crowd; the others are edges of seconds. Without the rest there were 44 and more.
    var wakeUps: [Int] = []
    for _ in 0..<3 {
      let spent = try await terminal.spend(milliseconds: 5_000)
      wakeUps.append(spent.wakeUps * 5_000 / spent.elapsed)
    }
    #expect(try #require(wakeUps.min()) <= 30, "\(wakeUps) in five seconds")
  }

  @Test func `leaves a journal alone for half a second when it cannot be copied`() async throws {
    let stage = try Stage(with: Quick.house)
    let terminal = try Pty(stage, ["--language", "en"])
    try await terminal.wait(for: "Sign in")
    try await terminal.settle()
    try await terminal.press([("\r", "Jazz After Midnight"), ("w", "Wallet")])
    // Room for the journal, but not for what lies at the end of the store.
    try await terminal.limitFiles(to: "4194304", stage)
    for _ in 0..<110 {
      for (key, news) in [("1", "won?"), ("y", "\u{1B}")] {
        let before = terminal.output.count
        terminal.write(key)
        try await terminal.wait(for: news, since: before)
      }
    }
    // A loop that does not rest takes all of a processor.
    let spent = try await terminal.spend(milliseconds: 3_000)
    #expect((1...20 * (spent.elapsed / 1000 + 1)).contains(spent.wakeUps))
    #expect(spent.processorTime <= spent.elapsed / 3)
    try await terminal.limitFiles(to: "unlimited", stage)
    try await eventually("the journal is copied") {
      try await terminal.spend(milliseconds: 1_000).wakeUps == 0 ? () : nil
    }
  }

  @Test func `tries again however often keys come meanwhile`() async throws {
    let stage = try Stage(with: Quick.house)
    let terminal = try Pty(stage, ["--language", "en"])
    try await terminal.wait(for: "Sign in")
    try await terminal.press([("\r", "Jazz After Midnight"), ("w", "Wallet"), ("1", "Top up 10,000 won?")])
    let other = try stage.lock()
    try await terminal.press([("y", "Trying again")])
    for _ in 0..<50 { try await terminal.disturb() }
    try other.inDatabase { try $0.execute(sql: "ROLLBACK") }
    try await eventually("it is done", every: 1) {
      try await terminal.disturb()
      return terminal.text().contains("Topped up") ? () : nil
    }
  }
}

extension Pty {
  /// Sets the size that the files of the running program may have.
  func limitFiles(to size: String, _ stage: Stage) async throws {
    let outcome = try await stage.run(["--pid", "\(child.pid)", "--fsize=\(size):"], program: "prlimit")
    #expect(outcome.end == .exited(0), "\(outcome.errors)")
  }

  /// Presses a key that draws the screen anew.
  fileprivate func disturb() async throws {
    write("\u{C}")
    _ = try await listen(milliseconds: 20)
  }

  /// Presses keys, each when what the last one showed has come.
  fileprivate func press(_ steps: [(keys: String, news: String)]) async throws {
    for (keys, news) in steps {
      write(keys)
      try await wait(for: news)
      try await settle()
    }
  }
}

extension Stage {
  /// Takes the store's lock, as another terminal does that commits.
  fileprivate func lock() throws -> DatabaseQueue {
    var open = Configuration()
    open.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: store, configuration: open)
    try other.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
    return other
  }
}
