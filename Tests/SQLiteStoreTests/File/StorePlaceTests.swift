import Booking
import Foundation
import TestSupport
import Testing

@testable import SQLiteStore

@Suite("A store's file that goes while it is open")
struct StorePlaceTests {
  private let house: FileHouse
  private let store: DatabaseStore

  init() throws {
    house = try FileHouse()
    store = try house.open()
    try store.addPerson("Before")
  }

  private func expectGone() throws {
    #expect(throws: BookingError.storage(.gone)) { try store.addPerson("After") }
    #expect(throws: BookingError.storage(.gone)) { try store.names() }
    #expect(throws: BookingError.storage(.gone)) { try store.hasForeignChange() }
  }

  @Test func `when it is deleted, nothing is promised any more, and no log is left for a new one`() throws {
    unlink(house.file.path)
    try expectGone()
    #expect(try house.folder.names() == [])
    let new = try house.open()
    defer { new.close() }
    #expect(try new.names() == ["Mina"])
    try expectGone()
  }

  @Test func `when another takes its place, that one is not touched`() throws {
    let other = try FileHouse()
    let second = try other.open()
    try second.addPerson("Other")
    second.close()
    let bytes = try other.folder.bytes(of: "house.db")
    try other.folder.write(bytes, to: "copy")
    rename(other.folder.file("copy"), house.file.path)
    try expectGone()
    store.close()
    #expect(try house.folder.names() == ["house.db"])
    #expect(try house.folder.bytes(of: "house.db") == bytes)
    let opened = try house.open()
    defer { opened.close() }
    #expect(try opened.names() == ["Mina", "Other"])
  }

  @Test func `when it is moved away, it takes everything with it`() throws {
    rename(house.file.path, house.folder.file("away"))
    try expectGone()
    #expect(try house.folder.names() == ["away"])
    let moved = try StoreFile(path: house.folder.file("away")).open { _ in }.store
    #expect(try moved.names() == ["Mina", "Before"], "what stood in the log has gone with it")
    moved.close()
    rename(house.folder.file("away"), house.file.path)
    let again = try house.open()
    defer { again.close() }
    #expect(try again.names() == ["Mina", "Before"])
  }

  @Test func `a commit into a file that goes meanwhile is not answered`() throws {
    #expect(throws: BookingError.storage(.gone)) {
      try store.write { tx throws(BookingError) in
        _ = try tx.insertUser(name: "Lost")
        unlink(house.file.path)
      }
    }
  }

  @Test func `a new store is not given the log of one that was deleted`() throws {
    let log = try house.folder.bytes(of: "house.db-wal")
    store.close()
    unlink(house.file.path)
    try house.folder.write(log, to: "house.db-wal")
    let new = try house.open()
    defer { new.close() }
    #expect(try new.names() == ["Mina"])
  }
}
