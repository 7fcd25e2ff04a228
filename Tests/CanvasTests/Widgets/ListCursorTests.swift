import Testing

@testable import Canvas

struct ListCursorTests {
  @Test func `the window is full, inside the list and shows the chosen line, at all small sizes`() {
    for count in 0...12 {
      for height in -1...14 {
        for index in 0..<max(1, count) {
          let window = ListCursor(index).window(of: count, height: height)
          #expect(window.count == min(count, max(0, height)))
          #expect(window.lowerBound >= 0 && window.upperBound <= count)
          #expect(window.isEmpty || window.contains(index))
        }
      }
    }
  }

  @Test func `the chosen line is in the middle where the ends allow`() {
    #expect(ListCursor(50).window(of: 100, height: 11) == 45..<56)
    #expect(ListCursor(2).window(of: 100, height: 11) == 0..<11)
    #expect(ListCursor(98).window(of: 100, height: 11) == 89..<100)
  }

  @Test func `moving stops at both ends`() {
    var cursor = ListCursor()
    cursor.move(by: -1, of: 5)
    #expect(cursor.index == 0)
    cursor.move(by: 3, of: 5)
    #expect(cursor.index == 3)
    cursor.move(by: 10, of: 5)
    #expect(cursor.index == 4)
    cursor.move(to: 2, of: 5)
    #expect(cursor.index == 2)
  }

  @Test func `an empty list has the first line chosen`() {
    var cursor = ListCursor(7)
    cursor.clamp(to: 0)
    #expect(cursor.index == 0)
  }

  @Test func `a list that became shorter keeps its last line chosen`() {
    var cursor = ListCursor(7)
    cursor.clamp(to: 3)
    #expect(cursor.index == 2)
  }

  @Test func `the last line, whichever it is, can be moved from`() {
    var cursor = ListCursor(.max)
    cursor.move(by: 1, of: 3)
    #expect(cursor.index == 2)
    cursor = ListCursor(.max)
    cursor.move(by: -1, of: 3)
    #expect(cursor.index == 1)
  }
}
