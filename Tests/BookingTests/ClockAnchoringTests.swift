import Booking
import SQLiteStore
import TestSupport
import Testing

@Suite("Clock anchor (section 2)")
struct ClockAnchoringTests {
  let house: BookingFixture

  init() throws { house = try BookingFixture() }

  private func reading(_ bootID: String, boot: Int64, wall: Timestamp) -> ClockAnchoring.Reading {
    ClockAnchoring.Reading(bootID: bootID, boot: boot, wall: wall)
  }

  private func stored() throws -> ClockAnchor {
    try house.read { reader throws(BookingError) in try reader.house().anchor }
  }

  /// Steps of the wall clock, either way, are not even looked at.
  @Test(arguments: [-3600, 0, 3600] as [Int64])
  func `T2 the same boot keeps the anchor, whatever the wall clock says`(step: Int64) throws {
    let before = try house.contents()
    let (anchor, notice) = try ClockAnchoring.anchor(
      in: house.store, reading: reading("test", boot: 5000, wall: .opening + .seconds(step)))
    #expect(anchor == ClockAnchor(bootID: "test", boot: 0, instant: .opening))
    #expect(notice == nil)
    #expect(anchor.instant(atBoot: 5000) == .opening + .seconds(5))
    #expect(try house.contents() == before)
  }

  @Test func `another boot makes a new anchor from the wall clock`() throws {
    let wall = Timestamp.opening + .days(2)
    let (anchor, notice) = try ClockAnchoring.anchor(in: house.store, reading: reading("next", boot: 700, wall: wall))
    #expect(anchor == reading("next", boot: 700, wall: wall).anchor(at: wall))
    #expect(notice == nil)
    #expect(try stored() == anchor)
    #expect(anchor.instant(atBoot: 1700) == wall + .seconds(1))
  }

  @Test func `where the record lies ahead of the wall clock, time runs on from it and says by how much`() throws {
    house.clock.advance(.hours(3))
    _ = try house.engine.charge(user: house.people[0], amount: Won(1), key: house.key())
    let wall = Timestamp.opening + .hours(1)
    let (anchor, notice) = try ClockAnchoring.anchor(in: house.store, reading: reading("next", boot: 700, wall: wall))
    #expect(anchor.instant == .opening + .hours(3))
    #expect(notice == .recordAhead(by: .hours(2)))
    #expect(try stored() == anchor)
  }

  @Test func `a record at the wall clock's very instant is not ahead of it`() throws {
    let (anchor, notice) = try ClockAnchoring.anchor(
      in: house.store, reading: reading("next", boot: 1, wall: .opening))
    #expect(anchor.instant == .opening)
    #expect(notice == nil)
  }

  @Test func `the rate is kept over a boot, and tells how booking time runs`() throws {
    let slow = ClockAnchor(bootID: "old", boot: 0, instant: .opening, rate: 500)
    try house.write { tx throws(BookingError) in try tx.setClockAnchor(slow) }
    let (anchor, _) = try ClockAnchoring.anchor(
      in: house.store, reading: reading("next", boot: 1000, wall: .opening))
    #expect(anchor.rate == 500)
    #expect(anchor.instant(atBoot: 3000) == .opening + .seconds(1))
    #expect(ClockAnchor(bootID: "x", boot: 0, instant: .opening, rate: 0).instant(atBoot: 9999) == .opening)
  }

  @Test func `every terminal of one boot gets the same anchor`() throws {
    let first = try ClockAnchoring.anchor(in: house.store, reading: reading("next", boot: 1, wall: .opening)).anchor
    let second = try ClockAnchoring.anchor(
      in: house.store, reading: reading("next", boot: 900, wall: .opening + .days(9))
    ).anchor
    #expect(second == first)
  }

  @Test func `a demonstration that nobody had open goes on from its record, and a real house from now`() throws {
    let (real, _) = try ClockAnchoring.anchor(
      in: house.store, reading: reading("test", boot: 9000, wall: .opening), company: .alone)
    #expect(real == ClockAnchor(bootID: "test", boot: 0, instant: .opening))
    let clock = SteppedClock()
    let store = try DatabaseStore.inMemory()
    let engine = BookingEngine(store: store, clock: clock)
    try engine.create(
      .demonstration, anchor: clock.anchor(at: .opening, rate: 60_000), policy: Policy(), season: nil)
    clock.advance(.seconds(10))
    _ = try engine.addUser(name: "One")
    let joined = try ClockAnchoring.anchor(
      in: store, reading: reading("stepped", boot: 99_000, wall: .opening), company: .accompanied
    ).anchor
    #expect(joined.instant == .opening, "who joins others shares their clock")
    let alone = try ClockAnchoring.anchor(
      in: store, reading: reading("stepped", boot: 99_000, wall: .opening), company: .alone
    ).anchor
    let wall = ClockWitness(wall: .opening, suspended: .zero)
    #expect(
      alone
        == ClockAnchor(
          bootID: "stepped", boot: 99_000, instant: .opening + .minutes(10), rate: 60_000, witness: wall))
  }
}
