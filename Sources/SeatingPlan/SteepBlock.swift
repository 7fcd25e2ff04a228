/// A block whose rows run from front to back, as places of its own: every row is a column, its seats one behind another,
/// and all columns lean as the rows do, by a column a line at most.
struct SteepBlock {
  let section: Int
  let seats: [Int]
  /// By place in `seats`: lines count from the block's front, columns from anywhere.
  private(set) var spots: [SeatGrid.Spot]
  /// Heights of its first and last seat in the plan, in pixels.
  let top: Double
  let bottom: Double
  /// The column that lies nearest to where its seats stand, to be added to theirs.
  let column: Int

  init(_ block: SeatBlock, of hall: SeatBlocks) {
    section = block.section
    seats = block.rows.flatMap(\.seats)
    let heights = block.rows.lazy.flatMap(\.points).map(\.y)
    (top, bottom) = (heights.min() ?? 0, heights.max() ?? 0)
    let pitch = block.rows.flatMap(\.steepSteps).median ?? hall.pitch
    let lines = Self.drawnTogether(
      block.rows.map { Self.lines(of: $0, from: heights.min() ?? 0, pitch: pitch, hall) })
    let columns = Self.columns(of: block, lines, pitch: pitch)
    let way = block.direction
    let lean = way.y == 0 ? 0 : max(-1, min(1, pitch * way.x / way.y / hall.pitch))
    spots = zip(lines, columns).flatMap { lines, column in
      lines.map { SeatGrid.Spot(column: column + (lean * Double($0)).cells, line: $0) }
    }
    let shift = zip(seats, spots).reduce(0) { $0 + hall.across[$1.0] - Double($1.1.column) }
    column = (shift / Double(seats.count)).cells
  }

  /// A row's seats from front to back, one behind another where they are neighbours.
  private static func lines(of row: SeatRow, from top: Double, pitch: Double, _ hall: SeatBlocks) -> [Int] {
    var lines: [Int] = []
    var start = 0
    var next = Int.min
    for end in 1...row.seats.count {
      guard end == row.seats.count || (row.points[end] - row.points[end - 1]).length >= hall.reach[row.seats[end]]
      else { continue }
      let middle = (row.points[start].y + row.points[end - 1].y) / 2 - top
      let first = max(next, (middle / pitch - Double(end - start - 1) / 2).cells)
      lines += first..<(first + end - start)
      next = first + end - start + 1
      start = end
    }
    return lines
  }

  /// The same lines from 0 on, with no gap wider than any aisle.
  private static func drawnTogether(_ lines: [[Int]]) -> [[Int]] {
    let used = Set(lines.joined()).sorted()
    var places: [Int: Int] = [:]
    var place = 0
    for (index, line) in used.enumerated() {
      if index > 0 { place += min(10, line - used[index - 1]) }
      places[line] = place
    }
    return lines.map { $0.map { places[$0] ?? 0 } }
  }

  /// A column for every row, by its place in the block. Rows closer than half their gap share one unless one stands beside
  /// the other; a wide gap leaves columns empty.
  private static func columns(of block: SeatBlock, _ lines: [[Int]], pitch: Double) -> [Int] {
    let length = block.direction.length
    let aside = block.rows.map { row in
      length == 0 ? row.middle(\.x) : row.middle { ($0.x * block.direction.y - $0.y * block.direction.x) / length }
    }
    let order = aside.indices.sorted { (aside[$0], $0) < (aside[$1], $1) }
    let gap = zip(order, order.dropFirst()).map { aside[$1] - aside[$0] }.filter { $0 > pitch / 2 }.median ?? pitch
    var columns = [Int](repeating: 0, count: order.count)
    var (column, anchor) = (0, order.first.map { aside[$0] } ?? 0)
    var taken: Set<Int> = []
    for row in order {
      let distance = aside[row] - anchor
      if distance >= gap / 2 || !taken.isDisjoint(with: lines[row]) {
        column += max(1, min(3, (distance / gap).cells))
        anchor = aside[row]
        taken = []
      }
      columns[row] = column
      taken.formUnion(lines[row])
    }
    return columns
  }
}
