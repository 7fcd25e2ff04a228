import Booking
import Files
import GRDB
import Glibc
import TestSupport
import Testing

@testable import SQLiteStore

@Suite("A file that is no store of ours, refused and left as it is")
struct ForeignFileTests {
  let house: FileFixture
  let folder: TemporaryFolder
  let path: String

  init() throws {
    house = try FileFixture()
    folder = house.folder
    path = house.path
  }

  /// Both ways of opening refuse, and the folder stays as it was, byte for byte.
  private func expectRefusal(_ fault: StoreFileFault) throws {
    let names = try folder.names()
    let before = try names.map { try folder.bytes(of: $0) }
    #expect(throws: fault) { try house.open() }
    #expect(throws: fault) { try house.file.openReadOnly() }
    #expect(try folder.names() == names)
    #expect(try names.map { try folder.bytes(of: $0) } == before)
  }

  private func makeForeignDatabase(journal: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = \(journal)")
      try db.execute(sql: "CREATE TABLE recipe (name TEXT); INSERT INTO recipe VALUES ('soup')")
    }
    try queue.close()
  }

  @Test(arguments: ["DELETE", "WAL"]) func `another program's database`(journal: String) throws {
    try makeForeignDatabase(journal: journal)
    try expectRefusal(.notOurs(house.file.path))
    #expect(try folder.names() == ["house.db"])
  }

  @Test func `another program's database with a log beside it`() throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL; CREATE TABLE recipe (name TEXT)")
      #expect(try db.checkpoint(.truncate).checkpointedFrameCount == 0)
      try db.execute(sql: "INSERT INTO recipe VALUES ('soup')")
    }
    try expectRefusal(.notOurs(house.file.path))
    #expect(try folder.names() == ["house.db", "house.db-shm", "house.db-wal"])
    try queue.close()
  }

  @Test func `an empty file`() throws {
    try folder.write([], to: "house.db")
    try expectRefusal(.notADatabase(house.file.path))
  }

  @Test func `a text file`() throws {
    try folder.write(Array(repeating: 0x61, count: 5000), to: "house.db")
    try expectRefusal(.notADatabase(house.file.path))
  }

  @Test func `a store cut off within its header`() throws {
    try house.open().close()
    try folder.write(Array(try folder.bytes(of: "house.db").prefix(99)), to: "house.db")
    try expectRefusal(.notADatabase(house.file.path))
  }

  @Test func `a store cut off after its first page`() throws {
    try house.open().close()
    try folder.write(Array(try folder.bytes(of: "house.db").prefix(4096)), to: "house.db")
    #expect(throws: StoreFileFault.unusable(house.file.path, .storage(.damaged))) { try house.open() }
    #expect(try folder.bytes(of: "house.db").count == 4096)
  }

  @Test func `a store of a newer program`() throws {
    let store = try house.open()
    try store.queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('balconies')") }
    store.close()
    let before = try folder.bytes(of: "house.db")
    #expect(throws: StoreFileFault.newerSchema(house.file.path)) { try house.open() }
    #expect(throws: StoreFileFault.newerSchema(house.file.path)) { try house.file.openReadOnly() }
    #expect(try folder.bytes(of: "house.db") == before)
  }

  @Test func `a directory`() throws {
    let directory = StoreFile(path: folder.path)
    #expect(throws: StoreFileFault.isDirectory(FilePath(folder.path))) {
      try directory.open(create: FileFixture.create)
    }
    #expect(throws: StoreFileFault.isDirectory(FilePath(folder.path))) { try directory.openReadOnly() }
    #expect(try folder.names() == [])
  }

  @Test func `a file in a directory that is not there`() throws {
    let file = StoreFile(path: folder.file("nowhere/house.db"))
    #expect(throws: StoreFileFault.noDirectory(FilePath(folder.file("nowhere")))) {
      try file.open(create: FileFixture.create)
    }
    #expect(try folder.names() == [])
  }

  @Test func `a file that may not be read`() throws {
    try house.open().close()
    chmod(path, 0o000)
    let fault = StoreFileFault.unreadable(house.file.path, reason: "Permission denied")
    #expect(throws: fault) { try asNobody { try house.open() } }
    #expect(throws: fault) { try asNobody { try house.file.openReadOnly() } }
  }

  @Test func `a new file in a directory that may not be written`() throws {
    chmod(folder.path, 0o555)
    defer { chmod(folder.path, 0o755) }
    #expect(throws: StoreFileFault.unreadable(house.file.path, reason: "Permission denied")) {
      try asNobody { try house.open() }
    }
    #expect(try folder.names() == [])
  }

  @Test func `a file that may only be read takes no command, and can be looked at`() throws {
    try house.open().close()
    chmod(path, 0o444)
    chmod(folder.path, 0o777)
    try asNobody {
      let store = try house.open()
      #expect(throws: BookingError.storage(.readOnly)) { try store.addPerson("Yuki") }
      #expect(try store.names() == ["Mina"])
      store.close()
    }
  }
}
