import Booking
import SQLiteStore
import TestSupport
import Testing

@Suite("The audit of what is on in a room")
struct AuditOfRoomsTests {
  private let house: LivedInFixture

  init() throws { house = try LivedInFixture() }

  private func verdict() throws -> (broken: [String], warnings: [String]) {
    let audit = try house.house.store.audit { reader throws(BookingError) in try Audit(reader) }
    return (
      audit.violations(of: .roomsAreSharedInTurn).map(\.place), audit.warnings(of: .roomsAreSharedInTurn).map(\.place)
    )
  }

  /// The second session in the middle of the first.
  private static let overlap =
    "UPDATE session SET start_at = (SELECT start_at + 1 FROM session WHERE id = 1) WHERE id = 2;"

  @Test(
    arguments: [
      ("", true, false), ("UPDATE session SET may_overlap = 1", false, true),
      ("UPDATE session SET may_overlap = 1 WHERE id = 1", true, false),
      ("UPDATE session SET may_overlap = 1 WHERE id = 2", true, false),
    ])
  func `sessions that overlap are a warning when older versions made both, and broken else`(
    sql: String, isBroken: Bool, isWarned: Bool
  ) throws {
    try house.vandalise(Self.overlap + sql)
    let (broken, warnings) = try verdict()
    #expect(broken.isEmpty != isBroken && warnings.isEmpty != isWarned, "\(broken) \(warnings)")
    #expect(
      broken + warnings == [
        "session 2 (2026-05-31 10:00–12:00) begins during session 1 (2026-05-31 10:00–12:00) in the same hall, number 1"
      ])
  }

  /// Sessions 1 to 3 in one hall: a long one of before, during which a new one and one of before begin.
  @Test func `a new session is found behind an older one that lasts longer`() throws {
    let evening = try house.house.addEvening(opens: .opening, closes: .opening + .days(1), start: .opening + .days(30))
    #expect(evening == SessionID(3))
    try house.vandalise(
      """
      UPDATE session SET may_overlap = 1, length_ms = 36000000 WHERE id = 1;
      UPDATE session SET start_at = (SELECT start_at + 3600000 FROM session WHERE id = 1) WHERE id = 2;
      UPDATE session SET start_at = start_at + 7200000, may_overlap = 1 WHERE id = 3
      """)
    let (broken, warnings) = try verdict()
    #expect(broken.count == 2 && warnings == [], "\(broken) \(warnings)")
  }

  @Test(
    arguments: [
      ("'시험관', 'Elsewhere', '[]'", true), ("'x', 'Test Hall ', '[]'", true), ("'x', 'y', '{}'", false),
      ("'x', 'y', '[]'", false),
    ])
  func `halls of one name are one room, and halls of one plan with the same seats`(hall: String, isSame: Bool) throws {
    // A second hall without seats, for the second session.
    try house.vandalise(
      Self.overlap + "INSERT INTO hall (id, name_ko, name_en, plan, seat_count) VALUES (2, \(hall), 0);"
        + "UPDATE session SET hall_id = 2 WHERE id = 2")
    #expect(try verdict().broken.isEmpty != isSame)
  }

  @Test func `halls of the same plan and seats are one room`() throws {
    try house.vandalise(
      Self.overlap
        + """
        INSERT INTO hall (id, name_ko, name_en, plan, seat_count) SELECT 2, 'x', 'y', plan, seat_count FROM hall;
        INSERT INTO seat (hall_id, section, row, number, tier) SELECT 2, section, row, number, tier FROM seat;
        UPDATE session SET hall_id = 2 WHERE id = 2
        """)
    #expect(try verdict().broken.count == 1)
  }
}
