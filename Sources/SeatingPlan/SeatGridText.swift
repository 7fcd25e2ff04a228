internal import FoundationEssentials

/// How a grid stands in a store: its rows as runs of neighbours, so that the largest hall is read in a few milliseconds.
/// The labels of seats stand beside it, in the order of its seats.
extension SeatGrid {
  private struct Stored: Codable {
    /// Told apart from a plan by this key.
    var seatGrid = 1
    let sections: [String]
    let rows: [StoredRow]
    let areas: [Area]
  }

  private struct StoredRow: Codable {
    let section: Int
    let name: String
    /// Five numbers a run: first column and line, how many seats, and the step from seat to seat in columns and lines.
    let runs: [Int]
  }

  /// The grid as text; the same grid always gives the same text.
  package var text: String {
    let stored = Stored(
      sections: sections.map(\.name),
      rows: rows.map { StoredRow(section: $0.section, name: $0.name, runs: runs(of: $0.seats)) }, areas: areas)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: (try? encoder.encode(stored)) ?? Data(), as: UTF8.self)
  }

  private func runs(of seats: Range<Int>) -> [Int] {
    var runs: [Int] = []
    var start = seats.lowerBound
    while start < seats.upperBound {
      var end = start + 1
      var step = (column: 1, line: 0)
      if end < seats.upperBound {
        let next = (column: spots[end].column - spots[start].column, line: spots[end].line - spots[start].line)
        if abs(next.column) <= 1, abs(next.line) <= 1 { step = next }
        while end < seats.upperBound,
          spots[end] == Spot(column: spots[end - 1].column + step.column, line: spots[end - 1].line + step.line)
        { end += 1 }
      }
      runs += [spots[start].column, spots[start].line, end - start, step.column, step.line]
      start = end
    }
    return runs
  }

  /// No hall has more places from side to side or from front to back.
  private static let limit = 100_000

  /// nil for what is no grid's text, or no grid that can be.
  package init?(text: String) {
    guard let stored = try? JSONDecoder().decode(Stored.self, from: Data(text.utf8)), stored.seatGrid == 1 else {
      return nil
    }
    var rows: [Row] = []
    var spots: [Spot] = []
    for row in stored.rows {
      guard stored.sections.indices.contains(row.section), row.runs.count.isMultiple(of: 5) else { return nil }
      let first = spots.count
      for start in stride(from: 0, to: row.runs.count, by: 5) {
        let (column, line, count) = (row.runs[start], row.runs[start + 1], row.runs[start + 2])
        let step = (column: row.runs[start + 3], line: row.runs[start + 4])
        guard (0..<Self.limit).contains(line), (0..<Self.limit).contains(column), (1..<Self.limit).contains(count),
          (-1...1).contains(step.column), (-1...1).contains(step.line),
          (0..<Self.limit).contains(column + (count - 1) * step.column),
          (0..<Self.limit).contains(line + (count - 1) * step.line), spots.count + count <= Self.limit
        else { return nil }
        for index in 0..<count {
          spots.append(Spot(column: column + index * step.column, line: line + index * step.line))
        }
      }
      rows.append(Row(section: row.section, name: row.name, seats: first..<spots.count))
    }
    guard Set(rows.map(\.section)).count == stored.sections.count,
      stored.areas.allSatisfy(Self.isPossible)
    else { return nil }
    self.init(sections: stored.sections, rows: rows, spots: spots, areas: stored.areas)
  }

  private static func isPossible(_ area: Area) -> Bool {
    [area.columns.lowerBound, area.columns.upperBound, area.lines.lowerBound, area.lines.upperBound]
      .allSatisfy { abs($0) < limit }
  }
}
