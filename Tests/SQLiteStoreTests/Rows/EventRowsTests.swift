import Booking
import GRDB
import Testing

@testable import SQLiteStore

@Suite("Rows of the event record")
struct EventRowsTests {
  let store: DatabaseStore

  init() throws { store = try DatabaseStore.inMemory() }

  private func append(_ events: [Event]) throws {
    try store.write { tx throws(BookingError) in for event in events { try tx.append(event) } }
  }

  private func event(_ kind: Event.Kind, at instant: Int64, id: Int64) -> Event {
    Event(kind, at: Timestamp(milliseconds: instant), rule: 1).with { $0.id = EventID(id) }
  }

  @Test(arguments: Event.Kind.allCases) func `give back a bare event of each kind`(kind: Event.Kind) throws {
    try append([Event(kind, at: Timestamp(milliseconds: 7), rule: 1)])
    let events = try store.read { reader throws(BookingError) in try reader.events(after: EventID(0), limit: 9) }
    #expect(events == [event(kind, at: 7, id: 1)])
  }

  @Test(arguments: QueueToken.EndReason.allCases) func `give back every field`(reason: QueueToken.EndReason) throws {
    let full = event(.tokenEnded, at: 1, id: 1).with {
      $0.user = UserID(2)
      $0.token = TicketNumber(3)
      $0.session = SessionID(4)
      $0.seat = SeatID(5)
      $0.reservation = ReservationID(6)
      $0.amount = Won(7)
      $0.deadline = Timestamp(milliseconds: 8)
      $0.reason = reason
    }
    try append([full])
    #expect(try store.read { reader throws(BookingError) in try reader.lastEvents(1) } == [full])
  }

  @Test func `are numbered in order and read from a number on`() throws {
    #expect(try store.read { reader throws(BookingError) in try reader.lastEvent() } == EventID(0))
    try append((1...4).map { Event(.charged, at: Timestamp(milliseconds: $0 * 10), rule: 1) })
    let (last, after, tail) = try store.read { reader throws(BookingError) in
      (try reader.lastEvent(), try reader.events(after: EventID(1), limit: 2), try reader.lastEvents(2))
    }
    #expect(last == EventID(4))
    #expect(after == [event(.charged, at: 20, id: 2), event(.charged, at: 30, id: 3)])
    #expect(tail == [event(.charged, at: 30, id: 3), event(.charged, at: 40, id: 4)])
  }

  @Test func `go from the oldest on, behind the first, but never the last`() throws {
    try append((1...6).map { Event(.charged, at: Timestamp(milliseconds: $0 * 10), rule: 1) })
    func delete(before instant: Int64, limit: Int64) throws -> Int {
      try store.write { tx throws(BookingError) in
        try tx.deleteEvents(
          after: EventID(1), through: EventID(5), before: Timestamp(milliseconds: instant), limit: limit)
      }
    }
    func numbers() throws -> [Int64] {
      try store.read { reader throws(BookingError) in
        try reader.events(after: EventID(0), limit: 9)
      }.map(\.id.rawValue)
    }
    #expect(try delete(before: 20, limit: 9) == 0)
    #expect(try delete(before: 41, limit: 2) == 2)
    #expect(try numbers() == [1, 4, 5, 6])
    #expect(try delete(before: 41, limit: 2) == 1)
    #expect(try delete(before: 1000, limit: 9) == 1)
    #expect(try numbers() == [1, 6])
    try append([Event(.charged, at: Timestamp(milliseconds: 70), rule: 1)])
    #expect(try numbers() == [1, 6, 7])
  }

  @Test func `are damaged where a kind is unknown`() throws {
    try store.queue.write { try $0.execute(sql: "INSERT INTO event (at, kind, rule) VALUES (0, 99, 0)") }
    #expect(throws: BookingError.storage(.damaged)) {
      try store.read { reader throws(BookingError) in try reader.lastEvents(1) }
    }
  }
}
