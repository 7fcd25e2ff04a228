internal import Booking
internal import Canvas
internal import SeatingPlan
internal import Wording

/// Draws the hall as lists, for people who do not want a map: sections, the rows of one, the seats of one of those.
struct SeatListDrawing {
  let screen: SeatMapScreen
  let hall: HallView
  let board: SeatBoard
  let map: Rect
  let shell: Shell

  func draw(in grid: inout Grid) {
    let plan = hall.grid
    let columns = SeatListColumns(plan, cursor: screen.cursor, screen.listCursors, in: map)
    draw(columns.sections, shell.language("구역", "Section"), in: &grid) { section in
      (plan.sections[section].name, board.freeOfSection[section], plan.sections[section].seatCount)
    }
    draw(columns.rows, shell.language("열", "Row"), in: &grid) { row in
      (plan.rows[row].name, plan.rows[row].seats.count(where: board.isFree), plan.rows[row].seats.count)
    }
    drawSeats(columns.seats, in: &grid)
  }

  /// A list with a heading: names at the left, free seats of all at the right.
  private func draw(
    _ column: SeatListColumns.Column, _ title: String, in grid: inout Grid,
    _ words: (Int) -> (name: String, free: Int, total: Int)
  ) {
    let area = column.area
    grid.put(title, x: area.x, y: area.y, style: shell.theme.heading, width: area.width)
    for (index, y) in column.lines.rows {
      let (name, free, total) = words(column.items[index])
      let figure = " \(free)/\(total)"
      let isHere = index == column.cursor.index
      let room = max(1, area.width - figure.cellWidth - 2)
      let text =
        (isHere ? ">" : " ") + name.clean.shortened(to: room, mark: shell.glyphs.ellipsis).padded(to: room) + figure
      grid.put(text, x: area.x, y: y, style: isHere ? .bold : .plain, width: area.width)
    }
  }

  private func drawSeats(_ column: SeatListColumns.Column, in grid: inout Grid) {
    let area = column.area
    grid.put(shell.language("좌석", "Seat"), x: area.x, y: area.y, style: shell.theme.heading, width: area.width)
    let looks = SeatLooks(board.tiers, screen.filter, shell.theme)
    for (index, y) in column.lines.rows {
      let place = column.items[index]
      let seat = board.seats[place]
      let look = looks.look(of: place, board, isChosen: screen.chosen.contains(place), at: shell.now)
      let isHere = index == column.cursor.index
      let style = isHere ? shell.theme.selected : .plain
      grid.put(" \(look.sign) ", x: area.x, y: y, style: look.style)
      let line = Rect(x: area.x + 3, y: y, width: area.width - 4, height: 1)
      grid.fill(line, style: style)
      // Where there is not room for both, the name matters more; the price stands below, in the sentence.
      let number = Line.Part(.place, seat.label.bareNumber.clean.rightAligned(in: 4))
      let tier = Line.Part(.tier, tierName(seat.tier.clean, shell.language), gap: "  ")
      let names = Line([number, tier])
      let price = [seat.price.amount.grouped, seat.price.short(shell.language)].first {
        names.isTelling(in: line.width - 2 - $0.cellWidth)
      }
      let room = line.width - 1 - (price.map { $0.cellWidth + 1 } ?? 0)
      names.draw(in: &grid, x: line.x + 1, y: y, width: room, style: style, shell)
      if let price { grid.put(price, x: line.right - price.cellWidth, y: y, style: style) }
      if isHere { grid.cursor = Position(x: area.x + 1, y: y) }
    }
  }
}
