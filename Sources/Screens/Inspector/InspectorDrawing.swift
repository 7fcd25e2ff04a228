internal import Booking
internal import Canvas
internal import Wording

/// The inspector's picture: the tables by name, the columns, and the lines.
struct InspectorDrawing {
  let screen: InspectorScreen
  let rows: [InspectorRow]
  let cursor: ListCursor
  let area: Rect
  let shell: Shell

  static func lines(_ cursor: ListCursor, of count: Int, in area: Rect) -> ListLines {
    ListLines(cursor, of: count, in: area.below(2).above(1))
  }

  func draw(in grid: inout Grid) {
    drawTables(in: &grid)
    let lines = Self.lines(cursor, of: rows.count, in: area)
    let titles = screen.table.columns(shell.language)
    let widths = widths(titles, lines)
    grid.put(text(titles, widths), x: 0, y: area.y + 1, style: .dim, width: area.width)
    for (index, y) in lines.rows {
      let style = index == cursor.index ? shell.theme.selected : rows[index].isFaint ? .dim : .plain
      grid.put(
        text(rows[index].cells, widths).padded(to: area.width, mark: shell.glyphs.ellipsis), x: 0, y: y, style: style)
      if index == cursor.index { grid.cursor = Position(x: 0, y: y) }
    }
    if rows.isEmpty { grid.put(shell.language("아무것도 없습니다.", "There is nothing."), x: 2, y: area.y + 3, style: .dim) }
    drawFoot(in: &grid)
  }

  /// The names of the tables, as many as fit around the one that is open.
  private func drawTables(in grid: inout Grid) {
    let names = InspectorTable.allCases.map { " \($0.title(shell.language)) " }
    var first = 0
    let open = screen.table.rawValue
    while first < open, names[first...open].reduce(0, { $0 + $1.cellWidth }) > area.width - 4 { first += 1 }
    var x = 1
    for index in first..<names.count where x + names[index].cellWidth <= area.width {
      let isBroken = InspectorTable.allCases[index] == .invariants && shell.alarm.isBroken
      let style = index == open ? shell.theme.selected : isBroken ? shell.theme.urgent : .plain
      x = grid.put(names[index], x: x, y: area.y, style: style.with(.bold))
    }
  }

  /// How wide each column is: as its widest cell that is seen; the last one takes what is left.
  private func widths(_ titles: [String], _ lines: ListLines) -> [Int] {
    titles.indices.map { column in
      let cells = lines.rows.map { rows[$0.index].cells[column].cellWidth }
      return min(screen.table == .invariants ? 60 : 20, max(titles[column].cellWidth, cells.max() ?? 0))
    }
  }

  private func text(_ cells: [String], _ widths: [Int]) -> String {
    cells.indices.reduce(" ") { line, column in
      let cell = cells[column]
      guard column < cells.count - 1 else { return line + " " + cell }
      let fitted = cell.shortened(to: widths[column], mark: shell.glyphs.ellipsis)
      return line + " "
        + (screen.table.numbers.contains(column)
          ? fitted.rightAligned(in: widths[column]) : fitted.padded(to: widths[column]))
        + " "
    }
  }

  /// How many lines there are, and when all was judged.
  private func drawFoot(in grid: inout Grid) {
    let language = shell.language
    let y = area.bottom - 1
    let count = Int64(rows.count).grouped
    let judged = judgement
    if screen.filter.field != nil || screen.filter.isOn {
      screen.filter.draw(in: &grid, x: 2, y: y, width: area.width - judged.cellWidth - 6, found: rows.count, shell)
    } else {
      grid.put(language("\(count)줄", rows.count == 1 ? "1 line" : "\(count) lines"), x: 2, y: y, style: .dim)
    }
    let isCalm = !shell.alarm.isBroken && !screen.isJudgementMissing
    grid.put(judged, x: area.width - judged.cellWidth - 2, y: y, style: isCalm ? .dim : shell.theme.urgent)
  }

  private var judgement: String {
    let language = shell.language
    if screen.isJudgementMissing { return language("불변식을 검사하지 못함", "invariants could not be judged") }
    guard let at = screen.judgedAt else { return "" }
    let time = VenueDate(at).timeWithSeconds
    return shell.alarm.isBroken
      ? language("\(time) 불변식이 깨짐", "\(time) invariants broken")
      : language("\(time) 불변식 모두 지켜짐", "\(time) all invariants hold")
  }
}
