import Booking
import GRDB
import SQLiteStore
import TestSupport
import Testing

extension Stress {
  /// Eight processes charge, pay, release and let holds end, while a reader sums all the money there is, every ten
  /// milliseconds: what came in is what lies in wallets and what was paid, at every instant.
  @Suite("Money while eight processes move it")
  struct BankTests {
    private static let looks = LongForm.times(150, long: 6000)

    private static let sums = """
      SELECT (SELECT SUM(balance) FROM user) + (SELECT COALESCE(SUM(amount), 0) FROM payment),
        (SELECT SUM(amount) FROM ledger WHERE kind <> 'payment'), (SELECT COUNT(*) FROM payment)
      """

    @Test(.timeLimit(.minutes(60))) func `every sum is the same`() async throws {
      let people = 48
      let house = try StressFixture(
        .with {
          $0.activationPeriod = .milliseconds(5)
          $0.holdDuration = .milliseconds(60)
          $0.balanceCeiling = Won(1_000_000_000_000)
        }, rows: 8, width: 10, people: people, balance: Won(100_000_000))
      let workers = try (0..<8).map { number in
        try house.start(
          "book", "--seed", "\(number + 1)", "--person", "\(number * 6 + 1)", "--people", "6",
          "--pause", LongForm.isAskedFor ? "0" : "5")
      }
      let database = try DatabaseQueue(path: house.path)
      var states: Set<String> = []
      var look = 0
      // On a busy machine it takes more looks to see money move.
      while look < Self.looks || states.count <= Self.looks / 10 && look < 100 * Self.looks {
        look += 1
        try await Task.sleep(for: .milliseconds(10))
        // One statement, and so one view.
        let (sum, came, paid) = try await database.read { db in
          let row = try Row.fetchOne(db, sql: Self.sums)!
          return (row[0] as Int64, row[1] as Int64, row[2] as Int64)
        }
        #expect(sum == came, "look \(look)")
        states.insert("\(came) \(paid)")
      }
      #expect(states.count > Self.looks / 10, "money moved meanwhile")
      for worker in workers {
        #expect(worker.child.poll() == nil, "none has stopped")
        try await worker.kill()
      }
      #expect(try house.violations() == [])
      print("bank: \(Self.looks) sums of \(states.count) states")
    }
  }
}
