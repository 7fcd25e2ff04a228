import Booking
import SQLiteStore
import TestSupport
import Testing

@Suite("The audit of what is always true")
struct AuditTests {
  @Test func `finds nothing in a new house`() throws {
    #expect(try BookingFixture().violations() == [])
  }

  @Test func `finds nothing in a sound house where everything has happened`() throws {
    let house = try LivedInFixture().house
    #expect(try house.violations() == [])
    let kinds = try house.engine.events(after: EventID(0)).map(\.kind)
    // A real house is never reset, and nobody sets a scene in it.
    #expect(Set(kinds) == Set(Event.Kind.allCases).subtracting([.houseReset, .idleLimitMoved, .balanceSet, .priceSet]))
  }

  @Test(arguments: Damage.all) func `finds what is broken, and only that`(damage: Damage) throws {
    let lived = try LivedInFixture()
    try lived.vandalise(damage.sql)
    let violations = try lived.house.violations()
    #expect(Set(violations.map(\.invariant)) == damage.breaks, "\(violations)")
  }

  @Test(arguments: Damage.all) func `finds it too where the house's beginnings have gone from the record`(
    damage: Damage
  ) throws {
    let lived = try LivedInFixture(isRecordShort: true)
    #expect(try lived.house.violations() == [])
    try lived.vandalise(damage.sql)
    let violations = try lived.house.violations()
    let found = Set(violations.map(\.invariant))
    // What only the whole record tells.
    let byRecord: Set<Invariant> = [.recordIsComplete, .programmeStands, .activationInTicketOrder]
    #expect(found.union(byRecord) == damage.breaks.union(byRecord), "\(violations)")
    #expect(!found.isEmpty)
  }

  @Test(arguments: Invariant.allCases) func `has a damage for each invariant`(invariant: Invariant) {
    #expect(
      Damage.all.contains { $0.breaks.contains(invariant) } || RuleDamage.all.contains { $0.invariant == invariant })
  }

  @Test(arguments: Invariant.allCases) func `answers for one invariant what it answers for all`(
    invariant: Invariant
  ) throws {
    let lived = try LivedInFixture()
    try lived.vandalise("UPDATE user SET balance = balance + 1 WHERE id = 1")
    let audit = try lived.house.store.audit { reader throws(BookingError) in try Audit(reader) }
    #expect(audit.violations(of: invariant) == audit.violations().filter { $0.invariant == invariant })
  }

  @Test func `judges as of the latest instant on record, whatever the clock says`() throws {
    let house = try LivedInFixture().house
    let latest = house.clock.instant
    house.clock.advance(.days(1))
    let audit = try house.store.audit { reader throws(BookingError) in try Audit(reader) }
    #expect(audit.instant == latest)
    #expect(audit.violations() == [])
  }
}
