import Booking
import SQLiteStore
import TestSupport
import Testing

@Suite("The audit of every rule")
struct RuleDamageTests {
  @Test(arguments: RuleDamage.all) func `names what is broken and where`(damage: RuleDamage) throws {
    let lived = try LivedInFixture()
    try lived.vandalise(damage.sql)
    let violations = try lived.house.violations()
    #expect(
      violations.contains { $0.invariant == damage.invariant && $0.place.contains(damage.names) }, "\(violations)")
  }

  @Test(arguments: RuleDamage.all) func `finds it where the house's beginnings have gone from the record`(
    damage: RuleDamage
  ) throws {
    let lived = try LivedInFixture(isRecordShort: true)
    try lived.vandalise(damage.sql)
    let violations = try lived.house.violations()
    #expect(damage.needsRecord || !violations.isEmpty)
  }

  @Test(arguments: RuleDamage.all.filter { !$0.needsRecord })
  func `finds it by the rows alone where nothing of it is on record`(damage: RuleDamage) throws {
    let lived = try LivedInFixture(isRecordGone: true)
    #expect(try lived.house.engine.events(after: EventID(0)).count == 3)
    #expect(try lived.house.violations() == [])
    try lived.vandalise(damage.sql)
    #expect(try lived.house.violations() != [])
  }

  /// The controls.
  @Test func `finds nothing in the same house undamaged, whatever is on record of it`() throws {
    #expect(try LivedInFixture().house.violations() == [])
    #expect(try LivedInFixture(isRecordShort: true).house.violations() == [])
    #expect(try LivedInFixture(isRecordGone: true).house.violations() == [])
  }

  @Test func `says since when it judges by the record`() throws {
    func start(_ house: BookingFixture) throws -> Timestamp? {
      try house.store.audit { reader throws(BookingError) in try Audit(reader) }.recordStart
    }
    #expect(try start(LivedInFixture().house) == nil)
    #expect(try start(LivedInFixture(isRecordShort: true).house) == .opening + .hours(3))
  }
}
