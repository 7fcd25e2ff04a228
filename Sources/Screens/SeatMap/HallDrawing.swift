internal import Booking
internal import Canvas
internal import SeatingPlan
internal import Wording

/// Draws the part of the hall that is on screen, seat by seat.
struct HallDrawing {
  let screen: SeatMapScreen
  let hall: HallView
  let board: SeatBoard
  let map: Rect
  let shell: Shell

  private var viewport: SeatViewport { screen.viewport }
  private var left: Int { map.x + SeatViewport.margin }
  private var right: Int { map.right - SeatViewport.rightMargin }

  func draw(in grid: inout Grid) {
    grid.fill(map, style: shell.theme.floor)
    for area in hall.grid.areas { draw(area, in: &grid) }
    drawSeats(in: &grid)
    var drawn: [Rect] = []
    for label in hall.labels { draw(label, in: &grid, beside: &drawn) }
    drawEdges(in: &grid)
    let focus = place(column: hall.grid.spots[screen.cursor].column, line: hall.grid.spots[screen.cursor].line)
    drawCursor(at: focus, in: &grid)
    grid.cursor = Position(
      x: max(map.x, min(focus.x, map.right - 1)), y: max(map.y, min(focus.y, map.bottom - 1)))
  }

  private func place(column: Int, line: Int) -> Position {
    viewport.position(of: SeatGrid.Spot(column: column, line: line), of: hall, in: map)
  }

  private func drawSeats(in grid: inout Grid) {
    let looks = SeatLooks(board.tiers, screen.filter, shell.theme)
    let now = shell.now
    let columns = columns
    for y in map.y..<map.bottom {
      let line = viewport.spot(at: Position(x: left, y: y), of: hall, in: map).line
      guard hall.grid.lines.indices.contains(line) else { continue }
      let isOpen = !hall.grid.areas.contains { $0.lines.contains(line) }
      draw(hall.grid.seats(of: line, in: columns), at: y, looks, now, isOpen: isOpen, in: &grid)
    }
  }

  /// The columns whose seats have room in the map.
  private var columns: Range<Int> {
    let width = viewport.seatWidth
    let first = max(0, (viewport.x + width - 1) / width)
    return first..<max(first, (viewport.x + right - left - signWidth) / width + 1)
  }

  /// - Parameter isOpen: whether nothing but floor lies between the seats.
  private func draw(
    _ seats: ArraySlice<Int>, at y: Int, _ looks: SeatLooks, _ now: Timestamp, isOpen: Bool, in grid: inout Grid
  ) {
    let (board, plan, chosen) = (board, hall.grid, screen.chosen)
    var before: (row: Int, x: Int, gap: Style)?
    for seat in seats {
      let x = left + plan.spots[seat].column * viewport.seatWidth - viewport.x
      if let before, isOpen {
        grid.fill(Rect(x: before.x, y: y, width: x - before.x, height: 1), style: before.gap)
      }
      let row = plan.rowOf[seat]
      // At the left of a row that runs from front to back its name would be read for all seats of the line.
      if before?.row != row, plan.isAlongLine(seat) {
        drawRowName(
          NameWord.row.bare(plan.rows[row].name).clean, before: x, after: before?.x ?? map.x, at: y, in: &grid)
      }
      let look = looks.look(of: seat, board, isChosen: chosen.contains(seat), at: now)
      grid.put(look.sign, x: x, y: y, style: look.style)
      if screen.zoom == .numbered {
        // Its end tells more of a long number than its beginning.
        let number = board.seats[seat].label.bareNumber.clean.ending(in: signWidth - 1, mark: shell.glyphs.ellipsis)
        grid.put(number, x: x + 1, y: y, style: look.style)
      }
      before = (row, x + signWidth, look.gap)
    }
  }

  /// Cells of a seat that are drawn, without the gap behind it.
  private var signWidth: Int { screen.zoom == .numbered ? viewport.seatWidth - 1 : 1 }

  /// A row's name stands before its first seat on screen, and again where another row begins.
  private func drawRowName(_ name: String, before x: Int, after: Int, at y: Int, in grid: inout Grid) {
    let gap = x - after
    let room = min(4, max(0, gap - 1))
    // Half a name would be another one, so of a long one its last word stands: the 12 of "Reihe 12".
    let text = name.cellWidth <= room ? name : String(name.split(separator: " ").last ?? "")
    guard text.cellWidth <= room else { return }
    // Without colour a name beside seats would look like one of them.
    guard shell.theme.hasColor || gap > text.cellWidth + 1 else { return }
    let distance = gap > text.cellWidth + 1 ? 1 : 0
    grid.put(text, x: x - text.cellWidth - distance, y: y, style: shell.theme.floorText)
  }

