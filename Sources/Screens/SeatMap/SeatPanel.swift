internal import Booking
internal import Canvas
internal import SeatingPlan

/// What stands beside the map: the tiers with prices and free seats, the signs, the choice, and where on the hall the
/// map is.
struct SeatPanel {
  let screen: SeatMapScreen
  let hall: HallView
  let board: SeatBoard
  let area: Rect
  let shell: Shell
  private var y: Int

  init(_ screen: SeatMapScreen, _ hall: HallView, _ board: SeatBoard, _ area: Rect, _ shell: Shell) {
    self.screen = screen
    self.hall = hall
    self.board = board
    self.area = area
    self.shell = shell
    y = area.y
  }

  mutating func draw(in grid: inout Grid) {
    let map = SeatMapLayout(Chrome.area(of: shell.size)).map
    let minimap =
      screen.zoom == .hall || screen.isList || screen.viewport.holds(hall, in: map) ? nil : screen.minimap
    drawTiers(in: &grid)
    y += 1
    drawSigns(in: &grid)
    y += 1
    drawChoice(in: &grid)
    if let minimap, area.bottom - minimap.size.height >= y {
      y = area.bottom - minimap.size.height
      draw(minimap, map, in: &grid)
    }
  }

  private mutating func line(_ text: String, _ style: Style = .plain, in grid: inout Grid) {
    guard y < area.bottom else { return }
    grid.put(text.fitted(to: area.width, mark: shell.glyphs.ellipsis), x: area.x, y: y, style: style)
    y += 1
  }

  private mutating func drawTiers(in grid: inout Grid) {
    let marks = TierMarks(board.tiers, shell.theme)
    let names = board.tiers.map { tierName($0.tier.clean, shell.language) }
    let least = board.freeOfTier.map { Int64($0).grouped.cellWidth }.max() ?? 0
    let full = board.tiers.map { $0.price.amount.grouped.cellWidth }.max() ?? 0
    // Names matter more than the last digits of prices.
    let isShort = (names.map(\.cellWidth).max() ?? 0) > area.width - 6 - least - full
    let frees = isShort ? least : max(least, 6)
    let prices = isShort ? board.tiers.map { $0.price.short(shell.language).cellWidth }.max() ?? 0 : full
    for (index, tier) in board.tiers.enumerated() where y < area.bottom {
      let passes = screen.filter.passes(tier: index)
      let sign = passes ? marks.signs[index] : shell.glyphs.seatPassedOver
      let x = grid.put(
        " \(sign) ", x: area.x, y: y, style: passes ? shell.theme.seat(tier: index) : shell.theme.soldSeat)
      let free = " " + Int64(board.freeOfTier[index]).grouped.rightAligned(in: frees)
      let price =
        " " + (isShort ? tier.price.short(shell.language) : tier.price.amount.grouped).rightAligned(in: prices)
      let room = max(0, area.width - 4 - free.cellWidth - price.cellWidth)
      let name = names[index].padded(to: room, mark: shell.glyphs.ellipsis)
      grid.put(" \(name)\(price)\(free)", x: x, y: y, style: passes ? .plain : .dim, width: area.right - x)
      y += 1
    }
  }

  private mutating func drawSigns(in grid: inout Grid) {
    let (glyphs, theme, language) = (shell.glyphs, shell.theme, shell.language)
    let signs: [(Unicode.Scalar, Style, String)] =
      screen.zoom == .hall && !screen.isList
      ? [
        (glyphs.density(0xFF, free: 1, of: 1), theme.seat(tier: 0), language("빈 좌석", "free")),
        (glyphs.seatSold, theme.soldSeat, language("매진", "none free")),
      ]
      : [
        (glyphs.seatChosen, theme.chosenSeat, language("고른 좌석", "chosen")),
        (glyphs.seatOwnHold, theme.ownHold, language("내 예약", "my hold")),
        (glyphs.seatOwnTicket, theme.ownTicket, language("내 티켓", "ticket")),
        (glyphs.seatHeld, theme.othersHold, language("임시 예약", "held")),
        (glyphs.seatSold, theme.soldSeat, language("판매 완료", "sold")),
      ]
    for (index, (sign, style, meaning)) in signs.enumerated() where y < area.bottom {
      let x = area.x + index % 2 * (area.width / 2)
      let after = grid.put(" \(sign) ", x: x, y: y, style: style)
      grid.put(" \(meaning)", x: after, y: y, width: area.width / 2 - 3)
      if index % 2 == 1 || index == signs.count - 1 { y += 1 }
    }
  }

  private mutating func drawChoice(in grid: inout Grid) {
    let language = shell.language
    let chosen = screen.chosen
    guard !chosen.isEmpty else {
      line(language("Space 선택, Enter 예약", "Space chooses, Enter holds"), .dim, in: &grid)
      line(language("b: 나란히 \(screen.party)석 (s: 일행 수)", "b: best \(screen.party), s: party size"), .dim, in: &grid)
      return
    }
    let total = chosen.map { board.seats[$0].price }.sum()
    line(
      language("고른 \(chosen.count)석 \(total.text(.korean))", "\(chosen.count) chosen, \(total.text(.english))"), .bold,
      in: &grid)
    let stranded = screen.stranded
    if !stranded.isEmpty {
      let names = stranded.prefix(3).map { board.seats[$0].label }.map { "\($0.row)-\($0.numberInRow)".clean }.joined(
        separator: ", ")
      line(language("! 홀로 남는 좌석: \(names)", "! leaves \(names) alone"), .bold, in: &grid)
    }
    for place in chosen { line(" \(shell.glyphs.seatChosen) \(board.seats[place].label.short.clean)", in: &grid) }
  }

  /// The whole hall with the part that the map shows laid out in it.
  private func draw(_ minimap: HallRaster, _ map: Rect, in grid: inout Grid) {
    let origin = Position(x: area.x + (area.width - minimap.size.width) / 2, y: y)
    let corner = Position(x: map.x + SeatViewport.margin, y: map.y)
    let first = screen.viewport.spot(at: corner, of: hall, in: map)
    let last = screen.viewport.spot(at: Position(x: map.right - 2, y: map.bottom - 1), of: hall, in: map)
    let shown = minimap.cells(
      columns: first.column...max(first.column, last.column), lines: first.line...max(first.line, last.line))
    grid.fill(Rect(x: area.x, y: y, width: area.width, height: minimap.size.height), style: shell.theme.floor)
    minimap.draw(
      in: &grid, at: origin, board, screen.filter, shell, style: { _, tier in shell.theme.seat(tier: tier) }
    )
    let visible = Rect(x: origin.x + shown.x, y: origin.y + shown.y, width: shown.width, height: shown.height)
    let left = max(origin.x, visible.x)
    let top = max(origin.y, visible.y)
    let frame = Rect(
      x: left, y: top, width: min(origin.x + minimap.size.width, visible.right) - left,
      height: min(origin.y + minimap.size.height, visible.bottom) - top)
    grid.restyle(frame) { shell.theme.visiblePart($0) }
  }
}
