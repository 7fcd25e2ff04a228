/// A hall as whole places: rows stay rows, aisles stay gaps, and no two seats share a place. Columns count seats from
/// the left, lines count rows from the front. Seats are numbered from 0 in the order of their plan.
package struct SeatGrid: Hashable, Sendable {
  package struct Spot: Hashable, Sendable {
    package let column: Int
    package let line: Int

    package init(column: Int, line: Int) {
      self.column = column
      self.line = line
    }
  }

  /// A row of a section, as the plan has it.
  package struct Row: Hashable, Sendable {
    /// By its place in `sections`.
    package let section: Int
    package let name: String
    package let seats: Range<Int>
  }

  /// What is no seat, such as a stage or a bar. It lies where no seat stands, but a caption alone may lie anywhere.
  package struct Area: Hashable, Sendable, Codable {
    package let caption: String
    package let isStage: Bool
    /// Whether it has a shape of its own, and is no caption alone.
    package let isFilled: Bool
    package let columns: ClosedRange<Int>
    /// Lines before 0 lie before the first row.
    package let lines: ClosedRange<Int>
  }

  package let sections: [Section]
  package let rows: [Row]
  package let spots: [Spot]
  package let areas: [Area]
  package let stage: Area?
  /// By line: its seats, from the left.
  package let lines: [[Int]]
  package let columns: Int
  /// By seat: the place of its row in `rows`.
  package let rowOf: [Int]

  /// A part of the hall that has a name, and where it lies.
  package struct Section: Hashable, Sendable {
    package let name: String
    package let columns: ClosedRange<Int>
    package let lines: ClosedRange<Int>
    package let seatCount: Int
  }

  /// Lines that areas take before the first row and behind the last: one for areas, and one for names.
  package static let margin = 2

  /// nil when two seats share a place. No place is negative, and `rows` cover the seats in order.
  init?(sections names: [String], rows: [Row], spots: [Spot], areas: [Area]) {
    self.rows = rows
    self.spots = spots
    self.areas = areas
    stage = areas.first { $0.isStage }
    columns = (spots.lazy.map(\.column).max() ?? -1) + 1
    var lines = [[Int]](repeating: [], count: (spots.lazy.map(\.line).max() ?? -1) + 1)
    for (seat, spot) in spots.enumerated() { lines[spot.line].append(seat) }
    for line in lines.indices {
      let before = lines[line].map { spots[$0].column }
      guard zip(before, before.dropFirst()).contains(where: { $0 >= $1 }) else { continue }
      lines[line].sort { spots[$0].column < spots[$1].column }
      let after = lines[line].map { spots[$0].column }
      if zip(after, after.dropFirst()).contains(where: { $0 == $1 }) { return nil }
    }
    self.lines = lines
    var rowOf = [Int](repeating: 0, count: spots.count)
    var boxes = [Box](repeating: Box(), count: names.count)
    for (index, row) in rows.enumerated() {
      for seat in row.seats {
        rowOf[seat] = index
        boxes[row.section].add(spots[seat])
      }
    }
    self.rowOf = rowOf
    sections = zip(names, boxes).map { name, box in
      Section(
        name: name, columns: box.left...max(box.left, box.right), lines: box.front...max(box.front, box.back),
        seatCount: box.count)
    }
  }

  /// Where a section's seats lie, and how many they are.
  private struct Box {
    private(set) var left = Int.max
    private(set) var right = 0
    private(set) var front = Int.max
    private(set) var back = 0
    private(set) var count = 0

    mutating func add(_ spot: Spot) {
      left = min(left, spot.column)
      right = max(right, spot.column)
      front = min(front, spot.line)
      back = max(back, spot.line)
      count += 1
    }
  }

  package func section(of seat: Int) -> Int { rows[rowOf[seat]].section }

  /// The seats of a line that stand in some columns, from the left.
  package func seats(of line: Int, in columns: Range<Int>) -> ArraySlice<Int> {
    let seats = lines[line]
    return seats[place(of: columns.lowerBound, in: seats)..<place(of: columns.upperBound, in: seats)]
  }

  /// How many of a line's seats stand left of a column.
  private func place(of column: Int, in seats: [Int]) -> Int {
    var (low, high) = (0, seats.count)
    while low < high {
      let middle = (low + high) / 2
      if spots[seats[middle]].column < column { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
