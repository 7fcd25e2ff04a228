import Booking
import Foundation
import GRDB
import TestSupport
import Testing

@testable import SQLiteStore

@Suite("A store's file that is written over while it is open")
struct StoreContentsTests {
  private let house: FileFixture
  private let store: DatabaseStore
  private var folder: TemporaryFolder { house.folder }

  init() throws {
    house = try FileFixture()
    store = try house.open()
    try store.addPerson("Before")
  }

  /// Writes into a file as `cp` does, which keeps its identity.
  private func overwrite(_ name: String, with bytes: [UInt8]) throws {
    let file = Glibc.open(folder.file(name), O_WRONLY | O_TRUNC)
    #expect(file >= 0)
    var written = 0
    while written < bytes.count {
      written += bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    }
    Glibc.close(file)
  }

  private func copyIn(_ file: String, over name: String) throws {
    // Whatever was read within a millisecond of another look may be old.
    usleep(5_000)
    try overwrite(name, with: Array(try Data(contentsOf: URL(fileURLWithPath: file))))
  }

  private func expectOverwritten() throws {
    #expect(throws: BookingError.storage(.overwritten)) { try store.addPerson("After") }
    #expect(throws: BookingError.storage(.overwritten)) { try store.addPerson("Again") }
    #expect(throws: BookingError.storage(.overwritten)) { try store.names() }
    #expect(throws: BookingError.storage(.overwritten)) { try store.hasForeignChange() }
  }

  /// Another house's file, with people enough to be longer.
  private func backup(of people: Int) throws -> FileFixture {
    let other = try FileFixture()
    let saved = try other.open()
    for number in 0..<people { try saved.addPerson("Backup \(number)") }
    saved.close()
    return other
  }

  @Test(arguments: [1, 2000]) func `by another store: nothing more is answered, and the two are not mixed`(
    people: Int
  ) throws {
    let other = try backup(of: people)
    let bytes = try other.folder.bytes(of: "house.db")
    try copyIn(other.path, over: "house.db")
    try expectOverwritten()
    store.close()
    #expect(try folder.bytes(of: "house.db") == bytes, "what was restored stays as it is")
    #expect(try folder.names() == ["house.db", "house.db-wal.orphan"])
    let opened = try house.open()
    defer { opened.close() }
    #expect(try opened.names().count == people + 1)
    #expect(try opened.audit { reader throws(BookingError) in try reader.integrityFaults() } == [])
  }

  @Test func `by an older copy of itself`() throws {
    for number in 0..<100 { try store.addPerson("Person \(number)") }
    store.checkpoint()
    let older = try folder.bytes(of: "house.db")
    try FileFixture.charge(store)
    for number in 0..<100 { try store.addPerson("Later \(number)") }
    store.checkpoint()
    try store.addPerson("Last")
    usleep(5_000)
    try overwrite("house.db", with: older)
    try expectOverwritten()
    store.close()
    #expect(try folder.bytes(of: "house.db") == older)
  }

  @Test func `by an older copy right after another connection has copied the log`() throws {
    store.checkpoint()
    let older = try folder.bytes(of: "house.db")
    for number in 0..<10 { try store.addPerson("Later \(number)") }
    // Nobody looks between the two, so that the copying might explain whatever has changed.
    let other = try DatabaseQueue(path: house.path)
    try other.writeWithoutTransaction { _ = try $0.checkpoint(.passive) }
    usleep(5_000)
    try overwrite("house.db", with: older)
    try expectOverwritten()
    try other.close()
  }

  @Test func `when nobody asked it before it is closed, the log is not copied into what was restored`() throws {
    let other = try backup(of: 3)
    let bytes = try other.folder.bytes(of: "house.db")
    try copyIn(other.path, over: "house.db")
    store.close()
    #expect(try folder.bytes(of: "house.db") == bytes)
    #expect(try folder.names() == ["house.db", "house.db-wal.orphan"])
  }

