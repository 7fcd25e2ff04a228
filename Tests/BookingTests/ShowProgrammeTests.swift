import Booking
import TestSupport
import Testing

@Suite("Programme")
struct ShowProgrammeTests {
  let house: BookingFixture

  init() throws { house = try BookingFixture() }

  @Test func `shows concerts with their evenings, venue and prices, without a token`() throws {
    let programme = try house.engine.programme()
    #expect(programme.map(\.concert.artist) == [LocalizedText("시험 악단", "Test Band")])
    let evenings = programme[0].evenings
    #expect(evenings.map(\.session.id) == [house.session, house.secondSession])
    #expect(evenings[0].venue == LocalizedText("시험관", "Test Hall"))
    #expect(evenings[0].prices == [TierPrice(tier: "R", price: Won(50_000)), TierPrice(tier: "S", price: Won(30_000))])
  }

  @Test func `concerts come by their first start that is still ahead`() throws {
    let soon = Timestamp.opening + .days(1)
    let early = try house.addEvening(opens: .opening, closes: soon, start: soon)
    #expect(
      try house.engine.programme().map { $0.evenings.map(\.session.id) } == [
        [early], [house.session, house.secondSession],
      ])
    house.clock.instant = soon - .milliseconds(1)
    #expect(try house.engine.programme().count == 2)
    house.clock.instant = soon
    #expect(try house.engine.programme().map(\.evenings.count) == [2])
  }

  @Test func `shows sessions that are not on sale yet or no longer, until they start`() throws {
    let start = Timestamp.opening + .days(2)
    let later = try house.addEvening(opens: start - .hours(1), closes: start, start: start)
    let over = try house.addEvening(opens: .opening - .days(1), closes: .opening, start: start)
    let shown = try house.engine.programme().flatMap(\.evenings).map(\.session.id)
    #expect(shown.contains(later) && shown.contains(over))
  }

  @Test func `is empty when every session has begun`() throws {
    house.clock.advance(.days(40))
    #expect(try house.engine.programme().isEmpty)
  }

  @Test func `counts the seats of the sessions that are on sale now, taken ones included`() throws {
    #expect(try house.engine.seatsForSale() == 80)
    let token = try house.admit(house.people[0])
    try house.hold([try house.seat("A", 1).id], by: house.people[0], with: token)
    #expect(try house.engine.seatsForSale() == 80)
    let opens = house.clock.instant + .minutes(1)
    _ = try house.addEvening(opens: opens, closes: opens + .minutes(1), start: opens + .days(1))
    #expect(try house.engine.seatsForSale() == 80, "not before the sale opens")
    house.clock.instant = opens
    #expect(try house.engine.seatsForSale() == 120)
    house.clock.advance(.minutes(1))
    #expect(try house.engine.seatsForSale() == 80, "nor from when it closes")
    house.clock.advance(.days(40))
    #expect(try house.engine.seatsForSale() == 0)
  }

  @Test func `gives a session's hall with its plan, and refuses an unknown session`() throws {
    let hall = try house.engine.hall(of: house.session)
    #expect(hall.name == LocalizedText("시험관", "Test Hall"))
    #expect(hall.plan == "{}")
    #expect(throws: BookingError.unknownSession) { try house.engine.hall(of: SessionID(99)) }
  }

  @Test func `gives the policy in force, the last that was set`() throws {
    #expect(try house.engine.policy() == Policy())
    try house.setPolicy { $0.batch = 7 }
    #expect(try house.engine.policy() == .with { $0.batch = 7 })
  }
}
