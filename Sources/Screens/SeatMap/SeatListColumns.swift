internal import Canvas
internal import SeatingPlan

/// How the list of a hall is laid out: its sections, the rows of one, and the seats of one of those, each in a column
/// below a heading. What is drawn and what is clicked is found the same way.
struct SeatListColumns {
  struct Column {
    let area: Rect
    let items: [Int]
    /// The chosen item, by its place in `items`.
    let chosen: Int

    /// The items on screen, by their places in `items`, with their lines.
    var lines: [(index: Int, y: Int)] {
      ListCursor(chosen).window(of: items.count, height: area.height - 1).enumerated().map { ($1, area.y + 1 + $0) }
    }

    func item(at place: Position) -> Int? {
      guard area.contains(place) else { return nil }
      return lines.first { $0.y == place.y }.map { items[$0.index] }
    }
  }

  let sections: Column
  let rows: Column
  let seats: Column

  init(_ grid: SeatGrid, cursor: Int, in map: Rect) {
    let row = grid.rowOf[cursor]
    let section = grid.rows[row].section
    // No wider than names and figures need.
    let needed = grid.sections.map { $0.name.clean.cellWidth + 2 * "\($0.seatCount)".count + 4 }.max() ?? 0
    let widths = (section: max(8, min(needed, 20, map.width / 3)), row: 13)
    func column(x: Int, width: Int, _ items: [Int], _ chosen: Int) -> Column {
      Column(
        area: Rect(x: map.x + x, y: map.y, width: width, height: map.height), items: items,
        chosen: items.firstIndex(of: chosen) ?? 0)
    }
    sections = column(x: 1, width: widths.section, Array(grid.sections.indices), section)
    let siblings = grid.rows.indices.filter { grid.rows[$0].section == section }
    rows = column(x: widths.section + 2, width: widths.row, siblings, row)
    seats = column(
      x: widths.section + widths.row + 3, width: min(44, map.width - widths.section - widths.row - 3),
      Array(grid.rows[row].seats), cursor)
  }

  func section(at place: Position) -> Int? { sections.item(at: place) }
  func row(at place: Position) -> Int? { rows.item(at: place) }
  func seat(at place: Position) -> Int? { seats.item(at: place) }
}
