import Booking
import Foundation
import SQLiteStore
import TestSupport
import Testing

extension Stress {
  /// SQLite before 3.51.3 can corrupt a file when its log is reset while it is copied. Two processes write while three copy
  /// the log over and over, with naps at the worst instant: 10 s in the quick form, five times a minute in the long one.
  @Suite("The log while it is copied")
  struct LogCheckpointTests {
    private static let rounds = LongForm.times(1, long: 5)
    private static let length = LongForm.times(10, long: 60)

    /// Runs writers and copiers, and tells whether the file is sound after.
    private func run(_ flags: [String], seconds: Int) async throws -> (isSound: Bool, commits: Int64) {
      let house = try StressFixture(
        .with { $0.balanceCeiling = Won(1_000_000_000_000) }, rows: 1, width: 2, people: 40, balance: Won(1))
      let writers = try (0..<2).map { number in
        try house.start("churn", "--seed", "\(number)", "--person", "\(number * 20 + 1)", "--people", "20")
      }
      let copiers = try (0..<3).map { try house.start("copy", options: flags + ["--seed", "\($0)"]) }
      try await Task.sleep(for: .seconds(seconds))
      for worker in writers + copiers { try await worker.kill() }
      let commits = (try? house.engine.people().map(\.user.balance.amount).reduce(0, +)) ?? 0
      let trouble = try await house.check()
      return (trouble == nil, commits - 40)
    }

    @Test(.timeLimit(.minutes(30))) func `is never reset under a copier's hands`() async throws {
      for round in 1...Self.rounds {
        let (isSound, commits) = try await run([], seconds: Self.length)
        #expect(isSound, "round \(round)")
        #expect(commits > 0)
        print("log: \(Self.length) s, \(commits) commits, sound: \(isSound)")
      }
    }

    /// The control.
    @Test(.timeLimit(.minutes(30))) func `copied without keeping writers out, a file is corrupted`() async throws {
      for round in 1...100 {
        let (isSound, commits) = try await run(["--plain"], seconds: 3)
        if isSound { continue }
        print("log, plain: damaged in round \(round), after \(commits) commits")
        return
      }
      Issue.record("no corruption: this SQLite has the cure, or the race was not met; the suite proves nothing here")
    }
  }
}
