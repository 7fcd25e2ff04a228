import Booking
import GRDB
import SQLiteStore
import TestSupport
import Testing

extension Stress {
  /// Processes write, copy the log, come and go on one store, and another program writes through SQLite with its own
  /// habits: none of them calls what another did a damage or a stranger's hand.
  @Suite("Many on one store, and somebody who judges it")
  struct CoexistenceTests {
    private static let checks = LongForm.times(25, long: 1000)

    @Test(.timeLimit(.minutes(60))) func `nobody cries wolf`() async throws {
      let house = try StressFixture(
        .with { $0.balanceCeiling = Won(1_000_000_000_000) }, rows: 1, width: 2, people: 60, balance: Won(1))
      // Others are the last to close it, so that the log goes and comes.
      house.store.close()
      var seed = 0
      func churn(_ place: Int) throws -> Worker {
        seed += 1
        return try house.start(
          "churn", "--seed", "\(seed)", "--person", "\(place * 20 + 1)", "--people", "20", "--breath", "1500", "--life",
          "\(20 + seed * 37 % 200)")
      }
      var workers = try (0..<3).map(churn)
      var copier = try house.start("copy", "--seed", "1")
      for round in 0..<Self.checks {
        if let trouble = try await house.check() { Issue.record("check \(round): \(trouble)") }
        if round % 5 == 0 { try habits(of: round, house.path) }
        for place in workers.indices {
          guard let end = workers[place].child.poll() else { continue }
          let said = try workers[place].lines + [workers[place].errors]
          #expect(end == .exited(0), "\(said)")
          workers[place] = try churn(place)
        }
        // Now and then nobody has it open.
        if round % 8 == 7 {
          try await copier.kill()
          for worker in workers { _ = try await worker.finished() }
          if let trouble = try await house.check() { Issue.record("at rest, check \(round): \(trouble)") }
          workers = try (0..<3).map(churn)
          copier = try house.start("copy", "--seed", "\(round)")
        }
      }
      try await copier.kill()
      for worker in workers { _ = try await worker.finished() }
      #expect(seed > 6)
      #expect(try await house.check() == nil)
    }

    /// What another program does that opens the store through SQLite.
    private func habits(of round: Int, _ path: String) throws {
      var configuration = Configuration()
      configuration.busyMode = .timeout(30)
      let other = try DatabaseQueue(path: path, configuration: configuration)
      try other.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA wal_autocheckpoint = 3")
        for _ in 0..<5 { try db.execute(sql: "UPDATE user SET name = name WHERE id = 1") }
        if round % 10 == 0 { try? db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
      }
      try other.close()
    }
  }
}
