import Booking
import SQLiteStore
import TestSupport
import Testing

@testable import Crowd

@Suite("A sale played to its end")
struct TrialTests {
  private func trial(cap: Int64?, size: Int = 150, batch: Int64 = 10) throws -> (Trial, DatabaseStore) {
    let store = try DatabaseStore.inMemory()
    let clock = SteppedClock()
    var policy = Policy()
    policy.maxActive = cap
    policy.batch = batch
    try BookingEngine(store: store, clock: clock).create(
      .demonstration, anchor: clock.anchor(at: .opening, rate: 0), policy: policy,
      season: BookingFixture.season(rows: 8, width: 12))
    var plan = CrowdPlan()
    plan.size = size
    plan.span = .minutes(5)
    return (try Trial(plan, in: store, from: .opening), store)
  }

  private func play(_ trial: Trial, step: Duration, limit: Int = .max) throws {
    var end = Timestamp.opening
    while !trial.isOver {
      end = end + step
      while try !trial.play(through: end, limit: limit) {}
    }
  }

  @Test func `counts what its record says, and breaks no rule`() throws {
    let (trial, store) = try trial(cap: nil)
    try play(trial, step: .seconds(10))
    let events = try store.read { reader throws(BookingError) in
      try reader.events(after: EventID(0), limit: .max)
    }
    let figures = trial.figures
    #expect(figures.sold == events.count { $0.kind == .seatPaid })
    #expect(figures.admitted == events.count { $0.kind == .tokenActivated })
    let ended = events.count { $0.kind == .tokenEnded && $0.reason != .paid }
    #expect(figures.unused + figures.gaveUp == ended)
    #expect(figures.unused > 0 && figures.gaveUp > 0 && figures.sold > 80)
    #expect(figures.now == .nobody)
    #expect(figures.admitted + figures.gaveUp == 150)
    #expect(try store.audit { reader throws(BookingError) in try Audit(reader) }.violations() == [])
  }

  @Test func `is the same in whatever pieces it is played`() throws {
    let (one, _) = try trial(cap: 20)
    try play(one, step: .seconds(10))
    for (step, limit) in [(Duration.seconds(10), 3), (.minutes(3), 50), (.hours(1), .max)] {
      let (other, _) = try trial(cap: 20)
      try play(other, step: step, limit: limit)
      #expect(other.figures == one.figures, "\(step) \(limit)")
    }
  }

  @Test func `a cap keeps people out, and they wait for longer`() throws {
    let (free, _) = try trial(cap: nil)
    let (capped, _) = try trial(cap: 15)
    try play(free, step: .minutes(1))
    try play(capped, step: .minutes(1))
    #expect(capped.figures.mostInside == 15)
    #expect(free.figures.mostInside > 30)
    let waits = try (
      #require(free.figures.wait(ofPercent: 50)), #require(capped.figures.wait(ofPercent: 50))
    )
    #expect(waits.0 < waits.1)
  }

  @Test func `who comes in with everybody else loses more seats to somebody faster than who waited`() throws {
    let (rush, _) = try trial(cap: nil, batch: 1000)
    let (queue, _) = try trial(cap: 10, batch: 10)
    try play(rush, step: .minutes(1))
    try play(queue, step: .minutes(1))
    #expect(rush.lostRaces > 2 * queue.lostRaces, "\(rush.lostRaces) and \(queue.lostRaces)")
  }

  @Test func `a sale that lets nobody in is given up`() throws {
    let (trial, _) = try trial(cap: 0, size: 20)
    try play(trial, step: .minutes(30))
    #expect(trial.elapsed >= .hours(6) && trial.elapsed < .hours(7))
    #expect(trial.figures.admitted == 0)
  }
}
