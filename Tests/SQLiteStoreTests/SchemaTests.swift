import Booking
import GRDB
import TestSupport
import Testing

@testable import SQLiteStore

@Suite("What the schema refuses, and how it is searched")
struct SchemaTests {
  let house: BookingFixture

  /// Person 1 paid reservation 1 under token 1 and holds nothing; person 2 holds reservation 2 under token 2; person 3
  /// waits with token 3.
  init() throws {
    house = try BookingFixture()
    let first = try house.admit(house.people[0])
    let second = try house.admit(house.people[1])
    let paid = try house.hold([try house.seat("A", 1).id], by: house.people[0], with: first)
    _ = try house.engine.pay(caller: house.people[0], token: first, reservations: paid.map(\.id), key: house.key())
    try house.hold([try house.seat("A", 2).id], by: house.people[1], with: second)
    _ = try house.engine.issueToken(user: house.people[2])
  }

  @Test(arguments: [
    "INSERT INTO token (number, secret, user_id, issued_at) VALUES (9, zeroblob(16), 2, 0)",
    "INSERT INTO token (number, secret, user_id, issued_at) VALUES (9, zeroblob(15), 6, 0)",
    "INSERT INTO token (number, secret, user_id, issued_at) VALUES (9, zeroblob(16), 99, 0)",
    "UPDATE token SET ended_at = 1 WHERE number = 2",
    "UPDATE token SET ended_at = 1, end_reason = 'idle' WHERE number = 3",
    "UPDATE token SET activated_at = 1 WHERE number = 3",
    "UPDATE token SET live_deadline = NULL WHERE number = 2",
    "UPDATE token SET end_reason = 'bored', ended_at = 1, live_deadline = NULL WHERE number = 2",
    "UPDATE user SET balance = -1 WHERE id = 1",
    "UPDATE user SET name = '' WHERE id = 1",
    "UPDATE user SET balance = 'much' WHERE id = 1",
    "UPDATE reservation SET seat_id = 1 WHERE id = 2",
    "UPDATE reservation SET seat_id = 9999 WHERE id = 2",
    "UPDATE reservation SET price = 0 WHERE id = 2",
    "UPDATE reservation SET deadline = held_at WHERE id = 2",
    "UPDATE reservation SET status = 'confirmed', ended_at = deadline WHERE id = 2",
    "UPDATE reservation SET status = 'expired', ended_at = deadline - 1 WHERE id = 2",
    "UPDATE reservation SET ended_at = 1 WHERE id = 2",
    "UPDATE session_seat SET sold = 1 WHERE reservation_id IS NULL",
    "UPDATE session_seat SET reservation_id = 99 WHERE reservation_id = 2",
    "INSERT INTO payment (reservation_id, user_id, amount, paid_at) VALUES (1, 1, 50000, 0)",
    "UPDATE payment SET amount = 0",
    "UPDATE ledger SET amount = 1 WHERE kind = 'payment'",
    "UPDATE ledger SET payment_id = NULL WHERE kind = 'payment'",
    "INSERT INTO ledger (user_id, amount, kind, payment_id, entered_at) VALUES (1, -1, 'payment', 1, 0)",
    "INSERT INTO request SELECT * FROM request",
    "UPDATE house SET head = last_ticket + 1",
    "UPDATE house SET admitted_through_at = latest_at + 1",
    "INSERT INTO house SELECT 2, kind, 0, 0, 0, 0, 0, '', 0, 0, 0, NULL, NULL FROM house",
    "UPDATE policy SET idle_limit_ms = token_lifetime_ms",
    "UPDATE policy SET batch = -1",
    "UPDATE session SET sale_closes_at = sale_opens_at",
    "UPDATE session SET length_ms = 0",
    "UPDATE session SET may_overlap = 2",
    "DELETE FROM user WHERE id = 1",
  ]) func `refuses`(sql: String) throws {
    let before = try house.contents()
    let error = #expect(throws: DatabaseError.self) {
      try house.store.queue.write { try $0.execute(sql: sql) }
    }
    #expect(error?.resultCode == .SQLITE_CONSTRAINT, "\(String(describing: error))")
    #expect(try house.contents() == before)
  }

  /// How SQLite would go about the statement that a verb runs.
  private func plan(_ ask: (any StoreReader) throws(BookingError) -> Void) throws -> String {
    let queue = house.store.queue
    nonisolated(unsafe) var asked: [String] = []
    queue.inDatabase { db in
      db.trace { event in if case .statement(let statement) = event { asked.append(statement.expandedSQL) } }
    }
    // What was changed past the store is remembered no longer.
    try queue.inDatabase { try $0.execute(sql: "UPDATE house SET head = head") }
    try house.store.read(ask)
    queue.inDatabase { $0.trace(nil) }
    return try queue.inDatabase { db in
      try asked.filter { $0.hasPrefix("SELECT") }.flatMap { sql in
        try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql).map { $0["detail"] as String }
      }.joined(separator: "\n")
    }
  }

  @Test func `finds the next token to end in its index`() throws {
    let plan = try plan { reader throws(BookingError) in _ = try reader.nextTokenToEnd() }
    #expect(plan == "SEARCH token USING INDEX token_live_deadline (live_deadline>?)")
  }

  @Test func `finds the next hold to end in its index`() throws {
    let plan = try plan { reader throws(BookingError) in _ = try reader.nextHoldToEnd() }
    #expect(plan == "SCAN reservation USING INDEX reservation_deadline")
  }

  @Test func `counts leavers by their blocks, and of rows only those of one block`() throws {
    try house.write { tx throws(BookingError) in for _ in 0..<9 { _ = try tx.takeTicketNumber() } }
    let plan = try plan { reader throws(BookingError) in _ = try reader.leavers(before: TicketNumber(9)) }
    let steps = plan.split(separator: "\n").filter { $0.contains("leaver") }
    #expect(
      steps == [
        "SEARCH leaver_block USING PRIMARY KEY (size=? AND block<?)",
        "SEARCH leaver_block USING PRIMARY KEY (size=? AND block>? AND block<?)",
        "SEARCH leaver_block USING PRIMARY KEY (size=? AND block>? AND block<?)",
        "SEARCH leaver USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)",
      ])
  }

  @Test func `counts a session's taken seats without the free ones`() throws {
    let plan = try plan { reader throws(BookingError) in _ = try reader.takenSeats(of: house.session) }
    #expect(plan == "SEARCH session_seat USING COVERING INDEX session_seat_taken (session_id=? AND reservation_id>?)")
  }

  @Test func `counts active tokens without the others`() throws {
    let plan = try plan { reader throws(BookingError) in _ = try reader.activeTokens() }
    #expect(plan == "SEARCH token USING COVERING INDEX token_live_deadline (live_deadline>?)")
  }

  @Test func `finds a user's live token in its index`() throws {
    let plan = try plan { reader throws(BookingError) in _ = try reader.liveToken(of: house.people[0]) }
    #expect(plan == "SEARCH token USING INDEX token_live_user (user_id=?)")
  }

  @Test func `finds a user's latest token in the indexes`() throws {
    let plan = try plan { reader throws(BookingError) in _ = try reader.latestToken(of: house.people[0]) }
    #expect(
      plan == """
        SEARCH token USING INDEX token_live_user (user_id=?)
        SEARCH token USING INDEX token_ended_user (user_id=?)
        """)
  }

  @Test func `finds the first who wait behind the head`() throws {
    let plan = try plan { reader throws(BookingError) in
      _ = try reader.waitingTokens(after: TicketNumber(2), count: 5)
    }
    #expect(plan == "SEARCH token USING INTEGER PRIMARY KEY (rowid>?)")
  }

  @Test func `finds the seats that somebody released without all that they ever held`() throws {
    let plan = try plan { reader throws(BookingError) in
      _ = try reader.releasedDeadline(of: house.people[0], seat: SeatID(1), session: house.session)
    }
    #expect(
      plan == "SEARCH reservation USING INDEX reservation_released (user_id=? AND session_id=? AND seat_id=?)")
  }

  @Test func `marks the file as ours`() throws {
    let id = try house.store.queue.read { try Int.fetchOne($0, sql: "PRAGMA application_id") }
    #expect(id == 0x6278_6F66)
  }
}
