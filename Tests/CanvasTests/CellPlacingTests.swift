import Testing

@testable import Canvas

/// Texts with more in them than one scalar a cell.
struct CellPlacingTests {
  private func drawn(_ text: String) -> Grid {
    var grid = Grid(Size(width: 40, height: 1))
    #expect(grid.put(text, x: 0, y: 0) == text.cellWidth)
    return grid
  }

  private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  @Test(arguments: [
    ("ดนตรีที่รัก", 7), ("พี่เบิร์ด", 5), ("हिन्दी", 5), ("தமிழ்", 4), ("ລາວ ດີ", 5), ("שָׁלוֹם", 4), ("مُحَمَّد", 4),
    ("Ẹ́niọlá", 6), ("g̃uahu", 5), ("ខ្មែរ", 4), ("می‌خواهم", 7), ("한국", 4),
  ])
  func `marks stand on their letters and take no cell`(text: String, width: Int) {
    #expect(text.cellWidth == width)
    let text = text.composed
    #expect(scalars(drawn(text).row(0)) == scalars(text))
  }

  @Test func `what is taken apart is drawn put together`() {
    #expect(scalars(drawn("Nguye\u{302}\u{303}n").row(0)) == scalars("Nguyễn"))
    #expect(
      scalars(drawn("\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}").row(0)) == scalars("한국"))
    #expect(drawn("e\u{301}") == drawn("é"))
  }

  @Test(arguments: [
    ("A👨‍👩‍👧B", "A👨B", 4), ("A👍🏽B", "A👍B", 4), ("A❤️B", "A❤B", 3), ("A1️⃣B", "A1\u{20E3}B", 3),
    ("A🇰🇷B", "A🇰🇷B", 4),
    ("A👩🏽‍🚀B", "A👩B", 4), ("A👩👧B", "A👩👧B", 6), ("👨‍👩👧", "👨👧", 4), ("A🏴󠁧󠁢󠁥󠁮󠁧󠁿B", "A🏴B", 4), ("A\u{200D}B", "AB", 2),
    ("👍🏽🏽", "👍", 2), ("🏽", "🏽", 2),
    ("க்‍ஷ", "க்ஷ", 2),
  ])
  func `what terminals draw in different widths is drawn plainly`(
    text: String, plain: String, width: Int
  ) {
    #expect(text.cellWidth == width)
    #expect(scalars(drawn(text).row(0)) == scalars(plain))
  }

  @Test func `a mark without a letter, or with one outside, is not drawn`() {
    #expect(drawn("\u{E31}a").row(0) == "a")
    var grid = Grid(Size(width: 3, height: 1))
    grid.put("xxe\u{323}", x: -3, y: 0)
    #expect(grid[0, 0] == .blank)
    grid.put("abce\u{323}", x: 0, y: 0)
    #expect(grid.row(0) == "abc")
    grid.put("한\u{323}", x: 2, y: 0)
    #expect(scalars(grid.row(0)) == scalars("ab"))
  }

  @Test func `a cell takes four marks`() {
    let cell = drawn("x" + String(repeating: "\u{35C}", count: 9) + "y")[0, 0]
    #expect(cell.scalar == "x")
    #expect(cell.marks == Array(repeating: "\u{35C}", count: 4))
  }

  @Test func `cells differ by their marks, and take other letters`() {
    var grid = drawn("ที่")
    #expect(grid != drawn("ที") && grid != drawn("ท") && grid == drawn("ที่"))
    #expect(grid.rows(otherThan: drawn("ที")) == [0])
    grid.put("x", x: 0, y: 0)
    #expect(grid == drawn("x"))
    #expect(MemoryLayout<Cell>.size == 8)
  }

  @Test func `a text is cut between letters and keeps the marks of the last`() {
    #expect(scalars("ที่รัก".fitted(to: 2, mark: "…")) == scalars("ที่…"))
    #expect("A👨‍👩‍👧B".fitted(to: 3, mark: "") == "A👨‍👩‍👧")
    #expect("ที่".padded(to: 3) == "ที่  ")
  }
}
