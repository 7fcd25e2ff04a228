import Booking
import Foundation
import SQLiteStore
import TestSupport
import Testing

extension Stress {
  /// Each money command is asked one to five times with one key, by one process and by four at once: one effect, and the
  /// same answer to all.
  @Suite("Request keys between processes")
  struct RequestKeyTests {
    private static let rounds = LongForm.times(25, long: 1000)

    @Test(arguments: [1, 4]) func `however often it is asked, it happens once and is answered alike`(
      processes: Int
    ) async throws {
      let people = Int64(Self.rounds)
      let house = try StressFixture(
        StressFixture.open, rows: 10, width: 200, people: Int(people), balance: Won(1_000_000))
      let session = try house.engine.programme()[0].evenings[0].session.id
      let seats = try house.store.read { reader throws(BookingError) in try reader.seats(of: session) }.map(\.id)
      var tokens: [TokenCredential] = []
      for user in 1...people { tokens.append(try house.engine.issueToken(user: UserID(user)).token.credential) }
      while try house.engine.lookUpToken(tokens[tokens.count - 1]).token.activity == nil { usleep(1000) }

      var random = SeededRandom(seed: UInt64(processes))
      /// Every request one to five times, each with its key.
      func lines(_ requests: [MoneyRequest], _ name: String) -> [String] {
        requests.enumerated().flatMap { number, request in
          Array(repeating: "\(name)\(number) \(request.line)", count: Int.random(in: 1...5, using: &random))
        }
      }
      let charges = (1...people).map { MoneyRequest.charge(UserID($0), Won(5)) }
      let holds = (0..<people).map { person in
        MoneyRequest.hold(UserID(person + 1), tokens[Int(person)], session, [seats[Int(person)]])
      }
      try await ask(lines(charges, "c") + lines(holds, "h"), by: processes, of: house)
      let made = try house.store.audit { reader throws(BookingError) in try reader.allReservations() }
      #expect(made.count == Int(people), "every hold was made once")
      let pays = made.map { hold in
        MoneyRequest.pay(hold.user, tokens[Int(hold.user.rawValue) - 1], [hold.id])
      }
      try await ask(lines(pays, "p"), by: processes, of: house)
      #expect(try house.store.audit { reader throws(BookingError) in try reader.allPayments() }.count == Int(people))
      for user in 1...people {
        let paid = try house.engine.bookings(of: UserID(user)).map(\.reservation.price).sum()
        #expect(try house.engine.balance(user: UserID(user)) == Won(1_000_005) - paid)
      }
      for request in [MoneyRequest.charge(UserID(1), Won(6)), .pay(UserID(1), tokens[0], [])] {
        let key = RequestKey(request.useCase == .charge ? "c0" : "p\(made.firstIndex { $0.user == UserID(1) } ?? 0)")
        #expect(throws: BookingError.requestKeyReused) { try request.ask(house.engine, key: key) }
      }
      #expect(try house.violations() == [])
    }

    /// Lets every process ask all of it, and compares what they were told.
    private func ask(_ lines: [String], by processes: Int, of house: StressFixture) async throws {
      let input = house.folder.file("requests")
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: input))
      let workers = try (0..<processes).map { _ in try house.start("ask", input: input) }
      var answers: [Substring: Set<Substring>] = [:]
      for worker in workers {
        let told = try await worker.finished()
        #expect(told.count == lines.count)
        for line in told {
          let words = line.split(separator: " ", maxSplits: 1)
          answers[words[0], default: []].insert(words[1])
        }
      }
      for (key, told) in answers {
        #expect(told.count == 1, "\(key) was answered \(told)")
        #expect(told.allSatisfy { !$0.hasPrefix("refused") }, "\(key): \(told)")
      }
    }
  }
}
