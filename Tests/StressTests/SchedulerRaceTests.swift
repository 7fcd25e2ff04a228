import Booking
import SQLiteStore
import TestSupport
import Testing

extension Stress {
  /// Eight processes run the scheduler of one store, and some are killed in the middle of a tick.
  @Suite("Schedulers on one store")
  struct SchedulerRaceTests {
    @Test func `each period admits exactly one batch, whoever runs it and whoever is killed`() async throws {
      let (batch, people) = (3, 180)
      let period = Duration.milliseconds(25)
      let house = try StressFixture(
        .with {
          $0.activationPeriod = period
          $0.batch = Int64(batch)
          $0.tokenLifetime = .hours(2)
          $0.idleLimit = .hours(1)
        }, rows: 1, width: 2, people: people, balance: Won(1))
      var workers = try (0..<8).map { _ in try house.start("tick") }
      for worker in workers {
        _ = try await eventually("a scheduler starts", every: 1) { () -> Bool? in try worker.lines.isEmpty ? nil : true
        }
      }
      let users = (1...people).map { UserID(Int64($0)) }
      for user in users { _ = try patiently { () throws(BookingError) in try house.engine.issueToken(user: user) } }
      var random = SeededRandom(seed: 8)
      while try house.waiting() > 0 {
        try await Task.sleep(for: .milliseconds(Int64.random(in: 1...30, using: &random)))
        let victim = Int.random(in: 0..<workers.count, using: &random)
        try await workers[victim].kill()
        workers[victim] = try house.start("tick")
      }
      for worker in workers { try await worker.kill() }
      let events = try house.store.read { reader throws(BookingError) in
        try reader.events(after: EventID(0), limit: .max)
      }
      let admissions = Dictionary(grouping: events.filter { $0.kind == .tokenActivated }, by: \.at)
      #expect(admissions.values.map(\.count).reduce(0, +) == people)
      let joined = events.filter { $0.kind == .tokenIssued }.map(\.at)
      for (instant, admitted) in admissions {
        let ahead = joined.count { $0 < instant } - events.count { $0.kind == .tokenActivated && $0.at < instant }
        #expect(admitted.count == min(batch, ahead), "at \(instant)")
        #expect((instant - .opening).milliseconds % period.milliseconds == 0)
      }
      #expect(try house.violations() == [])
    }
  }
}

extension StressFixture {
  fileprivate func waiting() throws -> Int {
    try store.read { reader throws(BookingError) in try reader.liveTokens() }.count { $0.state == .waiting }
  }
}