  @Test func `or its log is cut short`() throws {
    try overwrite("house.db-wal", with: Array(try folder.bytes(of: "house.db-wal").dropLast(4120)))
    #expect(throws: BookingError.storage(.overwritten)) { try store.addPerson("After") }
    store.close()
    // What is left of it is a state of the store.
    let opened = try house.open()
    defer { opened.close() }
    #expect(try opened.names().first == "Mina")
    #expect(try opened.audit { reader throws(BookingError) in try reader.integrityFaults() } == [])
  }

  @Test func `or its log is emptied`() throws {
    try overwrite("house.db-wal", with: [])
    #expect(throws: BookingError.storage(.overwritten)) { try store.addPerson("After") }
  }

  @Test func `or its log is taken back to what it was earlier`() throws {
    let earlier = try folder.bytes(of: "house.db-wal")
    try store.addPerson("More")
    try overwrite("house.db-wal", with: earlier)
    #expect(throws: BookingError.storage(.overwritten)) { try store.addPerson("After") }
  }

  @Test func `or its log is that of another store`() throws {
    let other = try FileFixture()
    let open = try other.open()
    defer { open.close() }
    for number in 0..<20 { try open.addPerson("\(number)") }
    try copyIn(other.folder.file("house.db-wal"), over: "house.db-wal")
    #expect(throws: BookingError.storage(.overwritten)) { try store.addPerson("After") }
  }

  @Test(arguments: ["house.db", "house.db-wal"]) func `in the middle of a commit, nobody knows whether it stands`(
    _ name: String
  ) throws {
    let other = try backup(of: 3)
    #expect(throws: BookingError.storage(.outcomeUnknown(.overwritten))) {
      try store.write { tx throws(BookingError) in
        _ = try tx.insertUser(name: "Lost")
        do { try copyIn(other.path, over: name) } catch { throw .storage(.other("\(error)")) }
      }
    }
    #expect(throws: BookingError.storage(.overwritten)) { try store.addPerson("After") }
  }

  @Test func `its record going backwards through SQLite is noticed too`() throws {
    try FileFixture.charge(store)
    #expect(try store.read { reader throws(BookingError) in try reader.lastEvent() } > EventID(0))
    let other = try DatabaseQueue(path: house.path)
    try other.write { try $0.execute(sql: "DELETE FROM event WHERE id = (SELECT MAX(id) FROM event)") }
    #expect(throws: BookingError.storage(.overwritten)) {
      try store.read { reader throws(BookingError) in try reader.lastEvent() }
    }
    #expect(throws: BookingError.storage(.overwritten)) { try store.addPerson("After") }
    try other.close()
  }

  @Test func `a touch, a new mode and another name are nothing`() throws {
    usleep(5_000)
    utimensat(AT_FDCWD, house.path, nil, 0)
    chmod(house.path, 0o640)
    #expect(link(house.path, folder.file("second")) == 0)
    try store.addPerson("After")
    #expect(try store.names() == ["Mina", "Before", "After"])
  }

  @Test func `what other connections write, copy from the log and tidy up is nothing`() throws {
    let other = try DatabaseQueue(path: house.path)
    for round in 0..<12 {
      try store.addPerson("Person \(round)")
      try other.write { try $0.execute(sql: "UPDATE user SET name = name || '.' WHERE id = 1") }
      switch round % 4 {
      case 0: try other.writeWithoutTransaction { _ = try $0.checkpoint(.passive) }
      case 1: try other.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
      case 2: try other.writeWithoutTransaction { try $0.execute(sql: "VACUUM") }
      default: store.checkpoint()
      }
      #expect(try store.names().count == 3 + round)
      _ = try store.hasForeignChange()
    }
    try other.close()
    try store.addPerson("Last")
    store.close()
    #expect(try house.open().names().count == 15)
  }
}

extension FileFixture {
  /// A command that the record tells of.
  fileprivate static func charge(_ store: DatabaseStore) throws {
    _ = try BookingEngine(store: store, clock: ManualClock()).charge(
      user: UserID(1), amount: Won(1), key: RequestKey("\(UInt64.random(in: 0 ... .max))"))
  }
}
