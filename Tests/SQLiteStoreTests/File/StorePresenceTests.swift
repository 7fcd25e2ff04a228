import Glibc
import TestSupport
import Testing

@testable import SQLiteStore

@Suite("Who has a store open")
struct StorePresenceTests {
  let house: FileHouse

  init() throws {
    house = try FileHouse()
    try house.open().close()
  }

  @Test func `the first is alone, the next is not, and after both have gone one is again`() {
    var first: StorePresence? = StorePresence(path: house.file.path)
    #expect(first?.isAlone == true)
    var second: StorePresence? = StorePresence(path: house.file.path)
    #expect(second?.isAlone == false)
    first = nil
    #expect(StorePresence(path: house.file.path).isAlone == false, "the second is still there")
    second = nil
    #expect(StorePresence(path: house.file.path).isAlone)
    #expect(first == nil && second == nil)
  }

  @Test func `a file that is not there is nobody's`() {
    #expect(!StorePresence(path: house.folder.file("nowhere.db")).isAlone)
  }
}
