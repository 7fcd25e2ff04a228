import Booking
import SQLiteStore
import TestSupport
import Testing

extension Stress {
  /// The disk fails when a commit is to reach it: the money may be there, and nobody is told that nothing changed.
  @Suite("A commit whose flush fails")
  struct FailedFlushTests {
    private func house() throws -> StressFixture {
      let house = try StressFixture(StressFixture.open, rows: 1, width: 2, people: 1, balance: Won(100))
      // The log is read anew by whoever opens the store next.
      house.store.close()
      return house
    }

    private func balances(_ house: StressFixture, askingAgain: Bool) throws -> [Won] {
      let store = try StoreFile(path: house.path).open { _ in }.store
      defer { store.close() }
      let engine = BookingEngine(store: store, clock: BootClock())
      let found = try engine.balance(user: UserID(1))
      guard askingAgain else { return [found] }
      let answer = try engine.charge(user: UserID(1), amount: Won(5), key: RequestKey("flush"))
      return [found, answer, try engine.balance(user: UserID(1))]
    }

    @Test func `may stand when the store is opened again, and asked again it is done once`() async throws {
      let house = try house()
      let told = try await house.start("flush", "--failures", "1", "--tries", "1").finished()
      #expect(told.count == 1 && told[0].contains("outcomeUnknown"), "\(told)")
      #expect(try balances(house, askingAgain: true) == [Won(106), Won(106), Won(106)])
      #expect(try await house.check() == nil)
    }

    @Test func `asked again at once it is done once, and told`() async throws {
      let house = try house()
      let told = try await house.start("flush", "--failures", "3", "--tries", "5").finished()
      #expect(told.prefix(3).allSatisfy { $0.contains("outcomeUnknown") }, "\(told)")
      #expect(told.suffix(2) == ["got 106", "got 106"], "\(told)")
      #expect(try balances(house, askingAgain: false) == [Won(106)])
      #expect(try await house.check() == nil)
    }
  }
}
