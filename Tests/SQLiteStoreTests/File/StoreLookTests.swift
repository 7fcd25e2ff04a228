import Booking
import Files
import Foundation
import GRDB
import TestSupport
import Testing

@testable import SQLiteStore

@Suite("A look at a store's file")
struct StoreLookTests {
  private let house: FileFixture
  private let folder: TemporaryFolder

  init() throws {
    house = try FileFixture()
    folder = house.folder
  }

  private func names() throws -> [String] { try house.file.openReadOnly().names() }

  /// A store with a log as it lies after its program was killed, without the index, in a folder of its own.
  private func leaveLog() throws -> TemporaryFolder {
    let store = try house.open()
    defer { store.close() }
    try store.addPerson("Late")
    let other = try TemporaryFolder()
    for name in ["house.db", "house.db-wal"] { try other.write(try folder.bytes(of: name), to: name) }
    return other
  }

  @Test func `reads what stands in the log alone`() throws {
    let left = try leaveLog()
    #expect(try StoreFile(path: left.file("house.db")).openReadOnly().names() == ["Mina", "Late"])
  }

  @Test func `reads a file and its log where nothing can be made beside them, and leaves no copy`() throws {
    let left = try leaveLog()
    chmod(left.path, 0o555)
    defer { chmod(left.path, 0o755) }
    for name in ["house.db", "house.db-wal"] { chmod(left.file(name), 0o444) }
    let copies = try self.copies()
    try asNobody {
      let store = try StoreFile(path: left.file("house.db")).openReadOnly()
      #expect(try store.names() == ["Mina", "Late"])
      #expect(try store.audit { reader throws(BookingError) in try reader.integrityFaults() } == [])
    }
    #expect(try left.names() == ["house.db", "house.db-wal"])
    #expect(try self.copies() == copies)
  }

  private func copies() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(try #require(TemporaryFolders.first()))")
      .filter { $0.hasPrefix("boxoffice-") && $0.count == "boxoffice-XXXXXX".count }.sorted()
  }

  @Test func `says so where the log cannot be read, since the file alone would be an older store`() throws {
    let left = try leaveLog()
    chmod(left.path, 0o555)
    defer { chmod(left.path, 0o755) }
    chmod(left.file("house.db"), 0o444)
    chmod(left.file("house.db-wal"), 0o000)
    let path = FilePath(left.file("house.db"))
    try asNobody {
      let fault = #expect(throws: StoreFileFault.self) { try StoreFile(path: path).openReadOnly() }
      #expect(fault == .unusable(path, .storage(.other("\(path)-wal: Permission denied"))))
    }
  }

  @Test func `is taken again when somebody came to write in between`() throws {
    try house.open().close()
    var looks = 0
    var writer: DatabaseStore?
    let names = try StoreLook(path: house.file.path).read { queue in
      looks += 1
      if looks == 1 {
        writer = try house.open()
        try writer?.addPerson("Late")
      }
      return try queue.read { try String.fetchAll($0, sql: "SELECT name FROM user ORDER BY id") }
    }
    #expect(looks == 2)
    #expect(names == ["Mina", "Late"])
    writer?.close()
  }

  /// What is read then may be anything.
  @Test func `is not believed when it failed while somebody came to write`() throws {
    struct Torn: Error {}
    try house.open().close()
    var writer: DatabaseStore?
    let isRead = try StoreLook(path: house.file.path).read { queue in
      if writer == nil {
        writer = try house.open()
        throw Torn()
      }
      return true
    }
    #expect(isRead)
    writer?.close()
  }

  @Test func `fails as it failed when nobody came in between`() throws {
    struct Torn: Error {}
    try house.open().close()
    #expect(throws: Torn.self) { try StoreLook(path: house.file.path).read { _ in throw Torn() } }
  }
}
