import Canvas
import Testing

@testable import Screens

@Suite("Keys that move through a list")
struct ListFollowTests {
  private func index(after acts: [Act], count: Int = 30) -> Int {
    var cursor = ListCursor()
    for act in acts {
      let isTaken = cursor.follow(act, count: count)
      #expect(isTaken)
    }
    return cursor.index
  }

  @Test func `one by one, by pages and to the ends`() {
    #expect(index(after: [.down, .down, .up]) == 1)
    #expect(index(after: [.pageDown]) == 10)
    #expect(index(after: [.last]) == 29)
    #expect(index(after: [.last, .pageUp]) == 19)
    #expect(index(after: [.last, .first]) == 0)
  }

  @Test func `never past the ends, and nowhere in an empty list`() {
    #expect(index(after: [.up]) == 0)
    #expect(index(after: [.last, .down, .pageDown]) == 29)
    #expect(index(after: [.down, .last], count: 0) == 0)
  }

  @Test func `another act is not taken`() {
    var cursor = ListCursor(3)
    let isTaken = cursor.follow(.open, count: 30)
    #expect(!isTaken)
    #expect(cursor.index == 3)
  }

  @Test func `arrows and letters mean the same`() {
    let table = MoveKeys.list
    func act(_ key: Key) -> Act? { table.first { $0.keys.contains(key) }?.act }
    #expect(act("j") == act(.down) && act("k") == act(.up) && act("g") == act(.home) && act("G") == act(.end))
    #expect(act("j") == .down)
  }
}
