import GRDB
import SQLiteStore
import TestSupport
import Testing

@testable import Booking

extension Stress {
  /// Eight processes race for a hall (H1, H2, P1): 100 seats with 150 attempts each in the quick form, 500 seats
  /// with 10,000 attempts each in the long one.
  @Suite("Processes race for one hall")
  struct SeatRaceTests {
    private static let processes = 8
    private static let people = 80
    private static let attempts = LongForm.times(150, long: 10_000)
    private static let seats = LongForm.times(100, long: 500)

    private func makeHouse() throws -> StressFixture {
      try StressFixture(
        StressFixture.open, rows: Self.seats / 25, width: 25, people: Self.processes * Self.people,
        balance: Won(5_000_000))
    }

    /// What the processes counted, summed up; the slowest command is the slowest of all.
    private func race(in house: StressFixture, _ flags: String...) async throws -> [String: Int] {
      let workers = try (0..<Self.processes).map { number in
        try house.start(
          "race",
          options: [
            "--seed", "\(number + 1)", "--person", "\(number * Self.people + 1)", "--people", "\(Self.people)",
            "--attempts", "\(Self.attempts)",
          ] + flags)
      }
      var sum: [String: Int] = [:]
      for worker in workers {
        for word in try await worker.finished().last?.split(separator: " ") ?? [] {
          let parts = word.split(separator: "=")
          let (name, value) = (String(parts[0]), Int(parts[1]) ?? -1)
          if name == "slowest" { sum[name] = max(sum[name] ?? 0, value) } else { sum[name, default: 0] += value }
        }
      }
      return sum
    }

    @Test func `every seat is sold once, everybody else is refused, and nobody waits long`() async throws {
      let house = try makeHouse()
      let counts = try await race(in: house)
      #expect(counts["sold"] == Self.seats)
      #expect(counts["taken"] == Self.processes * Self.attempts - Self.seats)
      #expect(Set(counts.keys) == ["sold", "taken", "busy", "slowest"], "no other refusal: \(counts)")
      // A guard against starving for good, not a measurement.
      #expect(counts["slowest"]! < 900_000_000)
      #expect(try house.engine.saleOfFirstSession() == Self.seats)
      #expect(try house.violations() == [])
      print("seat race: \(Self.processes) processes × \(Self.attempts) attempts: \(counts)")
    }

    @Test func `whoever decides by what was read before is stopped by the guard of the update`() async throws {
      let house = try makeHouse()
      let counts = try await race(in: house, "--stale")
      #expect(counts["sold"] == Self.seats)
      #expect(try house.violations() == [])
    }

    /// The control: a race that would not show an oversold hall proves nothing.
    @Test func `without the guards the hall is oversold`() async throws {
      let house = try makeHouse()
      let database = try DatabaseQueue(path: house.path)
      try await database.write { try $0.execute(sql: "DROP INDEX reservation_seat") }
      try database.close()
      let counts = try await race(in: house, "--stale", "--unguarded")
      #expect(counts["sold"]! > Self.seats)
      #expect(try house.violations() != [])
    }
  }
}

extension BookingEngine {
  /// How many seats of the first session are sold.
  fileprivate func saleOfFirstSession() throws -> Int {
    let session = try programme()[0].evenings[0].session.id
    return try store.read { reader throws(BookingError) in try reader.seats(of: session) }.count {
      if case .sold = $0.status { true } else { false }
    }
  }
}
