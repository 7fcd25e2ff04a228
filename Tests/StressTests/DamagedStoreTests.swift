import Booking
import Foundation
import GRDB
import SQLiteStore
import TestSupport
import Testing

extension Stress {
  /// A file that a fault or another program has changed: 400 files with flipped bytes and cut ends in the quick form and
  /// 20,000 in the long one, and every number of every row at its limits. None may end the program, and none is written
  /// by who only looks.
  @Suite("A damaged store")
  struct DamagedStoreTests {
    /// A small store in which everything has happened at least once.
    private static let made = Result { try makeTemplate() }
    private let template: [UInt8]

    init() throws { template = try Self.made.get() }

    private static func makeTemplate() throws -> [UInt8] {
      let house = try StressFixture(
        Policy.with {
          $0.activationPeriod = .milliseconds(1)
          $0.batch = 4
        }, rows: 2, width: 3, people: 8, balance: Won(500_000))
      let (engine, session) = (house.engine, try house.engine.programme()[0].evenings[0].session.id)
      let seats = try house.store.read { reader throws(BookingError) in try reader.seats(of: session) }.map(\.id)
      let tokens = try (1...8).map { try engine.issueToken(user: UserID($0)).token.credential }
      try engine.leaveQueue(caller: UserID(8), token: tokens[7])
      while try engine.lookUpToken(tokens[3]).token.activity == nil { usleep(1000) }
      let holds = try (0..<3).map { number in
        try engine.holdSeats(
          caller: UserID(Int64(number + 1)), token: tokens[number], session: session, seats: [seats[number]],
          key: RequestKey("h\(number)"))[0].id
      }
      _ = try engine.pay(caller: UserID(1), token: tokens[0], reservations: [holds[0]], key: RequestKey("p"))
      try engine.release(caller: UserID(2), reservations: [holds[1]])
      _ = try engine.charge(user: UserID(5), amount: Won(1000), key: RequestKey("c"))
      try engine.leaveQueue(caller: UserID(4), token: tokens[3])
      house.store.checkpoint()
      return Array(try Data(contentsOf: URL(fileURLWithPath: house.path)))
    }

    /// Judges a file and then uses it, as `check` and a terminal do. Returns whether it was found damaged.
    @discardableResult
    private func use(_ bytes: [UInt8], in folder: TemporaryFolder) throws -> Bool {
      var isSound = false
      try folder.write(bytes, to: "house.db")
      defer { for name in ["house.db", "house.db-wal", "house.db-shm"] { unlink(folder.file(name)) } }
      let file = StoreFile(path: folder.file("house.db"))
      if let store = try? file.openReadOnly() {
        let violations = try? store.audit { reader throws(BookingError) in
          _ = try FallenDue(reader, at: .opening)
          return try Audit(reader).violations()
        }
        isSound = violations == []
        store.close()
      }
      #expect(try folder.bytes(of: "house.db") == bytes, "who only looks writes nothing")
      #expect(try folder.names() == ["house.db"])
      guard let store = try? file.open(create: { _ in }).store else { return true }
      defer { store.close() }
      let engine = BookingEngine(store: store, clock: BootClock())
      _ = try? engine.runSchedule()
      let people = (try? engine.people()) ?? []
      for user in people.map(\.user.id).prefix(3) {
        _ = try? (engine.statusSnapshot(of: user), engine.bookings(of: user), engine.ledger(of: user))
        guard let token = try? engine.issueToken(user: user).token.credential else { continue }
        _ = try? engine.sessions(caller: user, token: token, concert: nil, visit: .refresh)
        _ = try? engine.charge(user: user, amount: Won(1), key: RequestKey("x"))
      }
      _ = try? (
        engine.programme(), engine.due(), engine.queueHistory(span: .minutes(10)), engine.events(after: EventID(0))
      )
      store.checkpoint()
      return !isSound
    }

    @Test(arguments: 0..<20) func `with flipped bytes or a cut end is refused or bears it`(group: Int) throws {
      var random = SeededRandom(seed: UInt64(group))
      let folder = try TemporaryFolder()
      var found = 0
      for _ in 0..<(LongForm.times(20, long: 1000)) {
        var bytes = template
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
        case 1:
          // A page that was never written, or written elsewhere.
          let page = Int.random(in: 0..<(bytes.count / 4096), using: &random) * 4096
          let other = Int.random(in: 0..<(bytes.count / 4096), using: &random) * 4096
          bytes.replaceSubrange(page..<(page + 4096), with: Array(bytes[other..<(other + 4096)]))
        default:
          for _ in 0..<Int.random(in: 1...6, using: &random) {
            bytes[Int.random(in: 100..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
          }
        }
        if try use(bytes, in: folder) { found += 1 }
      }
      #expect(found > 0, "some of it is found out")
    }

    /// Every column of the schema's tables that holds whole numbers.
    private func numbers() throws -> [(table: String, column: String)] {
      let folder = try TemporaryFolder()
      try folder.write(template, to: "house.db")
      let database = try DatabaseQueue(path: folder.file("house.db"))
      return try database.read { db in
        let tables = try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
        return try tables.filter { !$0.hasPrefix("sqlite") && !$0.hasPrefix("grdb") }.flatMap { table in
          try db.columns(in: table).filter { $0.type == "INTEGER" }.map { (table, $0.name) }
        }
      }
    }

    @Test(arguments: LongForm.isAskedFor ? [Int64.min, -1, 0, 1_000_000_000_000_000_000, .max] : [Int64.min, .max])
    func `with numbers at and beyond the limits is refused or bears it`(number: Int64) throws {
      let folder = try TemporaryFolder()
      let numbers = try numbers()
      #expect(numbers.count > 60)
      var (changed, found) = (0, 0)
      for (table, column) in numbers {
        for rows in ["1", "rowid = (SELECT MIN(rowid) FROM \(table))"] where table != "session_price" || rows == "1" {
          try folder.write(template, to: "changed.db")
          let database = try DatabaseQueue(path: folder.file("changed.db"))
          try database.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
            try? db.execute(sql: "UPDATE \(table) SET \(column) = \(number) WHERE \(rows)")
            changed += db.totalChangesCount > 0 ? 1 : 0
            _ = try db.checkpoint(.truncate)
          }
          try database.close()
          let bytes = try folder.bytes(of: "changed.db")
          unlink(folder.file("changed.db"))
          if try use(bytes, in: folder) { found += 1 }
        }
      }
      #expect(changed > 40 && found > 30, "\(changed) changed, \(found) found damaged")
    }

    @Test(arguments: ["policy", "house", "user", "token", "session_price", "hall", "seat", "event"])
    func `with a table that is empty is refused or bears it`(table: String) throws {
      let folder = try TemporaryFolder()
      try folder.write(template, to: "changed.db")
      let database = try DatabaseQueue(path: folder.file("changed.db"))
      try database.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA foreign_keys = OFF; DELETE FROM \(table)")
        _ = try db.checkpoint(.truncate)
      }
      try database.close()
      let bytes = try folder.bytes(of: "changed.db")
      unlink(folder.file("changed.db"))
      try use(bytes, in: folder)
    }
  }
}
