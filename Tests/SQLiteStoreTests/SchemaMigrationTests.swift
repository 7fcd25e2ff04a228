import Booking
import GRDB
import TestSupport
import Testing

@testable import SQLiteStore

@Suite("Stores of an older schema")
struct SchemaMigrationTests {
  private let house: FileFixture
  private var folder: TemporaryFolder { house.folder }

  init() throws {
    house = try FileFixture()
    let store = try house.open()
    // A second hall, of several rows and tiers.
    let second = BookingFixture.season(rows: 3, width: 4)
    try BookingEngine(store: store, clock: ManualClock()).add(
      Season(
        halls: [HallDraft(name: LocalizedText("둘째", "Second"), plan: "{}", seats: second.halls[0].seats)],
        shows: second.shows))
    // As it was before halls kept how many seats they have.
    try store.queue.write { db in
      try db.execute(sql: "ALTER TABLE hall DROP COLUMN seat_count")
      try db.execute(sql: "DELETE FROM grdb_migrations WHERE identifier = 'how many seats a hall has'")
      // And before they said how long events are kept.
      try db.execute(sql: "ALTER TABLE policy DROP COLUMN event_retention_ms")
      try db.execute(sql: "DELETE FROM grdb_migrations WHERE identifier = 'how long events are kept'")
      // And before balances could be set by hand.
      try db.execute(
        sql: """
          ALTER TABLE ledger RENAME TO late_ledger;
          CREATE TABLE ledger (
            id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES user (id), amount INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('opening', 'charge', 'payment')),
            payment_id INTEGER UNIQUE REFERENCES payment (id), entered_at INTEGER NOT NULL,
            CHECK ((kind = 'payment') = (payment_id IS NOT NULL)), CHECK ((kind = 'payment') = (amount < 0))
          ) STRICT;
          INSERT INTO ledger SELECT * FROM late_ledger;
          DROP TABLE late_ledger;
          CREATE INDEX ledger_user ON ledger (user_id);
          DELETE FROM grdb_migrations WHERE identifier = 'balances that are set by hand';
          """)
    }
    try store.queue.write { db in
      try db.execute(
        sql: """
          DROP TABLE leaver_block;
          DELETE FROM grdb_migrations WHERE identifier = 'how many left the line, in blocks';
          DROP INDEX token_ended_user;
          CREATE INDEX token_user ON token (user_id);
          DELETE FROM grdb_migrations WHERE identifier = 'one entry by user for a token';
          DROP INDEX reservation_released;
          DELETE FROM grdb_migrations WHERE identifier = 'who released which seats';
          """)
    }
    // And before anchors were borne out.
    try store.queue.write { db in
      try db.execute(
        sql: """
          ALTER TABLE house DROP COLUMN anchor_suspended_ms;
          ALTER TABLE house DROP COLUMN anchor_wall_at;
          DELETE FROM grdb_migrations WHERE identifier = 'what bears an anchor out';
          """)
    }
    // And before events told what came into force.
    try store.queue.write { db in
      try db.execute(
        sql: """
          ALTER TABLE event DROP COLUMN particulars;
          DELETE FROM grdb_migrations WHERE identifier = 'what came into force with an event';
          """)
    }
    // And when seats had a name of their own in their hall's plan.
    try store.queue.inDatabase { db in
      try db.execute(
        sql: """
          PRAGMA foreign_keys = OFF;
          CREATE TABLE planned_seat (
            id INTEGER PRIMARY KEY, hall_id INTEGER NOT NULL REFERENCES hall (id), plan_id TEXT NOT NULL,
            section TEXT NOT NULL, row TEXT NOT NULL, number TEXT NOT NULL, tier TEXT NOT NULL,
            UNIQUE (hall_id, plan_id)
          ) STRICT;
          INSERT INTO planned_seat SELECT id, hall_id, 'p' || id, section, row, number, tier FROM seat;
          DROP TABLE seat;
          ALTER TABLE planned_seat RENAME TO seat;
          ALTER TABLE hall DROP COLUMN first_seat_id;
          DELETE FROM grdb_migrations WHERE identifier = 'a hall''s seats by its first';
          """)
      // And when nobody said how long a session lasts, and two could be on in a hall: here the second a minute after the
      // first.
      try db.execute(
        sql: """
          ALTER TABLE session DROP COLUMN length_ms;
          ALTER TABLE session DROP COLUMN may_overlap;
          UPDATE session SET start_at = (SELECT start_at + 60000 FROM session WHERE id = 1) WHERE id = 2;
          DELETE FROM grdb_migrations WHERE identifier = 'how long sessions last';
          """)
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
    #expect(counts == [2, 2, 12, 12, 2, 2, 12, 12])
    #expect(try store.audit { reader throws(BookingError) in try Audit(reader) }.violations() == [])
    store.close()
    #expect(try folder.bytes(of: "house.db") == before)
  }

  @Test func `are brought up to date when they are opened`() throws {
    let store = try house.open()
    let counts = try seatCounts(store)
    #expect(counts == [2, 2, 12, 12, 2, 2, 12, 12])
    #expect(try store.read { reader throws(BookingError) in try reader.policy() }.eventRetention == .days(7))
    try store.write { tx throws(BookingError) in
      _ = try tx.credit(UserID(1), Won(-1))
      try tx.insertLedgerEntry(LedgerEntry(user: UserID(1), amount: Won(-1), kind: .adjustment, at: .opening))
      try tx.append(
        Event(.balanceSet, at: try tx.house().latest, rule: 0).with {
          $0.user = UserID(1)
          $0.amount = Won(-1)
        })
    }
    let broken = try store.audit { reader throws(BookingError) in try Audit(reader) }.violations().map(\.invariant)
    #expect(Set(broken) == [.houseIsAsFounded], "the table takes it, but in a real house nothing is set by hand")
    store.close()
  }

  @Test func `have new evenings in each of their halls, with every seat and no other`() throws {
    let store = try house.open()
    let evenings = try store.write { tx throws(BookingError) in
      var evenings: [(before: [Seat], after: [Seat])] = []
      for session in try tx.sessions() {
        let next = try tx.insertSession(
          concert: session.concert, hall: session.hall, start: session.start + .days(9), length: .minutes(1),
          saleOpens: session.saleOpens,
          saleCloses: session.saleCloses, prices: try tx.prices(of: session.id))
        try tx.append(Event(.programmeAdded, at: try tx.house().latest, rule: 0).with { $0.session = next })
        evenings.append((try tx.seats(of: session.id), try tx.seats(of: next)))
      }
      return evenings
    }
    #expect(Set(evenings.map(\.before.count)) == [2, 12])
    for (before, after) in evenings {
      #expect(after.map(\.id) == before.map(\.id) && after.map(\.label) == before.map(\.label))
    }
    #expect(try store.audit { reader throws(BookingError) in try Audit(reader) }.violations() == [])
    store.close()
  }

  @Test func `have sessions of two hours, which may overlap as they do, while new ones may not`() throws {
    let store = try house.open()
    let audit = try store.audit { reader throws(BookingError) in
      #expect(try reader.sessions().allSatisfy { $0.length == .hours(2) })
      return try Audit(reader)
    }
    #expect(audit.violations() == [])
    #expect(audit.warnings(of: .roomsAreSharedInTurn).count == 1)
    let engine = BookingEngine(store: store, clock: ManualClock(.opening + .milliseconds(1)))
    let again = BookingFixture.season(rows: 1, width: 2, from: .opening + .hours(1))
    #expect(throws: BookingError.self) { try engine.add(again) }
    try engine.add(BookingFixture.season(rows: 1, width: 2, from: .opening + .days(9)))
    let later = try store.audit { reader throws(BookingError) in try Audit(reader) }
    #expect(later.violations() == [])
    #expect(later.warnings(of: .roomsAreSharedInTurn) == audit.warnings(of: .roomsAreSharedInTurn))
    store.close()
  }
}
