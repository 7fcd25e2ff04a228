import Booking
import Glibc
import TestSupport
import Testing

@testable import SQLiteStore

@Suite("News of another process's changes")
struct StoreWatcherTests {
  let house: FileFixture
  let store: DatabaseStore
  let watcher: StoreWatcher

  init() throws {
    house = try FileFixture()
    store = try house.open()
    watcher = StoreWatcher(path: house.path)
  }

  /// Whether the descriptor is readable now.
  private func hasNews() throws -> Bool {
    var descriptor = pollfd(fd: try #require(watcher.descriptor), events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, 0) == 1
  }

  @Test func `is none while nothing changes`() throws {
    #expect(try !hasNews())
    #expect(!watcher.drain())
  }

  @Test func `comes with another connection's commit, once`() throws {
    try house.open().addPerson("Yuki")
    #expect(try hasNews())
    #expect(watcher.drain())
    #expect(try !hasNews())
    #expect(!watcher.drain())
  }

  @Test func `comes after the commit can be seen`() throws {
    let other = try house.open()
    _ = try store.hasForeignChange()
    _ = watcher.drain()
    try other.addPerson("Yuki")
    #expect(watcher.drain())
    #expect(try store.hasForeignChange())
  }

  @Test func `is not of files beside it`() throws {
    try house.folder.write([1, 2, 3], to: "letter.txt")
    #expect(try hasNews())
    #expect(!watcher.drain())
  }

  @Test func `nobody is woken by who reads other files beside it, or lists the folder`() throws {
    try house.folder.write([1, 2, 3], to: "letter.txt")
    _ = watcher.drain()
    for path in ["letter.txt", "."] {
      let file = open(house.folder.file(path), O_RDONLY | O_CLOEXEC)
      #expect(file >= 0)
      close(file)
    }
    #expect(try !hasNews())
  }

  @Test func `comes with the sign alone, from a log that is made only later too`() throws {
    let later = StoreWatcher(path: house.folder.file("later.db"))
    try house.folder.write([1], to: "later.db-wal")
    _ = later.drain()
    for (watcher, log) in [(watcher, house.path + "-wal"), (later, house.folder.file("later.db-wal"))] {
      _ = watcher.drain()
      close(open(log, O_RDONLY | O_CLOEXEC))
      #expect(watcher.drain())
    }
  }

  @Test func `is of the file among others`() throws {
    try house.folder.write([1], to: "a-letter-with-a-long-name.txt")
    try store.addPerson("Yuki")
    try house.folder.write([1], to: "b.txt")
    #expect(watcher.drain())
  }

  @Test func `is always possible where the folder cannot be watched`() throws {
    let blind = StoreWatcher(path: house.folder.file("nowhere/house.db"))
    #expect(blind.descriptor == nil)
    #expect(blind.drain())
  }
}
