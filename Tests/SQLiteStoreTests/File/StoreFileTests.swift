import Booking
import GRDB
import Glibc
import TestSupport
import Testing

@testable import SQLiteStore

@Suite("A store's file")
struct StoreFileTests {
  let house: FileHouse
  let folder: TemporaryFolder
  let path: String

  init() throws {
    house = try FileHouse()
    folder = house.folder
    path = house.file.path
  }

  @Test func `is made whole under its final name, for its owner only`() throws {
    let store = try house.open()
    #expect(try store.names() == ["Mina"])
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    store.close()
    #expect(try folder.names() == ["house.db"])
  }

  @Test func `is not made at all when it cannot be filled`() throws {
    #expect(throws: StoreFileFault.unusable(path, .storage(.full))) {
      try house.file.open { _ in throw BookingError.storage(.full) }
    }
    #expect(try folder.names() == [])
  }

  @Test func `is not made at all when a row of it refers to what is not there`() throws {
    var isFilled = false
    let fault = #expect(throws: StoreFileFault.self) {
      try house.file.open { store in
        try FileHouse.found(store)
        try store.write { tx throws(BookingError) in
          _ = try tx.insertSession(
            concert: ConcertID(99), hall: HallID(99), start: .opening, length: .hours(2), saleOpens: .opening,
            saleCloses: .opening + .hours(1), prices: [])
        }
        isFilled = true
      }
    }
    #expect(isFilled, "nothing is refused before it is whole")
    #expect("\(try #require(fault))".contains("FOREIGN KEY"))
    #expect(try folder.names() == [])
  }

  @Test func `is opened, not made again, by who comes second`() throws {
    let first = try house.open()
    try first.addPerson("Yuki")
    let second = try house.file.open { _ in Issue.record("it was founded again") }
    #expect(try second.store.names() == ["Mina", "Yuki"])
    #expect(!second.isNew)
  }

  @Test(arguments: ["house.db", "집 100%? #1&a=b.db"]) func `leaves nothing beside it when it was only looked at`(
    name: String
  ) throws {
    let file = StoreFile(path: folder.file(name))
    try file.open(found: FileHouse.found).store.close()
    let store = try file.openReadOnly()
    #expect(try store.names() == ["Mina"])
    store.close()
    #expect(try folder.names() == [name])
  }

  @Test func `is the faster one's when two make it at once`() throws {
    let opened = try house.file.open { slower in
      try FileHouse.found(slower)
      try slower.addPerson("Slow")
      let faster = try house.open()
      try faster.addPerson("Fast")
      faster.close()
    }
    #expect(try opened.store.names() == ["Mina", "Fast"])
    #expect(!opened.isNew)
    opened.store.close()
    #expect(try folder.names() == ["house.db"])
  }

  @Test func `loses the drafts of a dead process, not those of a live one`() throws {
    try folder.write([1], to: ".house.db.new-999999999-1")
    try folder.write([1], to: ".house.db.new-\(getpid())-1")
    try folder.write([1], to: ".house.db.new-1-1")
    try folder.write([1], to: ".house.db.new-odd")
    try folder.write([1], to: ".other.db.new-999999999-1")
    try house.open().close()
    let kept = [
      ".house.db.new-1-1", ".house.db.new-\(getpid())-1", ".house.db.new-odd", ".other.db.new-999999999-1", "house.db",
    ]
    #expect(Set(try folder.names()) == Set(kept))
  }

  @Test func `can be looked at without being written`() throws {
    try house.open().close()
    let before = try folder.bytes(of: "house.db")
    let store = try house.file.openReadOnly()
    #expect(try store.names() == ["Mina"])
    store.close()
    #expect(try folder.bytes(of: "house.db") == before)
  }

  @Test func `has to exist to be looked at`() throws {
    #expect(throws: StoreFileFault.missing(path)) { try house.file.openReadOnly() }
    #expect(try folder.names() == [])
  }
}
