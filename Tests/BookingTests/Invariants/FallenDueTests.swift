import Booking
import SQLiteStore
import TestSupport
import Testing

@Suite("What has fallen due unnoticed")
struct FallenDueTests {
  let house: BookingFixture
  let held: Timestamp

  init() throws {
    house = try BookingFixture()
    let token = try house.admit(house.people[0])
    held = house.clock.instant
    try house.hold([try house.seat("A", 1).id, try house.seat("A", 2).id], by: house.people[0], with: token)
  }

  private func due(at instant: Timestamp) throws -> (holds: Int, tokens: Int) {
    let due = try house.store.audit { reader throws(BookingError) in try FallenDue(reader, at: instant) }
    return (
      due.items.count { if case .hold = $0.item { true } else { false } },
      due.items.count { if case .token = $0.item { true } else { false } }
    )
  }

  @Test func `is nothing one millisecond before the deadlines`() throws {
    #expect(try due(at: held + .minutes(5) - .milliseconds(1)) == (0, 0))
  }

  @Test func `is every hold and token at its very deadline`() throws {
    #expect(try due(at: held + .minutes(5)) == (2, 1))
  }

  @Test func `is counted without being done`() throws {
    let before = try house.contents()
    #expect(try due(at: held + .days(1)) == (2, 1))
    #expect(try house.contents() == before)
  }

  @Test func `is nothing once it is done`() throws {
    house.clock.advance(.days(1))
    try house.engine.runSchedule()
    #expect(try due(at: house.clock.instant) == (0, 0))
  }

  @Test func `names each with its instant, the earliest first, and the next admission of who waits`() throws {
    _ = try house.engine.issueToken(user: house.people[1])
    let next = try house.engine.lookUpToken(try house.engine.issueToken(user: house.people[1]).token.credential)
      .nextAdmission
    let due = try house.store.audit { reader throws(BookingError) in
      try FallenDue(reader, at: held + .minutes(5))
    }
    #expect(due.items.map(\.item).first == .admission(of: 1))
    #expect(due.items.map(\.at) == [next, held + .minutes(5), held + .minutes(5), held + .minutes(5)])
  }
}
