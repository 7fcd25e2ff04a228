import Booking
import Foundation
import TestSupport
import Testing

@testable import SQLiteStore

@Suite("A store's file that goes while it is open")
struct StorePlaceTests {
  private let house: FileFixture
  private let store: DatabaseStore

  init() throws {
    house = try FileFixture()
    store = try house.open()
    try store.addPerson("Before")
  }

  private func expectGone() throws {
    #expect(throws: BookingError.storage(.gone)) { try store.addPerson("After") }
    #expect(throws: BookingError.storage(.gone)) { try store.names() }
    #expect(throws: BookingError.storage(.gone)) { try store.hasForeignChange() }
  }

  @Test func `when it is deleted, nothing is promised any more, and its log is not taken for a new one's`() throws {
    unlink(house.path)
    try expectGone()
    let new = try house.open()
    defer { new.close() }
    #expect(try house.folder.names() == ["house.db", "house.db-shm", "house.db-wal", "house.db-wal.orphan"])
    #expect(try new.names() == ["Mina"])
    try expectGone()
    try new.addPerson("New")
    #expect(try new.names() == ["Mina", "New"])
  }

  @Test func `when it is deleted, who only looks is told within a moment`() async throws {
    #expect(try store.names() == ["Mina", "Before"])
    unlink(house.path)
    // What is read within a millisecond of another look may be old.
    try await Task.sleep(for: .milliseconds(2))
    #expect(throws: BookingError.storage(.gone)) { try store.names() }
  }

  @Test func `when it was closed, what lies there later is not its own to put aside`() throws {
    store.close()
    unlink(house.path)
    let new = try house.open()
    defer { new.close() }
    try new.addPerson("New")
    let before = try house.folder.names()
    #expect(before == ["house.db", "house.db-shm", "house.db-wal"])
    store.close()
    #expect(try house.folder.names() == before)
    #expect(try new.names() == ["Mina", "New"])
  }

  @Test func `when another takes its place, that one is not touched`() throws {
    let other = try FileFixture()
    let second = try other.open()
    try second.addPerson("Other")
    second.close()
    let bytes = try other.folder.bytes(of: "house.db")
    try other.folder.write(bytes, to: "copy")
    rename(other.folder.file("copy"), house.path)
    try expectGone()
    store.close()
    #expect(try house.folder.names() == ["house.db", "house.db-wal.orphan"])
    #expect(try house.folder.bytes(of: "house.db") == bytes)
    let opened = try house.open()
    defer { opened.close() }
    #expect(try opened.names() == ["Mina", "Other"])
  }

  @Test func `when it was moved away and back, who noticed stops and who did not goes on`() throws {
    let sleeper = try house.open()
    defer { sleeper.close() }
    #expect(try sleeper.names() == ["Mina", "Before"])
    rename(house.path, house.folder.file("away"))
    try expectGone()
    rename(house.folder.file("away"), house.path)
    try expectGone()
    try sleeper.addPerson("More")
    let new = try house.open()
    defer { new.close() }
    #expect(try new.names() == ["Mina", "Before", "More"])
  }

  @Test func `when it was moved away and back, whoever opens it then finds everything that was answered`() throws {
    rename(house.path, house.folder.file("away"))
    try expectGone()
    rename(house.folder.file("away"), house.path)
    let new = try house.open()
    #expect(try new.names() == ["Mina", "Before"])
    try new.addPerson("New")
    store.close()
    #expect(try new.names() == ["Mina", "Before", "New"])
    new.close()
    #expect(try house.folder.names() == ["house.db"])
  }

  @Test func `when another comes to its place later, its log is not taken for that one's`() throws {
    let other = try FileFixture()
    let second = try other.open()
    try second.addPerson("Other")
    second.close()
    rename(house.path, house.folder.file("away"))
    try expectGone()
    try house.folder.write(try other.folder.bytes(of: "house.db"), to: "house.db")
    try expectGone()
    let opened = try house.open()
    defer { opened.close() }
    #expect(try opened.names() == ["Mina", "Other"])
  }

  @Test func `what stands in its log can be put together with it again`() throws {
    rename(house.path, house.folder.file("away"))
    try expectGone()
    store.close()
    #expect(rename(house.folder.file("house.db-wal.orphan"), house.folder.file("away-wal")) == 0)
    let moved = try StoreFile(path: house.folder.file("away")).open { _ in }.store
    defer { moved.close() }
    #expect(try moved.names() == ["Mina", "Before"])
  }

  /// Nobody watches over the log any more, and SQLite would take it for that of whatever lies at its path.
  @Test(arguments: [true, false])
  func `a log whose file is not there when its owner ends is not taken for a restored copy's`(_ isNoticed: Bool) throws
  {
    let backup = try FileFixture()
    let saved = try backup.open()
    try saved.addPerson("Backup")
    saved.close()
    unlink(house.path)
    if isNoticed { try expectGone() }
    store.close()
    try house.folder.write(try backup.folder.bytes(of: "house.db"), to: "house.db")
    let opened = try house.open()
    defer { opened.close() }
    #expect(try opened.names() == ["Mina", "Backup"])
    #expect(try opened.audit { reader throws(BookingError) in try Audit(reader) }.violations(of: .soundFile) == [])
  }

  @Test func `a file that changed elsewhere and comes back is not given its old log again`() throws {
    rename(house.path, house.folder.file("away"))
    try expectGone()
    store.close()
    let away = try StoreFile(path: house.folder.file("away")).open { _ in }.store
    for name in ["Ann", "Ben"] { try away.addPerson(name) }
    away.close()
    rename(house.folder.file("away"), house.path)
    let opened = try house.open()
    defer { opened.close() }
    #expect(try opened.names() == ["Mina", "Ann", "Ben"])
    #expect(try opened.audit { reader throws(BookingError) in try Audit(reader) }.violations(of: .soundFile) == [])
  }

  @Test func `nothing is made in the place of a file that went, however much there is to copy`() throws {
    for number in 0..<100 { try store.addPerson("Person \(number)") }
    #expect(store.wantsCheckpoint(whenIdle: true))
    rename(house.path, house.folder.file("away"))
    store.checkpoint()
    #expect(try !house.folder.names().contains("house.db"))
  }

  @Test func `of a commit into a file that goes meanwhile nobody knows whether it stands`() throws {
    #expect(throws: BookingError.storage(.outcomeUnknown(.gone))) {
      try store.write { tx throws(BookingError) in
        _ = try tx.insertUser(name: "Lost")
        unlink(house.path)
      }
    }
    try expectGone()
  }

  @Test func `a new store is not given the log of one that was deleted, and that log is kept`() throws {
    let log = try house.folder.bytes(of: "house.db-wal")
    store.close()
    unlink(house.path)
    try house.folder.write(log, to: "house.db-wal")
    let new = try house.open()
    defer { new.close() }
    #expect(try new.names() == ["Mina"])
    #expect(try house.folder.bytes(of: "house.db-wal.orphan") == log)
  }
}
