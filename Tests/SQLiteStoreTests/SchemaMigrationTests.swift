import Booking
import GRDB
import TestSupport
import Testing

@testable import SQLiteStore

@Suite("Stores of an older schema")
struct SchemaMigrationTests {
  private let house: FileHouse
  private var folder: TemporaryFolder { house.folder }

  init() throws {
    house = try FileHouse()
    let store = try house.open()
    // As it was before halls kept how many seats they have.
    try store.queue.write { db in
      try db.execute(sql: "ALTER TABLE hall DROP COLUMN seat_count")
      try db.execute(sql: "DELETE FROM grdb_migrations WHERE identifier = 'how many seats a hall has'")
      // And before they said how long events are kept.
      try db.execute(sql: "ALTER TABLE policy DROP COLUMN event_retention_ms")
      try db.execute(sql: "DELETE FROM grdb_migrations WHERE identifier = 'how long events are kept'")
    }
    store.close()
  }

  private func seatCounts(_ store: DatabaseStore) throws -> [Int64] {
    try store.read { reader throws(BookingError) in
      var counts: [Int64] = []
      for session in try reader.sessions() {
        counts.append(try reader.seatCount(of: session.id))
        counts.append(Int64(try reader.seats(of: session.id).count))
      }
      return counts
    }
  }

  @Test func `are looked at as they will be, and not a byte is written`() throws {
    let before = try folder.bytes(of: "house.db")
    let store = try house.file.openReadOnly()
    let counts = try seatCounts(store)
    #expect(!counts.isEmpty && counts.allSatisfy { $0 > 0 && $0 == counts[0] })
    #expect(try store.audit { reader throws(BookingError) in try Audit(reader) }.violations() == [])
    store.close()
    #expect(try folder.bytes(of: "house.db") == before)
  }

  @Test func `are brought up to date when they are opened`() throws {
    let store = try house.open()
    let counts = try seatCounts(store)
    #expect(!counts.isEmpty && counts.allSatisfy { $0 > 0 && $0 == counts[0] })
    #expect(try store.read { reader throws(BookingError) in try reader.policy() }.eventRetention == .days(7))
    store.close()
  }
}
