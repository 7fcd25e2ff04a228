import Canvas
import Testing

@testable import Screens

@Suite("The lines of a list and the mouse")
struct ListLinesTests {
  private static let area = Rect(x: 2, y: 5, width: 30, height: 4)

  private func lines(_ cursor: ListCursor, of count: Int = 20) -> ListLines {
    ListLines(cursor, of: count, in: Self.area)
  }

  @Test func `a click meets the line that is drawn there`() {
    for index in 0..<20 {
      for (line, y) in lines(ListCursor(index)).rows {
        var cursor = ListCursor(index)
        let key = cursor.follow(clickAt: Position(x: 2, y: y), in: lines(cursor))
        #expect(cursor.index == line)
        #expect(key == (line == index ? .enter : nil))
        #expect(lines(cursor).rows.contains { $0 == (line, y) }, "it stays where it was clicked")
      }
    }
  }

  @Test(arguments: [(1, 5), (32, 5), (2, 4), (2, 9), (2, -1)]) func `beside the lines it meets none`(_ x: Int, _ y: Int)
  {
    var cursor = ListCursor(7)
    let key = cursor.follow(clickAt: Position(x: x, y: y), in: lines(cursor))
    #expect(key == nil && cursor == ListCursor(7))
  }

  @Test func `under the last line of a short list there is none`() {
    let short = lines(ListCursor(0), of: 2)
    #expect(short.bottom == 7)
    #expect(short.row(at: Position(x: 2, y: 6)) == 1)
    #expect(short.row(at: Position(x: 2, y: 7)) == nil)
    #expect(lines(ListCursor(0), of: 0).row(at: Position(x: 2, y: 5)) == nil)
  }

  @Test func `the wheel goes on from a line that was clicked`() {
    var cursor = ListCursor(0)
    _ = cursor.follow(clickAt: Position(x: 2, y: 8), in: lines(cursor))
    cursor.follow(wheelDown: true, count: 20)
    #expect(cursor.index == 6)
    cursor.follow(wheelDown: false, count: 20)
    #expect(cursor.index == 3)
  }
}
