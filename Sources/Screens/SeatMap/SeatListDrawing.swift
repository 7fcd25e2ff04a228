internal import Booking
internal import Canvas
internal import SeatingPlan

/// Draws the hall as lists, for people who do not want a map: sections, the rows of one, the seats of one of those.
struct SeatListDrawing {
  let screen: SeatMapScreen
  let hall: HallView
  let board: SeatBoard
  let map: Rect
  let shell: Shell

  func draw(in grid: inout Grid) {
    let plan = hall.grid
    let row = plan.rowOf[screen.cursor]
    let section = plan.rows[row].section
    let widths = (section: min(20, map.width / 3), row: 13)
    let seats = Rect(
      x: map.x + widths.section + widths.row + 3, y: map.y,
      width: min(44, map.width - widths.section - widths.row - 3),
      height: map.height)

    let language = shell.language
    column(
      Rect(x: map.x + 1, y: map.y, width: widths.section, height: map.height), language("구역", "Section"),
      plan.sections.indices.map { $0 }, at: section, in: &grid
    ) { index in
      (plan.sections[index].name.clean, "\(board.freeOfSection[index])/\(plan.sections[index].seatCount)")
    }
    let rows = plan.rows.indices.filter { plan.rows[$0].section == section }
    column(
      Rect(x: map.x + widths.section + 2, y: map.y, width: widths.row, height: map.height), language("열", "Row"), rows,
      at: rows.firstIndex(of: row) ?? 0, in: &grid
    ) { index in
      let free = plan.rows[index].seats.count(where: board.isFree)
      return (plan.rows[index].name.clean, "\(free)/\(plan.rows[index].seats.count)")
    }
    drawSeats(of: plan.rows[row], seats, in: &grid)
  }

  /// A list with a heading, the lines' names at the left and their figures at the right.
  private func column(
    _ area: Rect, _ title: String, _ items: [Int], at chosen: Int, in grid: inout Grid,
    _ text: (Int) -> (String, String)
  ) {
    grid.put(title, x: area.x, y: area.y, style: shell.theme.heading, width: area.width)
    let window = ListCursor(chosen).window(of: items.count, height: area.height - 1)
    for (line, index) in window.enumerated() {
      let (name, figure) = text(items[index])
      let room = max(1, area.width - figure.cellWidth - 2)
      let mark = index == chosen ? String(shell.glyphs.pointer == "▶" ? ">" : shell.glyphs.pointer) : " "
      grid.put(
        "\(mark)\(name.padded(to: room, mark: shell.glyphs.ellipsis))\(figure.rightAligned(in: area.width - room - 1))",
        x: area.x, y: area.y + 1 + line, style: index == chosen ? .bold : .plain, width: area.width)
    }
  }

  private func drawSeats(of row: SeatGrid.Row, _ area: Rect, in grid: inout Grid) {
    grid.put(
      shell.language("좌석", "Seat"), x: area.x, y: area.y, style: shell.theme.heading, width: area.width)
    let marks = TierMarks(board.tiers, shell.theme)
    let seats = Array(row.seats)
    let current = screen.cursor - row.seats.lowerBound
    for (line, index) in ListCursor(current).window(of: seats.count, height: area.height - 1).enumerated() {
      let seat = board.seats[seats[index]]
      let y = area.y + 1 + line
      let (sign, style) = screen.look(of: seats[index], board, marks, shell)
      let tier = tierName(seat.tier.clean, shell.language).fitted(
        to: max(4, area.width - 24), mark: shell.glyphs.ellipsis)
      let text = " \(seat.label.numberInRow.clean.rightAligned(in: 4))  \(tier)"
      let price = seat.price.amount.grouped.rightAligned(in: 9)
      let isHere = seats[index] == screen.cursor
      let words = isHere ? shell.theme.selected : .plain
      grid.put(
        "\(text.padded(to: max(0, area.width - 13)))\(price)", x: area.x + 3, y: y, style: words, width: area.width - 4)
      grid.put(" \(sign) ", x: area.x, y: y, style: style)
      if isHere { grid.cursor = Position(x: area.x + 1, y: y) }
    }
  }
}
