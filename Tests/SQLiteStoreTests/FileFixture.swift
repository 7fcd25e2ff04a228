import Booking
import TestSupport

@testable import SQLiteStore

/// A small house in a file that several stores may open.
struct FileFixture {
  let folder: TemporaryFolder
  let file: StoreFile
  /// Where it lies.
  var path: String { folder.file("house.db") }

  init() throws {
    folder = try TemporaryFolder()
    file = StoreFile(path: folder.file("house.db"))
  }

  /// Opens it, made anew when it is not there.
  func open() throws -> DatabaseStore { try file.open(create: Self.create).store }

  static func create(_ store: DatabaseStore) throws {
    try BookingEngine(store: store, clock: ManualClock()).create(
      .real, anchor: ClockAnchor(bootID: "test", boot: 0, instant: .opening), policy: Policy(),
      season: BookingFixture.season(rows: 1, width: 2), people: [SeedUser(name: "Mina", balance: Won(100))])
  }
}

extension DatabaseStore {
  func addPerson(_ name: String) throws(BookingError) {
    try write { tx throws(BookingError) in _ = try tx.insertUser(name: name) }
  }

  func names() throws(BookingError) -> [String] {
    try read { reader throws(BookingError) in try reader.users().map(\.name) }
  }
}
