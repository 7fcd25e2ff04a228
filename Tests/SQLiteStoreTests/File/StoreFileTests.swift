import Booking
import Files
import GRDB
import Glibc
import TestSupport
import Testing

@testable import SQLiteStore

@Suite("A store's file")
struct StoreFileTests {
  let house: FileFixture
  let folder: TemporaryFolder
  let path: String

  init() throws {
    house = try FileFixture()
    folder = house.folder
    path = house.path
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
    #expect(throws: StoreFileFault.unusable(house.file.path, .storage(.full))) {
      try house.file.open { _ in throw BookingError.storage(.full) }
    }
    #expect(try folder.names() == [])
  }

  @Test func `is not made at all when a row of it refers to what is not there`() throws {
    var isFilled = false
    let fault = #expect(throws: StoreFileFault.self) {
      try house.file.open { store in
        try FileFixture.create(store)
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
    try file.open(create: FileFixture.create).store.close()
    let store = try file.openReadOnly()
    #expect(try store.names() == ["Mina"])
    store.close()
    #expect(try folder.names() == [name])
  }

  @Test func `is the faster one's when two make it at once`() throws {
    let opened = try house.file.open { slower in
      try FileFixture.create(slower)
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

  @Test func `may have any bytes in its name and in its folder's`() throws {
    let strange = FilePath(bytes: Array(folder.path.utf8) + [0x2F, 0xC1, 0xFD])
    #expect(mkdir(strange.cString, 0o700) == 0)
    let file = StoreFile(path: strange / FilePath(bytes: [0xB0, 0xA1, 0xFF, 0x3F, 0x23, 0x25, 0x41]))
    let store = try file.open(create: FileFixture.create).store
    try store.addPerson("Yuki")
    let second = try file.open { _ in Issue.record("it was founded again") }.store
    #expect(try second.names() == ["Mina", "Yuki"])
    for store in [store, second] { store.close() }
    let looked = try file.openReadOnly()
    #expect(try looked.names() == ["Mina", "Yuki"])
    looked.close()
    #expect(try folder.names().count == 1)
    #expect("\(file.path.name)" == "\\xB0\\xA1\\xFF?#%A")
  }

  @Test func `may have a name of any length that leaves room for the files beside it`() throws {
    let longest = String(repeating: "x", count: 247)
    let file = StoreFile(path: folder.file(longest))
    let store = try file.open(create: FileFixture.create).store
    try store.addPerson("Yuki")
    unlink(folder.file(longest))
    #expect(throws: BookingError.storage(.gone)) { try store.addPerson("Late") }
    // What stood in its log is put aside all the same.
    try file.open(create: FileFixture.create).store.close()
    #expect(try folder.names().contains { $0.hasSuffix("-wal.orphan") })
    let longer = StoreFile(path: folder.file(longest + "x"))
    #expect(throws: StoreFileFault.nameTooLong(longer.path, mostBytes: 247)) {
      try longer.open(create: FileFixture.create)
    }
  }

  @Test func `is told what is too long when its folders are`() throws {
    var deep = folder.path
    while deep.utf8.count < 500 {
      deep += "/" + String(repeating: "d", count: 90)
      mkdir(deep, 0o700)
    }
    let file = StoreFile(path: deep + "/house.db")
    #expect(throws: StoreFileFault.pathTooLong(file.path)) { try file.open(create: FileFixture.create) }
    #expect(throws: StoreFileFault.pathTooLong(file.path)) { try file.openReadOnly() }
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
    #expect(throws: StoreFileFault.missing(house.file.path)) { try house.file.openReadOnly() }
    #expect(try folder.names() == [])
  }
}
