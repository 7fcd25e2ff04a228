import Booking
import Files
import GRDB
import TestSupport
import Testing

@testable import SQLiteStore

@Suite("A store on one database")
struct DatabaseStoreTests {
  let house: FileFixture
  let store: DatabaseStore

  init() throws {
    house = try FileFixture()
    store = try house.open()
  }

  private func pragma(_ name: String) throws -> String? {
    try store.queue.inDatabase { try String.fetchOne($0, sql: "PRAGMA \(name)") }
  }

  /// Another program that has the write lock as long as the body runs.
  private func whileLocked(_ body: () throws -> Void) throws {
    let other = try DatabaseQueue(path: house.path)
    try other.writeWithoutTransaction { db in
      try db.beginTransaction(.immediate)
      try body()
      try db.rollback()
    }
  }

  @Test func `commits what a write did when it returns`() throws {
    try store.addPerson("Yuki")
    #expect(try house.open().names() == ["Mina", "Yuki"])
  }

  @Test func `undoes everything when a write throws, and throws on`() throws {
    let before = try store.contents()
    #expect(throws: BookingError.alreadyPaid) {
      try store.write { tx throws(BookingError) in
        _ = try tx.insertUser(name: "Yuki")
        throw .alreadyPaid
      }
    }
    #expect(try store.contents() == before)
  }

  @Test func `undoes only what a savepoint's body did when it throws`() throws {
    try store.write { tx throws(BookingError) in
      _ = try tx.insertUser(name: "kept")
      do throws(BookingError) {
        try tx.savepoint { () throws(BookingError) in
          _ = try tx.insertUser(name: "lost")
          throw .alreadyPaid
        }
      } catch { _ = try tx.insertUser(name: error == .alreadyPaid ? "after" : "wrong") }
    }
    #expect(try store.names() == ["Mina", "kept", "after"])
  }

  @Test func `keeps what a savepoint's body did when it returns`() throws {
    let name = try store.write { tx throws(BookingError) in
      try tx.savepoint { () throws(BookingError) in
        _ = try tx.insertUser(name: "kept")
        return "kept"
      }
    }
    #expect(try store.names() == ["Mina", name])
  }

  @Test func `shows one view for as long as a read lasts`() throws {
    let other = try house.open()
    let (before, after) = try store.read { reader throws(BookingError) in
      let before = try reader.users()
      try other.addPerson("Yuki")
      return (before, try reader.users())
    }
    #expect(after == before)
    #expect(try store.names() == ["Mina", "Yuki"])
  }

  @Test func `is busy while another has the lock, and changes nothing`() throws {
    let before = try store.contents()
    try whileLocked { () throws in
      #expect(throws: BookingError.storage(.busy)) { try store.addPerson("Yuki") }
      #expect(try store.contents() == before)
    }
    try store.addPerson("Yuki")
    #expect(try store.names() == ["Mina", "Yuki"])
  }

  @Test func `sees another's commit once, and its own never`() throws {
    let other = try house.open()
    _ = try store.hasForeignChange()
    try store.addPerson("Yuki")
    #expect(try !store.hasForeignChange())
    try other.addPerson("Daniel")
    #expect(try store.hasForeignChange())
    #expect(try !store.hasForeignChange())
  }

  @Test func `makes every commit reach the disk, and checkpoints none by itself`() throws {
    #expect(try pragma("journal_mode") == "wal")
    #expect(try pragma("synchronous") == "2")
    #expect(try pragma("wal_autocheckpoint") == "0")
    #expect(try pragma("foreign_keys") == "1")
  }

  @Test func `wants a checkpoint after a hundred commits when idle and five hundred when not`() throws {
    for count in 1...99 { try store.addPerson("\(count)") }
    #expect(!store.wantsCheckpoint(whenIdle: true))
    try store.addPerson("100")
    #expect(store.wantsCheckpoint(whenIdle: true))
    #expect(!store.wantsCheckpoint(whenIdle: false))
    for count in 101...500 { try store.addPerson("\(count)") }
    #expect(store.wantsCheckpoint(whenIdle: false))
    store.checkpoint()
    #expect(!store.wantsCheckpoint(whenIdle: true))
  }

  @Test func `never wants a checkpoint in memory`() throws {
    let memory = try DatabaseStore.inMemory()
    for count in 1...100 { try memory.addPerson("\(count)") }
    #expect(!memory.wantsCheckpoint(whenIdle: true))
    #expect(memory.filePath == nil)
  }

  @Test func `copies the log into the file, which is sound without the log`() throws {
    for count in 1...100 { try store.addPerson("\(count)") }
    store.checkpoint()
    try house.folder.write(try house.folder.bytes(of: "house.db"), to: "copy.db")
    let copy = try DatabaseStore.openReadOnly(path: FilePath(house.folder.file("copy.db")))
    #expect(try copy.names().count == 101)
    #expect(try copy.audit { reader throws(BookingError) in try reader.integrityFaults() } == [])
  }

  @Test func `leaves a checkpoint for later while another has the lock`() throws {
    for count in 1...100 { try store.addPerson("\(count)") }
    let before = try house.folder.bytes(of: "house.db")
    try whileLocked { () throws in
      store.checkpoint()
      #expect(try house.folder.bytes(of: "house.db") == before)
    }
    #expect(store.wantsCheckpoint(whenIdle: true))
    store.checkpoint()
    #expect(try house.folder.bytes(of: "house.db") != before)
  }

  @Test func `refuses to write a file that was opened to look at`() throws {
    let reader = try house.file.openReadOnly()
    #expect(throws: BookingError.storage(.readOnly)) { try reader.addPerson("Yuki") }
    #expect(try reader.names() == ["Mina"])
  }
}
