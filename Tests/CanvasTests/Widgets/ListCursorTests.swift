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

  @Test func `a click moves to the line on a row, and the window stays`() {
    var cursor = ListCursor(2)
    let window = cursor.window(of: 100, height: 11)
    cursor.move(toRow: 9, of: window)
    #expect(cursor.index == 9)
    #expect(cursor.window(of: 100, height: 11) == window)
    cursor.clamp(to: 100)
    #expect(cursor.window(of: 100, height: 11) == window, "looking again moves nothing")
    cursor.move(by: 1, of: 100)
    #expect(cursor.window(of: 100, height: 11) == 5..<16)
  }

  @Test func `a click beside the window moves nowhere`() {
    var cursor = ListCursor(2)
    for row in [-1, 3] {
      cursor.move(toRow: row, of: 0..<3)
      #expect(cursor == ListCursor(2))
    }
  }

  @Test func `the clicked line shows in every window, however its size changes`() {
    for row in 0..<10 {
      var cursor = ListCursor(50)
      cursor.move(toRow: row, of: cursor.window(of: 100, height: 10))
      for count in [cursor.index + 1, 100, 200] {
        for height in 1...14 {
          let window = cursor.window(of: count, height: height)
          #expect(window.count == height && window.contains(cursor.index))
          #expect(window.lowerBound >= 0 && window.upperBound <= count)
        }
      }
    }
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
