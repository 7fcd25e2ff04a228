internal import Booking
internal import Canvas
internal import SeatingPlan
internal import Wording

/// Draws the whole hall: each section as the block that it is, with its name, its prices and how many seats are free.
struct OverviewDrawing {
  let screen: SeatMapScreen
  let hall: HallView
  let board: SeatBoard
  let raster: HallRaster
  let map: Rect
  let shell: Shell

  /// Above and below the picture is a line for what lies before and behind the seats.
  static func raster(of hall: HallView, in map: Rect) -> HallRaster {
    let room = Size(width: map.width - 2, height: map.height - 2)
    // In a low window names matter more than the hall's shape.
    return HallRaster(hall, in: room, stretch: room.height < 14 ? 2 : 1)
  }

  private static func origin(of raster: HallRaster, in map: Rect) -> Position {
    Position(x: map.x + (map.width - raster.size.width) / 2, y: map.y + (map.height - raster.size.height + 1) / 2)
  }

  private var origin: Position { Self.origin(of: raster, in: map) }

  /// The section whose seats are drawn in a cell of the screen.
  static func section(at place: Position, of raster: HallRaster, in map: Rect) -> Int? {
    let origin = origin(of: raster, in: map)
    let picture = Rect(x: origin.x, y: origin.y, width: raster.size.width, height: raster.size.height)
    guard picture.contains(place) else { return nil }
    return raster.sectionIn[(place.y - origin.y) * raster.size.width + place.x - origin.x]
  }

  private var section: Int { hall.grid.section(of: screen.cursor) }

  func draw(in grid: inout Grid) {
    grid.fill(map, style: shell.theme.floor)
    for area in hall.grid.areas where area.isFilled { draw(area, in: &grid) }
    raster.draw(
      in: &grid, at: origin, board, screen.filter, shell,
      style: { cell, tier in
        let style = shell.theme.seat(tier: tier)
        return raster.sectionIn[cell] == section ? shell.theme.visiblePart(style) : style
      })
    raster.drawOwn(in: &grid, at: origin, board, shell)
    for seat in board.changedLately(at: shell.now) {
      let cell = raster.cellOf[seat]
      let place = Rect(
        x: origin.x + cell % raster.size.width, y: origin.y + cell / raster.size.width, width: 1, height: 1)
      grid.restyle(place) { shell.theme.lately($0) }
    }
    if screen.search?.matches.isEmpty == false {
      mark(screen.cursor, shell.glyphs.seatAvailable, shell.theme.cursor(over: shell.theme.floor), in: &grid)
    }
    let sections = hall.grid.sections.indices
    // Prices of a few sections among many would look as if the others had none.
    let isDetailed = sections.count { box(of: $0).height >= 4 } * 10 >= sections.count * 9
    for section in sections where section != self.section { drawLabel(of: section, isDetailed, in: &grid) }
    drawLabel(of: section, isDetailed, in: &grid)
    // Over the names: what one is about to hold is to be seen.
    for seat in screen.chosen { mark(seat, shell.glyphs.seatChosen, shell.theme.chosenSeat, in: &grid) }
  }

  private func mark(_ seat: Int, _ sign: Unicode.Scalar, _ style: Style, in grid: inout Grid) {
    raster.mark(seat, sign, style, in: &grid, at: origin)
  }

  private func box(of section: Int) -> Rect {
    let section = hall.grid.sections[section]
    let cells = raster.cells(columns: section.columns, lines: section.lines)
    return Rect(x: origin.x + cells.x, y: origin.y + cells.y, width: cells.width, height: cells.height)
  }