  /// Over the middle of the section, or of as much of it as is on screen; nowhere when another name stands there.
  private func draw(_ label: HallView.Label, in grid: inout Grid, beside drawn: inout [Rect]) {
    let first = place(column: label.columns.lowerBound, line: label.line)
    let last = place(column: label.columns.upperBound, line: label.line).x + viewport.seatWidth
    let (low, high) = (max(left, first.x), min(right, last))
    let width = label.text.cellWidth
    guard first.y >= map.y, first.y < map.bottom, low < high else { return }
    let x = max(left, (low + high - width) / 2)
    let place = Rect(x: x, y: first.y, width: width + 1, height: 1)
    let isApart = !drawn.contains { $0.y == place.y && $0.x < place.right && place.x < $0.right }
    guard x + width <= map.right, isApart, isFree(x..<(x + width), first.y) else { return }
    drawn.append(place)
    grid.put(label.text, x: x, y: first.y, style: shell.theme.floor.with(.bold))
  }

  /// A stage, a bar and the like as a block with its caption; a caption alone as it is.
  private func draw(_ area: SeatGrid.Area, in grid: inout Grid) {
    let first = place(column: area.columns.lowerBound, line: area.lines.lowerBound)
    let last = place(column: area.columns.upperBound, line: area.lines.upperBound)
    let caption = area.isStage ? shell.language("무 대", "STAGE") : area.caption.clean
    guard area.isFilled else {
      let isOnMap = first.y >= map.y && first.y < map.bottom && first.x >= left
      if isOnMap, first.x + caption.cellWidth <= right, isFree(first.x..<(first.x + caption.cellWidth), first.y) {
        grid.put(caption, x: first.x, y: first.y, style: shell.theme.floorText)
      }
      return
    }
    let (low, high) = (max(left, first.x), min(right, last.x + viewport.seatWidth))
    let (top, bottom) = (max(map.y, first.y), min(map.bottom, last.y + 1))
    guard low < high, top < bottom else { return }
    grid.fill(Rect(x: low, y: top, width: high - low, height: bottom - top), style: shell.theme.stage)
    if high - low >= caption.cellWidth {
      let middle = (low + high - caption.cellWidth) / 2
      grid.put(caption, x: middle, y: (top + bottom - 1) / 2, style: shell.theme.stage)
    }
  }

  /// Whether no seat stands in these cells.
  private func isFree(_ cells: Range<Int>, _ y: Int) -> Bool {
    let line = viewport.spot(at: Position(x: cells.lowerBound, y: y), of: hall, in: map).line
    guard hall.grid.lines.indices.contains(line) else { return true }
    return !hall.grid.lines[line].contains { cells.contains(place(column: hall.grid.spots[$0].column, line: line).x) }
  }

  /// Signs at the map's edges beyond which the hall goes on.
  private func drawEdges(in grid: inout Grid) {
    let style = shell.theme.floor.with(.bold)
    let middle = map.y + map.height / 2
    let width = hall.grid.columns * viewport.seatWidth
    if viewport.x > 0 { grid.put("<", x: map.x, y: middle, style: style) }
    if viewport.x + SeatViewport.room(in: map) < width { grid.put(">", x: map.right - 1, y: middle, style: style) }
    if viewport.y > 0 { grid.put("^", x: map.x, y: map.y, style: style) }
    if viewport.y + map.height < hall.lines.count { grid.put("v", x: map.x, y: map.bottom - 1, style: style) }
  }

  /// Reverse, and brackets in the gaps where there is no colour.
  private func drawCursor(at place: Position, in grid: inout Grid) {
    guard place.x >= left, place.x + signWidth <= right, place.y >= map.y, place.y < map.bottom else { return }
    grid.restyle(Rect(x: place.x, y: place.y, width: signWidth, height: 1)) { shell.theme.cursor(over: $0) }
    guard viewport.seatWidth > 1, !shell.theme.hasColor else { return }
    let style = shell.theme.floor.with(.bold)
    grid.put("[", x: place.x - 1, y: place.y, style: style)
    grid.put("]", x: place.x + signWidth, y: place.y, style: style)
  }
}
