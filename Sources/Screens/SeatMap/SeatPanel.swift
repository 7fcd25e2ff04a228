internal import Booking
internal import Canvas
internal import SeatingPlan
internal import Wording

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
    // Where not everything has room, the choice comes first, then the tiers, then the signs, then the small picture.
    let choice = choiceLines
    let choiceHeight = choice.count + screen.chosen.count
    let room = area.height - choiceHeight - 1
    drawTiers(ListCursor(board.tierOf[screen.cursor]).window(of: board.tiers.count, height: room), in: &grid)
    y += 1
    let signs = signs
    if area.bottom - y > choiceHeight + signs.count / 2 + 1 {
      draw(signs, in: &grid)
      y += 1
    }
    for (text, style) in choice { line(text, style, in: &grid) }
    for seat in screen.chosen { draw(chosen: board.seats[seat].label, in: &grid) }
    if let minimap, area.bottom - minimap.size.height >= y {
      y = area.bottom - minimap.size.height
      draw(minimap, map, in: &grid)
    }
  }

  private mutating func line(_ text: String, _ style: Style, in grid: inout Grid) {
    guard y < area.bottom else { return }
    grid.put(text.fitted(to: area.width, mark: shell.glyphs.ellipsis), x: area.x, y: y, style: style)
    y += 1
  }

  private mutating func draw(chosen seat: SeatLabel, in grid: inout Grid) {
    guard y < area.bottom else { return }
    let x = grid.put(" \(shell.glyphs.seatChosen) ", x: area.x, y: y)
    Line(seat.shortParts).draw(in: &grid, x: x, y: y, width: area.right - x, shell)
    y += 1
  }

  /// Some of the tiers: where they have not all room, those around the cursor's.
  private mutating func drawTiers(_ window: Range<Int>, in grid: inout Grid) {
    let looks = SeatLooks(board.tiers, screen.filter, shell.theme)
    let names = board.tiers.map { tierName($0.tier.clean, shell.language) }
    let least = board.freeOfTier.map { Int64($0).grouped.cellWidth }.max() ?? 0
    let full = board.tiers.map { $0.price.amount.grouped.cellWidth }.max() ?? 0
    // Names matter more than the last digits of prices.
    let isShort = (names.map(\.cellWidth).max() ?? 0) > area.width - 6 - least - full
    let frees = isShort ? least : max(least, 6)
    let prices = isShort ? board.tiers.map { $0.price.short(shell.language).cellWidth }.max() ?? 0 : full
    for index in window {
      let tier = board.tiers[index]
      let passes = screen.filter.passes(tier: index)
      let x = grid.put(" \(looks.free[index].sign) ", x: area.x, y: y, style: looks.free[index].style)
      let free = " " + Int64(board.freeOfTier[index]).grouped.rightAligned(in: frees)
      let price =
        " " + (isShort ? tier.price.short(shell.language) : tier.price.amount.grouped).rightAligned(in: prices)
      let room = max(0, area.width - 4 - free.cellWidth - price.cellWidth)
      let name = names[index].shortened(to: room, mark: shell.glyphs.ellipsis).padded(to: room)
      grid.put(" \(name)\(price)\(free)", x: x, y: y, style: passes ? .plain : .dim, width: area.right - x)
      y += 1
    }
  }

  /// What the signs of seats mean.
  private var signs: [(sign: Unicode.Scalar, style: Style, meaning: String)] {
    let (glyphs, theme, language) = (shell.glyphs, shell.theme, shell.language)
    let own = [
      (glyphs.seatOwnHold, theme.ownHold, language("내 예약", "my hold")),
      (glyphs.seatOwnTicket, theme.ownTicket, language("내 티켓", "ticket")),
    ]
    let chosen = (glyphs.seatChosen, theme.chosenSeat, language("고른 좌석", "chosen"))
    guard screen.showsSections else {
      return [chosen] + own + [
        (glyphs.seatHeld, theme.othersHold, language("임시 예약", "held")),
        (glyphs.seatSold, theme.soldSeat, language("판매 완료", "sold")),
      ]
    }
    // As many dots as seats are free, or without such signs in thirds.
    let densities: [(Unicode.Scalar, Style, String)] =
      glyphs.isASCII
      ? [
        (glyphs.density(0, free: 3, of: 3), theme.seat(tier: 0), language("거의 빔", "most free")),
        (glyphs.density(0, free: 2, of: 3), theme.seat(tier: 0), language("반쯤 빔", "half free")),
        (glyphs.density(0, free: 1, of: 3), theme.seat(tier: 0), language("조금 빔", "few free")),
      ] : [(glyphs.density(0xFF, free: 1, of: 1), theme.seat(tier: 0), language("빈 좌석", "free"))]
    return densities + [(glyphs.seatSold, theme.soldSeat, language("매진", "none free")), chosen] + own
  }

  private mutating func draw(
    _ signs: [(sign: Unicode.Scalar, style: Style, meaning: String)], in grid: inout Grid
  ) {
    for (index, (sign, style, meaning)) in signs.enumerated() {
      let x = area.x + index % 2 * (area.width / 2)
      let after = grid.put(" \(sign) ", x: x, y: y, style: style)
      grid.put(" \(meaning)", x: after, y: y, width: area.width / 2 - 3)
      if index % 2 == 1 || index == signs.count - 1 { y += 1 }
    }
  }

  /// How much is chosen, its price, and what is to be said of it; or else keys worth knowing.
  private var choiceLines: [(String, Style)] {
    let language = shell.language
    let chosen = screen.chosen
    guard !chosen.isEmpty else {
      return [
        (
          language(
            "/ 찾기  f 필터  i \(screen.isList ? "배치도" : "목록")", "/ find  f filter  i \(screen.isList ? "map" : "list")"),
          .dim
        ),
        (language("s 일행 \(screen.party)명  b 추천", "s party of \(screen.party)  b best seats"), .dim),
      ]
    }
    let total = chosen.map { board.seats[$0].price }.sum()
    var lines = [
      (
        language("고른 \(chosen.count)석 \(total.text(.korean))", "\(chosen.count) chosen, \(total.text(.english))"),
        Style.bold
      )
    ]
    if let missing = screen.missingMoney(shell) {
      let amount = missing.amount.grouped
      lines.append(
        (
          shell.holds.isEmpty
            ? language("! 잔액보다 \(amount)원 많음", "! \(amount) over balance")
            : language("! 예약분까지 \(amount)원 부족", "! with holds \(amount) over"), .bold
        ))
    }
    let stranded = screen.strandedNames
    if !stranded.isEmpty {
      let warning = language("! 홀로 남는 좌석: \(stranded)", "! leaves \(stranded) alone")
      lines += warning.broken(to: area.width).map { ($0, .bold) }
    }
    return lines
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
    // What one has or is about to have is found again, wherever the map is.
    minimap.drawOwn(in: &grid, at: origin, board, shell)
    for seat in screen.chosen {
      minimap.mark(seat, shell.glyphs.seatChosen, shell.theme.chosenSeat, in: &grid, at: origin)
    }
  }
}
