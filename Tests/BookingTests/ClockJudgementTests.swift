import Booking
import SQLiteStore
import TestSupport
import Testing

@Suite("A machine's clock against the record (section 2)")
struct ClockJudgementTests {
  private let house: BookingFixture

  init() throws { house = try BookingFixture() }

  private static func reading(
    _ bootID: String = "boot", boot: Duration, wall: Duration, suspended: Duration = .zero
  ) -> ClockAnchoring.Reading {
    ClockAnchoring.Reading(
      bootID: bootID, boot: boot.milliseconds, wall: .opening + wall, suspended: suspended)
  }

  /// A house that was anchored as it opened, and whose latest instant on record is `record` after that.
  private func anchored(record: Duration) throws {
    _ = try house.write { tx throws(BookingError) in
      try tx.setClockAnchor(Self.reading(boot: .zero, wall: .zero).anchor(at: .opening))
      try tx.setLatest(.opening + record, admittedThrough: .opening + record)
    }
  }

  private func anchor(
    _ reading: ClockAnchoring.Reading, _ company: ClockAnchoring.Company = .alone, stamp: Duration? = nil
  ) throws(BookingError) -> (anchor: ClockAnchor, notice: ClockAnchoring.Notice?) {
    try ClockAnchoring.anchor(
      in: house.store, reading: reading, company: company, newestStamp: { stamp.map { .opening + $0 } })
  }

  @Test func `is taken when boot time and wall clock agree, however long nobody came`() throws {
    try anchored(record: .minutes(5))
    let later = try anchor(Self.reading(boot: .days(90), wall: .days(90) + .seconds(59)))
    #expect(later.anchor.instant(atBoot: Duration.days(90).milliseconds) == .opening + .days(90))
    #expect(later.notice == nil)
  }

  @Test func `moves nothing and is told when the wall clock alone was set ahead`() throws {
    try anchored(record: .minutes(5))
    let later = try anchor(Self.reading(boot: .hours(1), wall: .days(3650)))
    #expect(later.anchor.instant == .opening)
    #expect(later.notice == .wallSet(by: .days(3650) + -.hours(1)))
  }

  @Test func `is not settled when booking time would jump and the wall clock does not bear it out`() throws {
    try anchored(record: .minutes(5))
    let before = try house.contents()
    #expect(throws: BookingError.storage(.clock(.unexplainedJump(by: .hours(24) + -.minutes(5))))) {
      try anchor(Self.reading(boot: .hours(24), wall: .hours(1)))
    }
    #expect(try house.contents() == before)
  }

  @Test func `is not settled when the anchor itself lies ahead of its wall clock and of the record`() throws {
    try anchored(record: .minutes(5))
    _ = try house.write { tx throws(BookingError) in
      let forged = ClockAnchor(
        bootID: "boot", boot: 0, instant: .opening + .days(3650),
        witness: ClockWitness(wall: .opening, suspended: .zero))
      try tx.setClockAnchor(forged)
    }
    #expect(throws: BookingError.storage(.clock(.unexplainedJump(by: .days(3650))))) {
      try anchor(Self.reading(boot: .minutes(5), wall: .minutes(5)))
    }
  }

  @Test(arguments: [ClockAnchoring.Company.alone, .accompanied, .unknown])
  func `that the kernel does not bear out moves nobody's booking time ahead`(_ company: ClockAnchoring.Company) throws {
    try anchored(record: .minutes(5))
    let before = try house.contents()
    let forged = ClockAnchoring.Reading(
      bootID: "boot", boot: Duration.days(3650).milliseconds, wall: .opening + .days(3650), isBornOut: false)
    #expect(throws: BookingError.storage(.clock(.unexplainedJump(by: .days(3650) + -.minutes(5))))) {
      try anchor(forged, company)
    }
    #expect(try house.contents() == before)
  }

  @Test func `that was set back is the others' when they have the store open`() throws {
    try anchored(record: .minutes(5))
    let later = try anchor(Self.reading(boot: .hours(3), wall: .hours(2)), .accompanied)
    #expect(later.notice == .wallSet(by: -.hours(1)))
  }

  @Test func `is taken when suspension explains what the wall clock does not`() throws {
    try anchored(record: .minutes(5))
    let later = try anchor(Self.reading(boot: .hours(9), wall: .hours(8), suspended: .hours(8)))
    #expect(later.notice == nil)
  }

  @Test func `is only told when the wall clock was set back and booking time does not jump`() throws {
    try anchored(record: .hours(2))
    let later = try anchor(Self.reading(boot: .hours(2) + .seconds(30), wall: .hours(1)))
    #expect(later.notice == .wallSet(by: -.hours(1) + -.seconds(30)))
  }

  @Test(arguments: [ClockAnchoring.Company.alone, .unknown])
  func `goes on from a record that lies ahead, and says so, in the same boot too`(
    _ company: ClockAnchoring.Company
  ) throws {
    try anchored(record: .hours(24))
    let later = try anchor(Self.reading(boot: .hours(1), wall: .hours(1)), company)
    #expect(later.anchor.instant(atBoot: Duration.hours(1).milliseconds) == .opening + .hours(24))
    #expect(later.notice == .recordAhead(by: .hours(23)))
  }

  @Test func `is refused when others go by a clock that is ahead of it`() throws {
    try anchored(record: .hours(24))
    #expect(throws: BookingError.storage(.clock(.behindRecord(by: .hours(23))))) {
      try anchor(Self.reading(boot: .hours(1), wall: .hours(1)), .accompanied)
    }
  }

  @Test func `is refused when another boot has the store open`() throws {
    try anchored(record: .hours(1))
    #expect(throws: BookingError.storage(.clock(.anotherBoot))) {
      try anchor(Self.reading("other", boot: .hours(1), wall: .hours(1)), .accompanied)
    }
  }

  /// The wall clock of a new boot, the newest stamp on the file system, and whether it is taken.
  @Test(
    arguments: [
      (.days(29), nil, true), (.days(30), nil, true), (.days(31), nil, false), (.days(31), .zero, false),
      (.days(31), .days(1), true), (.days(3650), .days(3619), false), (.days(3650), .days(3620), true),
    ] as [(Duration, Duration?, Bool)])
  func `of a new boot is taken ahead, unless by a month that no file has seen`(
    wall: Duration, stamp: Duration?, isTaken: Bool
  ) throws {
    try anchored(record: .zero)
    let reading = Self.reading("next", boot: .minutes(1), wall: wall)
    if isTaken {
      #expect(try anchor(reading, stamp: stamp).anchor == reading.anchor(at: .opening + wall))
    } else {
      #expect(throws: BookingError.storage(.clock(.unexplainedJump(by: wall)))) { try anchor(reading, stamp: stamp) }
    }
  }

  @Test(arguments: [ClockAnchoring.Company.alone, .unknown])
  func `of a new boot does not move a show that nobody has open`(_ company: ClockAnchoring.Company) throws {
    let store = try DatabaseStore.inMemory()
    let clock = SteppedClock()
    try BookingEngine(store: store, clock: clock).create(
      .demonstration, anchor: clock.anchor(at: .opening, rate: 5000), policy: Policy(), season: nil)
    let (anchor, notice) = try ClockAnchoring.anchor(
      in: store, reading: Self.reading("next", boot: .minutes(1), wall: .days(400)), company: company)
    #expect(anchor.instant == .opening)
    #expect(anchor.rate == 5000)
    #expect(notice == nil)
  }
}

