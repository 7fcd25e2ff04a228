import Testing

@testable import Canvas

struct GridTests {
  private func grid(_ width: Int, _ height: Int = 1) -> Grid { Grid(Size(width: width, height: height)) }

  @Test func `a text is drawn and the column after it answered`() {
    var grid = grid(10)
    #expect(grid.put("한a", x: 2, y: 0, style: .bold) == 5)
    #expect(grid.row(0) == "  한a")
    #expect(grid[2, 0] == Cell("한", .bold))
    #expect(grid[3, 0] == Cell(nil, .bold))
    #expect(grid[4, 0] == Cell("a", .bold))
    #expect(grid[5, 0] == .blank)
  }

  @Test func `tells which rows are others than in another picture, in signs or in looks`() {
    let plain = grid(3, 4)
    var changed = plain
    changed.put("x", x: 2, y: 1)
    changed.put(" ", x: 0, y: 3, style: .bold)
    #expect(changed.rows(otherThan: plain) == [1, 3])
    #expect(changed.rows(otherThan: changed) == [])
    #expect(changed.rows(otherThan: nil) == [0, 1, 2, 3])
    #expect(changed.rows(otherThan: grid(4, 4)) == [0, 1, 2, 3])
  }

  @Test func `a text is cut at the right edge, at its width and at the left edge`() {
    var grid = grid(5)
    grid.put("abcdefgh", x: 2, y: 0)
    #expect(grid.row(0) == "  abc")
    grid.put("xyz", x: 0, y: 0, width: 2)
    #expect(grid.row(0) == "xyabc")
    grid.put("12345", x: -3, y: 0)
    #expect(grid.row(0) == "45abc")
    grid.put("gone", x: 0, y: 0, width: 0)
    grid.put("gone", x: 0, y: 0, width: -4)
    #expect(grid.row(0) == "45abc")
  }

  @Test func `nothing is drawn above, below or beside the screen`() {
    var grid = grid(4, 2)
    for (x, y) in [(0, -1), (0, 2), (4, 0), (9, 1), (-9, 0)] { grid.put("abc", x: x, y: y) }
    #expect(grid.text == "\n")
  }

  @Test func `a wide character in the last column becomes a space`() {
    var grid = grid(3)
    grid.put("xyz", x: 0, y: 0)
    grid.put("한국", x: 0, y: 0, style: .bold)
    #expect(grid[2, 0] == Cell(" ", .bold))
    #expect(grid.row(0) == "한")
  }

  @Test func `a wide character half off the left edge becomes a space`() {
    var grid = grid(3)
    grid.put("xyz", x: 0, y: 0)
    grid.put("한a", x: -1, y: 0, style: .bold)
    #expect(grid[0, 0] == Cell(" ", .bold))
    #expect(grid[1, 0] == Cell("a", .bold))
  }

  @Test func `overwriting either half of a wide character leaves a space for the other`() {
    var grid = grid(4)
    grid.put("한국", x: 0, y: 0)
    grid.put("a", x: 0, y: 0)
    #expect(grid.row(0) == "a 국")
    grid.put("b", x: 3, y: 0)
    #expect(grid.row(0) == "a  b")
  }

  @Test func `a wide character between two others halves both`() {
    var grid = grid(4)
    grid.put("한국", x: 0, y: 0)
    grid.put("어", x: 1, y: 0)
    #expect(grid.row(0) == " 어")
    #expect(grid[3, 0] == .blank)
  }

  @Test func `the bottom-right cell can be written`() {
    var grid = grid(4, 3)
    grid.put("x", x: 3, y: 2)
    #expect(grid[3, 2] == Cell("x"))
    grid.put("한", x: 2, y: 2)
    #expect(grid[3, 2] == Cell(nil))
  }

  @Test func `control characters and what takes no cell are passed over`() {
    var grid = grid(6)
    #expect(grid.put("a\u{1B}[\u{7}b\u{200B}\n\u{9B}c", x: 0, y: 0) == 4)
    #expect(grid.row(0) == "a[bc")
  }

  @Test func `filling is cut to the screen and halves no wide character`() {
    var grid = grid(6, 2)
    grid.put("한국어", x: 0, y: 0)
    grid.fill(Rect(x: 1, y: -3, width: 2, height: 4), with: "#", style: .dim)
    #expect(grid.row(0) == " ## 어")
    #expect(grid[1, 0].style == .dim)
    grid.fill(Rect(x: -5, y: 1, width: 100, height: 100), with: ".")
    #expect(grid.row(1) == "......")
  }

  @Test(arguments: ["한", "\u{1B}", "\u{301}"] as [Unicode.Scalar])
  func `filling with what is not one cell wide gives spaces`(scalar: Unicode.Scalar) {
    var grid = grid(5)
    grid.put("abcde", x: 0, y: 0)
    grid.fill(grid.bounds, with: scalar)
    #expect(grid.cells.allSatisfy { $0 == .blank })
  }

  @Test func `restyling leaves what is drawn`() {
    var grid = grid(6, 2)
    grid.put("a한b", x: 0, y: 0, style: .bold)
    grid.restyle(Rect(x: 1, y: 0, width: 99, height: 1)) { $0.with(.reverse) }
    #expect(grid.row(0) == "a한b")
    #expect((0..<6).map { grid[$0, 0].style.attributes.contains(.reverse) } == [false, true, true, true, true, true])
    #expect(grid[1, 0].style.attributes == [.bold, .reverse])
    #expect(grid[1, 1].style == .plain)
  }

  @Test func `text is the rows without spaces at their ends`() {
    var grid = grid(8, 3)
    grid.put(" 회차  ", x: 0, y: 0)
    grid.put("b", x: 7, y: 2)
    #expect(grid.text == " 회차\n\n       b")
  }

  @Test func `a rectangle contains its cells and no other`() {
    let rect = Rect(x: 1, y: 2, width: 3, height: 1)
    let inside = (0..<6).flatMap { y in (0..<6).map { Position(x: $0, y: y) } }.filter(rect.contains)
    #expect(inside == [Position(x: 1, y: 2), Position(x: 2, y: 2), Position(x: 3, y: 2)])
    #expect(!Rect(x: 0, y: 0, width: 0, height: 5).contains(Position(x: 0, y: 0)))
  }
}
