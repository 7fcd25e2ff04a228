internal import Booking
internal import Canvas
internal import SeatingPlan

/// A hall as the map walks it: the grid of seats, and where the names of its sections stand.
struct HallView: Sendable {
  struct Label: Hashable {
    let text: String
    /// Those of the section's row next to it.
    let columns: ClosedRange<Int>
    let line: Int
  }

  let grid: SeatGrid
  let labels: [Label]
  /// Lines of the picture: the rows, and before and behind them those of areas and names.
  let lines: ClosedRange<Int>

  /// nil when the hall's plan cannot be read. A hall of an older store keeps its plan, others their grid.
  init?(_ hall: Hall) {
    guard let grid = SeatGrid(text: hall.plan) ?? (try? Plan(text: hall.plan)).map({ SeatGrid($0) }),
      !grid.spots.isEmpty
    else { return nil }
    self.grid = grid
    labels = grid.sections.indices.compactMap { Self.label(of: $0, in: grid) }
    lines = Self.lines(of: grid, labels)
  }

  /// A section's name before the middle of its first row, or else behind its last; nil where seats of other sections
  /// leave no room.
  private static func label(of section: Int, in grid: SeatGrid) -> Label? {
    let box = grid.sections[section]
    let text = box.name.clean
    for (line, edge) in [
      (box.lines.lowerBound - 1, box.lines.lowerBound), (box.lines.upperBound + 1, box.lines.upperBound),
    ] {
      let columns = grid.lines[edge].filter { grid.section(of: $0) == section }.map { grid.spots[$0].column }
      guard let first = columns.first, let last = columns.last else { continue }
      let middle = (first + last) / 2
      // At one cell a seat, with a cell to spare at both ends.
      let reach = (middle - text.cellWidth / 2 - 1)...(middle + text.cellWidth / 2 + 1)
      let isFree = !grid.lines.indices.contains(line) || !grid.lines[line].contains { reach ~= grid.spots[$0].column }
      let isApart = !grid.areas.contains { $0.lines ~= line && $0.columns.overlaps(reach) }
      if isFree && isApart { return Label(text: text, columns: first...last, line: line) }
    }
    return nil
  }

  private static func lines(of grid: SeatGrid, _ labels: [Label]) -> ClosedRange<Int> {
    let last = grid.lines.count - 1
    return -SeatGrid
      .margin...max(last, labels.map(\.line).max() ?? last, grid.areas.map(\.lines.upperBound).max() ?? last)
  }
}