@Suite("What the owner decides about the clock")
struct ClockDecisionTests {
  private let house: BookingFixture
  private let reading = ClockAnchoring.Reading(bootID: "next", boot: 9000, wall: .opening + .days(1))

  init() throws { house = try BookingFixture() }

  private func anchor() throws -> ClockAnchor {
    try house.read { reader throws(BookingError) in try reader.house().anchor }
  }

  @Test func `resuming goes on from the record`() throws {
    #expect(try ClockAnchoring.decide(.resume, in: house.store, reading: reading) == .opening)
    #expect(try anchor() == reading.anchor(at: .opening))
  }

  @Test func `accepting takes the machine's wall clock`() throws {
    #expect(try ClockAnchoring.decide(.accept, in: house.store, reading: reading) == .opening + .days(1))
    #expect(try anchor() == reading.anchor(at: .opening + .days(1)))
  }

  @Test func `accepting a wall clock before the record is refused`() throws {
    _ = try house.write { tx throws(BookingError) in
      try tx.setLatest(.opening + .days(2), admittedThrough: .opening)
    }
    let before = try house.contents()
    #expect(throws: BookingError.storage(.clock(.behindRecord(by: .days(1))))) {
      try ClockAnchoring.decide(.accept, in: house.store, reading: reading)
    }
    #expect(try house.contents() == before)
  }
}

@Suite("The clock of a house that is open")
struct ClockOfAnOpenHouseTests {
  private let house: BookingFixture

  init() throws { house = try BookingFixture() }

  @Test func `is told to stand still when the record lies more than a minute ahead`() throws {
    house.clock.advance(.minutes(10))
    _ = try house.engine.addUser(name: "One")
    house.clock.instant = .opening + .minutes(9)
    try house.engine.runSchedule()
    #expect(house.engine.standstill == nil)
    house.clock.instant = .opening + .minutes(9) - .milliseconds(1)
    #expect(house.engine.standstill == .minutes(1) + .milliseconds(1))
  }

  @Test func `refuses when another boot has taken the store over`() throws {
    let engine = BookingEngine(store: house.store, clock: OneBootClock())
    _ = try engine.addUser(name: "One")
    try house.write { tx throws(BookingError) in
      try tx.setClockAnchor(ClockAnchor(bootID: "other", boot: 0, instant: .opening))
    }
    #expect(throws: BookingError.storage(.clock(.anotherBoot))) { try engine.addUser(name: "Two") }
  }
}

private final class OneBootClock: BookingClock {
  func now(by anchor: ClockAnchor) -> Timestamp { .opening }
  func canRead(_ anchor: ClockAnchor) -> Bool { anchor.bootID == "test" }
  func anchor(at instant: Timestamp, rate: Int64) -> ClockAnchor {
    ClockAnchor(bootID: "test", boot: 0, instant: instant, rate: rate)
  }
}
