import Booking
import Foundation
import SQLiteStore
import TestSupport
import Testing

extension Stress {
  /// Processes that book at full speed on one file are killed at random instants (P7): 200 in the quick form,
  /// 20,000 in the long one.
  @Suite("Processes are killed at any instant")
  struct KilledProcessesTests {
    private static let kills = LongForm.times(200, long: 20_000)
    /// A store is judged after each kill, and judging takes the longer the more has happened in it.
    private static let killsPerHouse = 25
    private static let processes = 3
    private static let people: Int64 = 6

    @Test(.timeLimit(.minutes(120)))
    func `what was answered stands, what was not has happened once or not at all, and the others go on`() async throws {
      var random = SeededRandom(seed: UInt64(Self.kills))
      var told = Told()
      for _ in 0..<(Self.kills / Self.killsPerHouse) { try await play(&random, &told) }
      #expect(told.kills == Self.kills)
      #expect(told.answered > 0 && told.unanswered > 0, "\(told)")
      if LongForm.isAskedFor { #expect(told.stoodUnanswered > 0, "\(told)") }
      print("killed: \(told)")
    }

    private struct Told {
      var kills = 0
      /// Commands whose answer had come, commands whose answer had not, and how many of these had happened all the same.
      var answered = 0
      var unanswered = 0
      var stoodUnanswered = 0
    }

    private func play(_ random: inout SeededRandom, _ told: inout Told) async throws {
      let policy = Policy.with {
        $0.activationPeriod = .milliseconds(5)
        $0.holdDuration = .milliseconds(40)
        $0.idleLimit = .milliseconds(300)
        $0.tokenLifetime = .milliseconds(900)
        $0.balanceCeiling = Won(1_000_000_000_000)
      }
      let people = Int64(Self.processes) * Self.people
      let house = try StressFixture(policy, rows: 5, width: 8, people: Int(people), balance: Won(500_000_000))
      var seed = random.next() % 1_000_000_000
      func book(_ place: Int) throws -> Worker {
        seed += 1
        return try house.start(
          "book", "--seed", "\(seed)", "--person", "\(Int64(place) * Self.people + 1)", "--people", "\(Self.people)",
          "--pause", LongForm.isAskedFor ? "0" : "15")
      }
      var workers = try (0..<Self.processes).map(book)
      for _ in 0..<Self.killsPerHouse {
        // The first moments of a process, and its later ones.
        let place = Int.random(in: 0..<Self.processes, using: &random)
        try await Task.sleep(for: .milliseconds(Int64.random(in: 0...30, using: &random)))
        let dead = workers[place]
        try await dead.kill()
        told.kills += 1
        let survivors = workers.indices.filter { $0 != place }.map { workers[$0] }
        let said = try survivors.map { try $0.lines.count }
        if let trouble = try await house.check() { Issue.record("after kill \(told.kills): \(trouble)") }
        try judge(dead, in: house, &told)
        workers[place] = try book(place)
        for (survivor, before) in zip(survivors, said) {
          _ = try await eventually("a survivor goes on", every: 1) { () -> Bool? in
            if let end = survivor.child.poll() { throw Stuck(description: "it ended: \(end) \(try survivor.errors)") }
            return try survivor.lines.count > before ? true : nil
          }
        }
      }
      for worker in workers {
        try await worker.kill()
        try judge(worker, in: house, &told)
      }
      #expect(try house.violations() == [])
    }

    /// Asks again everything that a dead process had asked: what it had an answer for is answered the same.
    private func judge(_ dead: Worker, in house: StressFixture, _ told: inout Told) throws {
      var asked: [Substring: MoneyRequest] = [:]
      var answers: [Substring: Substring] = [:]
      var refused: Set<Substring> = []
      var last: Substring?
      let lines = try dead.lines
      for line in lines {
        let words = line.split(separator: " ", maxSplits: 2)
        switch words[0] {
        case "ask":
          last = words[1]
          asked[words[1]] = MoneyRequest(words[2].split(separator: " "))
        case "got": answers[words[1]] = words[2]
        case "refused": if let last { refused.insert(last) }
        default: break
        }
      }
      for (key, answer) in answers {
        told.answered += 1
        let request = try #require(asked[key])
        let again = try patiently { () throws(BookingError) in
          try request.ask(house.engine, key: RequestKey(String(key)))
        }
        #expect(again == answer, "\(key) was answered otherwise before the kill")
      }
      guard let last, let request = asked[last], answers[last] == nil, !refused.contains(last) else { return }
      told.unanswered += 1
      let key = RequestKey(String(last))
      let record = try house.store.read { reader throws(BookingError) in
        try reader.request(key, of: request.user, for: request.useCase)
      }
      if record != nil { told.stoodUnanswered += 1 }
      func ask() -> String? {
        try? patiently { () throws(BookingError) in try request.ask(house.engine, key: key) }
      }
      let (first, second) = (ask(), ask())
      #expect(record == nil || first != nil, "what stands is answered")
      // What is refused now, because another holds the seat, may be granted a moment later.
      #expect(first == nil || first == second)
    }
  }
}
