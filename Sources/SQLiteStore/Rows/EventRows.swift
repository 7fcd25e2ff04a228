internal import Booking

extension Transaction {
  func firstEvent() throws(BookingError) -> EventID {
    try remembered(\.firstEvent) { () throws(BookingError) in
      EventID(try count("SELECT COALESCE(MIN(id), 0) FROM event"))
    }
  }

  func oldestEvent() throws(BookingError) -> Event? {
    try remembered(\.oldestEvent) { () throws(BookingError) in try events(after: firstEvent(), limit: 1).first }
  }

  func lastEvent() throws(BookingError) -> EventID {
    try remembered(\.lastEvent) { () throws(BookingError) in
      let last = EventID(try count("SELECT COALESCE(MAX(id), 0) FROM event"))
      guard memory.mayEnd(with: last) else { throw .storage(.overwritten) }
      return last
    }
  }

  func events(after id: EventID, limit: Int64) throws(BookingError) -> [Event] {
    try all(Self.eventSQL + " WHERE id > ? ORDER BY id LIMIT ?", [id.rawValue, limit], Self.event)
  }

  func lastEvents(_ count: Int64) throws(BookingError) -> [Event] {
    try all(Self.eventSQL + " ORDER BY id DESC LIMIT ?", [count], Self.event).reversed()
  }

  func append(_ event: Event) throws(BookingError) {
    try run(
      """
      INSERT INTO event (at, kind, rule, user_id, token, session_id, seat_id, reservation_id, amount, deadline, reason,
        particulars)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        event.at.milliseconds, event.kind.rawValue, event.rule, event.user?.rawValue, event.token?.rawValue,
        event.session?.rawValue, event.seat?.rawValue, event.reservation?.rawValue, event.amount?.amount,
        event.deadline?.milliseconds, event.reason?.rawValue, event.particulars?.text,
      ], touching: memory.hasOldEvents ? .newEvents : [.newEvents, .oldEvents])
    memory.lastEvent = EventID(connection.lastInsertedRow)
  }

  func deleteEvents(
    after first: EventID, through last: EventID, before instant: Timestamp, limit: Int64
  ) throws(BookingError) -> Int {
    try run(
      """
      DELETE FROM event WHERE at < ? AND id < (SELECT MAX(id) FROM event)
        AND id IN (SELECT id FROM event WHERE id > ? AND id <= ? ORDER BY id LIMIT ?)
      """, [instant.milliseconds, first.rawValue, last.rawValue, limit], touching: .oldEvents)
  }

  private static let eventSQL: SQL = """
    SELECT id, at, kind, rule, user_id, token, session_id, seat_id, reservation_id, amount, deadline, reason, particulars
    FROM event
    """

  private static func event(_ row: Columns) throws -> Event {
    var event = try Event(row.choice(2), at: row.instant(1), rule: row.count(3))
    event.id = try row.id(0)
    event.user = try row.idIfAny(4)
    event.token = try row.idIfAny(5)
    event.session = try row.idIfAny(6)
    event.seat = try row.idIfAny(7)
    event.reservation = try row.idIfAny(8)
    event.amount = try row.wonIfAny(9)
    event.deadline = try row.instantIfAny(10)
    event.reason = try row.choiceIfAny(11)
    event.particulars = try row.ifAny(12).map(Particulars.init(text:))
    return event
  }
}
