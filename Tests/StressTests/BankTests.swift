import Booking
import SQLiteStore
import TestSupport
import Testing

extension Stress {
  /// Eight processes charge, pay, release and let holds end, while a reader sums all the money there is, every ten
  /// milliseconds: what came in is what lies in wallets and what was paid, at every instant.
  @Suite("Money while eight processes move it")
  struct BankTests {
    private static let looks = StressHouse.isLong ? 6000 : 150

    @Test(.timeLimit(.minutes(60))) func `every sum is the same`() async throws {
      let people = 48
      let house = try StressHouse(
        .with {
          $0.activationPeriod = .milliseconds(5)
          $0.holdDuration = .milliseconds(60)
          $0.balanceCeiling = Won(1_000_000_000_000)
        }, rows: 8, width: 10, people: people, balance: Won(100_000_000))
      let workers = try (0..<8).map { number in
        try house.start(
          "book", "--seed", "\(number + 1)", "--person", "\(number * 6 + 1)", "--people", "6",
          "--pause", StressHouse.isLong ? "0" : "5")
      }
      var states: Set<String> = []
      for look in 1...Self.looks {
        try await Task.sleep(for: .milliseconds(10))
        let (sum, came, paid) = try house.store.audit { reader throws(BookingError) in
          let ledger = try reader.allLedgerEntries()
          let payments = try reader.allPayments()
          return (
            try reader.users().map(\.balance).sum() + payments.map(\.amount).sum(),
            ledger.filter { $0.kind != .payment }.map(\.amount).sum(), payments.count
          )
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
