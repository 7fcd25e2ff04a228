import Booking
import Files
import Glibc
import TestSupport
import Testing

@testable import SQLiteStore

@Suite("Who has a store open")
struct StorePresenceTests {
  let house: FileFixture

  init() throws {
    house = try FileFixture()
    try house.open().close()
  }

  @Test func `the first is alone, the next is not, and after both have gone one is again`() {
    var first: StorePresence? = StorePresence(path: house.file.path)
    #expect(first?.company == .alone)
    var second: StorePresence? = StorePresence(path: house.file.path)
    #expect(second?.company == .accompanied)
    first = nil
    #expect(StorePresence(path: house.file.path).company == .accompanied, "the second is still there")
    second = nil
    #expect(StorePresence(path: house.file.path).company == .alone)
    #expect(first == nil && second == nil)
  }

  @Test func `a file that is not there is nobody's`() {
    #expect(StorePresence(path: FilePath(house.folder.file("nowhere.db"))).company == .unknown)
  }
}
