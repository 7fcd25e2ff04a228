internal import Booking
internal import GRDB

extension Transaction {
  func firstEvent() throws(BookingError) -> EventID { EventID(try count("SELECT COALESCE(MIN(id), 0) FROM event")) }

  func lastEvent() throws(BookingError) -> EventID { EventID(try count("SELECT COALESCE(MAX(id), 0) FROM event")) }

  func events(after id: EventID, limit: Int64) throws(BookingError) -> [Event] {
    try all(Self.eventSQL + " WHERE id > ? ORDER BY id LIMIT ?", [id.rawValue, limit], Self.event)
  }

  func lastEvents(_ count: Int64) throws(BookingError) -> [Event] {
    try all(Self.eventSQL + " ORDER BY id DESC LIMIT ?", [count], Self.event).reversed()
  }

  func append(_ event: Event) throws(BookingError) {
    try run(
      """
      INSERT INTO event (at, kind, rule, user_id, token, session_id, seat_id, reservation_id, amount, deadline, reason)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        event.at.milliseconds, event.kind.rawValue, event.rule, event.user?.rawValue, event.token?.rawValue,
        event.session?.rawValue, event.seat?.rawValue, event.reservation?.rawValue, event.amount?.amount,
        event.deadline?.milliseconds, event.reason?.rawValue,
      ])
  }

  func integrityFaults() throws(BookingError) -> [String] {
    let pages = try all("PRAGMA integrity_check(20)") { $0[0] as String }.filter { $0 != "ok" }
    let references = try all("PRAGMA foreign_key_check") { row in
      "row \(row[1] as Int64? ?? 0) of \(row[0] as String) refers to nothing"
    }
    return pages + references
  }

  private static let eventSQL = """
    SELECT id, at, kind, rule, user_id, token, session_id, seat_id, reservation_id, amount, deadline, reason FROM event
    """

  private static func event(_ row: Row) throws -> Event {
    var event = Event(try row.choice(2), at: row.instant(1), rule: row[3])
    event.id = row.id(0)
    event.user = row.idIfAny(4)
    event.token = row.idIfAny(5)
    event.session = row.idIfAny(6)
    event.seat = row.idIfAny(7)
    event.reservation = row.idIfAny(8)
    event.amount = (row[9] as Int64?).map { Won($0) }
    event.deadline = row.instantIfAny(10)
    event.reason = try (row[11] as String?).map { _ in try row.choice(11) }
    return event
  }
}
