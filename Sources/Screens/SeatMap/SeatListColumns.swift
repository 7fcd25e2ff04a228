internal import Canvas
internal import SeatingPlan

/// How the list of a hall is laid out: its sections, the rows of one, and the seats of one of those, each in a column
/// below a heading. What is drawn and what is clicked is found the same way.
struct SeatListColumns {
  struct Column {
    let area: Rect
    let items: [Int]
    /// The chosen item, by its place in `items`.
    let cursor: ListCursor

    /// The items on screen, below the heading, by their places in `items`.
    var lines: ListLines {
      let list = Rect(x: area.x, y: area.y + 1, width: area.width, height: area.height - 1)
      return ListLines(cursor, of: items.count, in: list)
    }

    /// Follows a click: to the line there, which stays where it is. nil beside the lines.
    func follow(clickAt place: Position, _ cursor: inout ListCursor) -> Int? {
      guard let row = lines.row(at: place) else { return nil }
      cursor.move(toRow: row, of: lines.window)
      return items[cursor.index]
    }
  }

  /// Which lines of the columns were clicked, so that they stay where they are.
  struct Cursors {
    var sections = ListCursor()
    var rows = ListCursor()
    var seats = ListCursor()
  }

  let sections: Column
  let rows: Column
  let seats: Column

  init(_ grid: SeatGrid, cursor: Int, _ cursors: Cursors, in map: Rect) {
    let row = grid.rowOf[cursor]
    let section = grid.rows[row].section
    // No wider than names and figures need.
    let needed = grid.sections.map { $0.name.clean.cellWidth + 2 * "\($0.seatCount)".count + 4 }.max() ?? 0
    let sectionWidth = max(8, min(needed, 20, map.width / 3))
    let siblings = grid.rows.indices.filter { grid.rows[$0].section == section }
    let longest = siblings.map { grid.rows[$0].name.clean.cellWidth + 2 * "\(grid.rows[$0].seats.count)".count + 4 }
      .max()
    // A seat's number, its tier and its price have their room first.
    let widths = (section: sectionWidth, row: max(13, min(longest ?? 0, 24, map.width - sectionWidth - 26)))
    func column(x: Int, width: Int, _ items: [Int], _ chosen: Int, _ cursor: ListCursor) -> Column {
      var cursor = cursor
      cursor.move(to: items.firstIndex(of: chosen) ?? 0, of: items.count)
      return Column(
        area: Rect(x: map.x + x, y: map.y, width: width, height: map.height), items: items, cursor: cursor)
    }
    sections = column(x: 1, width: widths.section, Array(grid.sections.indices), section, cursors.sections)
    rows = column(x: widths.section + 2, width: widths.row, siblings, row, cursors.rows)
    seats = column(
      x: widths.section + widths.row + 3, width: min(44, map.width - widths.section - widths.row - 3),
      Array(grid.rows[row].seats), cursor, cursors.seats)
  }
}
