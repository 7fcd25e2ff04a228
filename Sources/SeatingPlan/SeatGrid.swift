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

  /// `spots` are all different, none is negative, and `rows` cover them in order.
  init(sections names: [String], rows: [Row], spots: [Spot], areas: [Area]) {
    self.rows = rows
    self.spots = spots
    self.areas = areas
    var lines = [[Int]](repeating: [], count: (spots.map(\.line).max() ?? -1) + 1)
    for (seat, spot) in spots.enumerated() { lines[spot.line].append(seat) }
    self.lines = lines.map { line in line.sorted { spots[$0].column < spots[$1].column } }
    columns = (spots.map(\.column).max() ?? -1) + 1
    var rowOf = [Int](repeating: 0, count: spots.count)
    for (index, row) in rows.enumerated() { for seat in row.seats { rowOf[seat] = index } }
    self.rowOf = rowOf
    let bySection = Dictionary(grouping: rows, by: \.section)
    sections = names.enumerated().map { index, name in
      let seats = (bySection[index] ?? []).flatMap(\.seats).map { spots[$0] }
      return Section(
        name: name, columns: Self.range(of: seats.map(\.column)), lines: Self.range(of: seats.map(\.line)),
        seatCount: seats.count)
    }
  }

  private static func range(of values: [Int]) -> ClosedRange<Int> { (values.min() ?? 0)...(values.max() ?? 0) }

  package var stage: Area? { areas.first { $0.isStage } }

  package func section(of seat: Int) -> Int { rows[rowOf[seat]].section }
}

extension SeatGrid {
  /// A row's seats along it, cut wherever two do not stand side by side: people who take neighbours sit together. A row
  /// may run in any direction.
  package func neighbours(inRow row: Int) -> [[Int]] {
    let seats = rows[row].seats
    let level = Set(seats.map { spots[$0].line }).count <= Set(seats.map { spots[$0].column }).count
    let along = seats.sorted { a, b in
      level ? spots[a].column < spots[b].column : spots[a].line < spots[b].line
    }
    var runs: [[Int]] = []
    for seat in along {
      if let last = runs.last?.last, abs(spots[seat].column - spots[last].column) <= 1,
        abs(spots[seat].line - spots[last].line) <= 1
      {
        runs[runs.count - 1].append(seat)
      } else {
        runs.append([seat])
      }
    }
    return runs
  }
}