  /// As many of its lines as its block has room for, the name before the rest.
  private func drawLabel(of index: Int, _ isDetailed: Bool, in grid: inout Grid) {
    let section = hall.grid.sections[index]
    let box = box(of: index)
    let tiers = board.tiersOfSection[index]
    let (low, high) = (
      tiers.last.map { board.tiers[$0].price } ?? .zero, tiers.first.map { board.tiers[$0].price } ?? .zero
    )
    let price = low == high ? low.short(shell.language) : "\(low.short(shell.language))-\(high.short(shell.language))"
    let free = "\(board.freeOfSection[index])/\(section.seatCount)"
    let isHere = index == self.section
    let room = max(box.width, 1)
    let whole = section.name.clean
    guard isHere || whole.cellWidth < room else { return }
    let name = isHere ? whole.shortened(to: max(room, 12), mark: shell.glyphs.ellipsis) : whole
    // A space at both ends sets words off from the dots, and the last line of a block may be its neighbour's too.
    let lines =
      [name.cellWidth + 2 <= room ? " \(name) " : name]
      + [price, free].filter { $0.cellWidth + 2 <= room }.map { " \($0) " }
    let shown = !isDetailed || box.height < 4 ? [lines[0]] : Array(lines.prefix(3))
    let top = box.y + (box.height - shown.count) / 2
    for (offset, line) in shown.enumerated() {
      let style = isHere ? shell.theme.selectedSection : shell.theme.floor.with(offset == 0 ? .bold : [])
      let x = max(map.x, min(box.x + (box.width - line.cellWidth) / 2, map.right - line.cellWidth))
      grid.put(line, x: x, y: top + offset, style: style)
      if offset == 0, isHere { grid.cursor = Position(x: x, y: top) }
    }
  }

  private func draw(_ area: SeatGrid.Area, in grid: inout Grid) {
    let cells = raster.cells(columns: area.columns, lines: area.lines)
    let isBefore = area.lines.upperBound < 0
    let isOutside = isBefore || area.lines.lowerBound >= hall.grid.lines.count
    let top = isOutside ? (isBefore ? origin.y - 1 : origin.y + raster.size.height) : origin.y + cells.y
    let left = max(map.x, origin.x + cells.x)
    let width = min(map.right, origin.x + cells.right) - left
    let box = Rect(x: left, y: top, width: width, height: isOutside ? 1 : min(cells.height, map.bottom - top))
    guard box.width > 0, box.height > 0, box.y >= map.y else { return }
    grid.fill(box, style: shell.theme.stage)
    let caption = area.isStage ? shell.language("무 대", "STAGE") : area.caption.clean
    if box.width >= caption.cellWidth {
      grid.put(
        caption, x: box.x + (box.width - caption.cellWidth) / 2, y: box.y + (box.height - 1) / 2,
        style: shell.theme.stage)
    }
  }
}

extension HallRaster {
  /// Draws the cells that have seats, with as large a part of their dots as seats are free and pass the filter, at least
  /// one. `style` is that of a cell with dots, by cell and the dearest tier in it.
  func draw(
    in grid: inout Grid, at origin: Position, _ board: SeatBoard, _ filter: SeatFilter, _ shell: Shell,
    style: (_ cell: Int, _ tier: Int) -> Style
  ) {
    let cells = tally(of: board, filter).cells
    for (cell, seats) in seatsIn.enumerated() where seats > 0 {
      let now = cells[cell]
      let sign =
        now.free == 0 && now.hasPassedOver
        ? shell.glyphs.seatPassedOver
        : shell.glyphs.density(
          Self.thinned(now.dots, of: fullDots[cell], free: now.free, total: seats), free: now.free, of: seats)
      let style = now.free > 0 ? style(cell, now.tier) : shell.theme.soldSeat
      grid.put(sign, x: origin.x + cell % size.width, y: origin.y + cell / size.width, style: style)
    }
  }

  /// Draws where the viewer's own seats are, held and bought.
  func drawOwn(in grid: inout Grid, at origin: Position, _ board: SeatBoard, _ shell: Shell) {
    for seat in board.own {
      if board.isOwnHold(seat) {
        mark(seat, shell.glyphs.seatOwnHold, shell.theme.ownHold, in: &grid, at: origin)
      } else {
        mark(seat, shell.glyphs.seatOwnTicket, shell.theme.ownTicket, in: &grid, at: origin)
      }
    }
  }

  /// Draws a sign in the cell of a seat.
  func mark(_ seat: Int, _ sign: Unicode.Scalar, _ style: Style, in grid: inout Grid, at origin: Position) {
    let cell = cellOf[seat]
    grid.put(sign, x: origin.x + cell % size.width, y: origin.y + cell / size.width, style: style)
  }

  /// The dots that stay: no larger a part of all the cell's dots than its seats are free, but one at least.
  private static func thinned(_ dots: UInt8, of full: UInt8, free: Int, total: Int) -> UInt8 {
    let most = max(1, (full.nonzeroBitCount * free + total - 1) / max(1, total))
    var dots = dots
    while dots.nonzeroBitCount > most { dots &= dots - 1 }
    return dots
  }
}
