internal import FoundationEssentials

/// How a grid stands in a store: its rows as runs of neighbours, and all of one kind together, so that the largest hall is
/// read in a few milliseconds. The labels of seats stand beside it, in the order of its seats.
extension SeatGrid {
  private struct Stored: Codable {
    /// Told apart from a plan by this key.
    var seatGrid = 1
    let sections: [String]
    /// By row: its name, its section, and how many runs it has.
    let rowNames: [String]
    let rowSections: [Int]
    let rowRuns: [Int]
    /// Five numbers a run: first column and line, how many seats, and the step from seat to seat in columns and lines.
    let runs: [Int]
    let areas: [Area]
  }

  /// The grid as text; the same grid always gives the same text.
  package var text: String {
    let runs = rows.map { self.runs(of: $0.seats) }
    let stored = Stored(
      sections: sections.map(\.name), rowNames: rows.map(\.name), rowSections: rows.map(\.section),
      rowRuns: runs.map { $0.count / 5 }, runs: runs.flatMap { $0 }, areas: areas)
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

  /// nil for what is no grid's text, or no grid that can be.
  package init?(text: String) {
    guard let stored = try? JSONDecoder().decode(Stored.self, from: Data(text.utf8)), stored.seatGrid == 1,
      stored.rowNames.count == stored.rowSections.count, stored.rowNames.count == stored.rowRuns.count,
      Set(stored.rowSections) == Set(stored.sections.indices), stored.areas.allSatisfy(Self.isPossible)
    else { return nil }
    var rows: [Row] = []
    var spots: [Spot] = []
    var rest = stored.runs[...]
    for (index, count) in stored.rowRuns.enumerated() {
      let first = spots.count
      guard count > 0, count <= rest.count / 5 else { return nil }
      for _ in 0..<count {
        guard let run = Self.spots(ofRun: rest.prefix(5), atMost: Self.limit - spots.count) else { return nil }
        spots += run
        rest = rest.dropFirst(5)
      }
      rows.append(Row(section: stored.rowSections[index], name: stored.rowNames[index], seats: first..<spots.count))
    }
    guard rest.isEmpty else { return nil }
    self.init(sections: stored.sections, rows: rows, spots: spots, areas: stored.areas)
  }

  /// No hall has more seats.
  private static let limit = 100_000
  /// No hall has more places from side to side or from front to back: seats that stand unevenly have some between them.
  private static let places = 1_000_000

  /// nil when the run leaves the hall, or is longer than `most`.
  private static func spots(ofRun run: ArraySlice<Int>, atMost most: Int) -> [Spot]? {
    let start = run.startIndex
    let (column, line, count) = (run[start], run[start + 1], run[start + 2])
    let step = (column: run[start + 3], line: run[start + 4])
    let hall = 0..<places
    guard hall.contains(column), hall.contains(line), count > 0, count <= most, (-1...1).contains(step.column),
      (-1...1).contains(step.line), hall.contains(column + (count - 1) * step.column),
      hall.contains(line + (count - 1) * step.line)
    else { return nil }
    return (0..<count).map { Spot(column: column + $0 * step.column, line: line + $0 * step.line) }
  }

  private static func isPossible(_ area: Area) -> Bool {
    [area.columns.lowerBound, area.columns.upperBound, area.lines.lowerBound, area.lines.upperBound]
      .allSatisfy { (-places..<places).contains($0) }
  }
}
