import TestSupport
import Testing

@testable import Canvas

struct GridPropertyTests {
  private static let words = [
    "한국어", "좌석이 이미 예약되었습니다.", "Seat held", "a한b국c", "█░─│", "e\u{301}", "🎫", "\u{1B}[31m", "漢字",
    "\u{1112}\u{1161}\u{11AB}",
    "", " ",
  ]

  /// What is wrong with a row: its widths, or half of a wide character.
  private func faults(of grid: Grid) -> [String] {
    (0..<grid.size.height).flatMap { y -> [String] in
      let row = (0..<grid.size.width).map { grid[$0, y].scalar }
      var faults: [String] = []
      if row.reduce(0, { $0 + ($1?.cellWidth ?? 0) }) != row.count { faults.append("width of row \(y)") }
      for x in row.indices {
        let isSecondHalf = x > 0 && row[x - 1]?.cellWidth == 2
        if (row[x] == nil) != isSecondHalf { faults.append("half a character at \(x), \(y)") }
      }
      return faults
    }
  }

  @Test(arguments: 0..<200)
  func `whatever is drawn wherever, the widths of each row sum to its columns`(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let size = Size(width: Int.random(in: 1...40, using: &random), height: Int.random(in: 1...6, using: &random))
    var grid = Grid(size)
    for _ in 0..<60 {
      let x = Int.random(in: -6...size.width + 2, using: &random)
      let y = Int.random(in: -1...size.height, using: &random)
      let width = Int.random(in: -1...size.width, using: &random)
      switch Int.random(in: 0..<8, using: &random) {
      case 0: grid.fill(Rect(x: x, y: y, width: width, height: 2), with: "#", style: .dim)
      case 1: grid.restyle(Rect(x: x, y: y, width: width, height: 2)) { $0.with(.reverse) }
      case 2: grid.put(Self.words.randomElement(using: &random) ?? "", x: x, y: y, width: width)
      default: grid.put(Self.words.randomElement(using: &random) ?? "", x: x, y: y)
      }
      #expect(faults(of: grid) == [])
    }
  }

  @Test func `a box over Hangul at any column leaves no half character`() {
    for x in -1...12 {
      var grid = Grid(Size(width: 12, height: 1))
      grid.put("가나다라마바", x: 0, y: 0)
      grid.put("│한│", x: x, y: 0)
      #expect(faults(of: grid) == [])
    }
  }

  @Test func `rectangles in the middle stay inside`() {
    for width in 0...12 {
      for wanted in 0...15 {
        let area = Rect(x: 3, y: 2, width: width, height: width)
        let box = area.centered(width: wanted, height: wanted)
        #expect(box.width == min(wanted, width))
        #expect(box.x >= area.x && box.right <= area.right && box.y >= area.y && box.bottom <= area.bottom)
      }
    }
  }
}
