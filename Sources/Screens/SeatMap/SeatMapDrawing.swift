internal import Booking
internal import Canvas
internal import SeatingPlan

extension SeatMapScreen {
  func draw(in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    let layout = SeatMapLayout(area)
    drawHeader(in: &grid, layout.header, shell)
    if let hall { drawMap(hall, in: &grid, layout.map, shell) }
    if let panel = layout.panel { drawPanel(in: &grid, panel, shell) }
    drawSentence(in: &grid, layout.sentence, shell)
    if let ended { EndedToken.draw(ended, in: &grid, area, shell) }
  }

  private func drawHeader(in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    guard let evening else { return }
    let language = shell.language
    let title = concert.map { language($0.title).clean } ?? ""
    let text = "\(VenueDate(evening.start).shortDateAndTime(language))  \(title)"
    guard SeatMapLayout(Chrome.area(of: shell.size)).panel != nil else {
      // Without the panel the tiers stand here: sign, name and how many are free.
      var x = area.right - 1 - tiers.reduce(0) { $0 + tierText($1, shell).cellWidth + 3 }
      grid.put(text.fitted(to: max(0, x - 2), mark: shell.glyphs.ellipsis), x: 1, y: area.y, style: .bold)
      for (index, tier) in tiers.enumerated() {
        let after = grid.put(String(availableSign(index, shell)), x: x, y: area.y, style: shell.theme.seat(tier: index))
        x = grid.put(" \(tierText(tier, shell)) ", x: after, y: area.y)
      }
      return
    }
    grid.put(text.fitted(to: area.width - 2, mark: shell.glyphs.ellipsis), x: 1, y: area.y, style: .bold)
  }

  private func drawMap(_ hall: HallView, in grid: inout Grid, _ map: Rect, _ shell: Shell) {
    let theme = shell.theme
    grid.fill(map, style: theme.floor)
    let left = map.x + SeatViewport.margin
    drawStage(hall, in: &grid, map, shell)
    for label in hall.labels {
      let y = map.y + label.y - viewport.y
      let middle = left + label.middleColumn * viewport.seatWidth + viewport.seatWidth / 2 - viewport.x
      let x = middle - label.text.cellWidth / 2
      guard y >= map.y, y < map.bottom, x >= left, x + label.text.cellWidth <= map.right,
        !isSeat(near: x..<(x + label.text.cellWidth), line: label.y - HallView.topLines, hall, map)
      else { continue }
      grid.put(label.text, x: x, y: y, style: theme.floor.with(.bold))
    }
    for (line, indices) in hall.grid.lines.enumerated() {
      let y = map.y + line + HallView.topLines - viewport.y
      guard y >= map.y, y < map.bottom else { continue }
      var before: (zone: String, x: Int, gap: Style)?
      for index in indices {
        let place = viewport.position(of: hall.grid.spots[index], in: map)
        guard place.x >= left, place.x < map.right - SeatViewport.rightMargin else { continue }
        let zone = hall.grid.places[index].zone
        // Gaps take the style of the seat before them, so that a step across needs no colours of its own.
        if let before {
          grid.fill(Rect(x: before.x + 1, y: y, width: place.x - before.x - 1, height: 1), style: before.gap)
        }
        if before?.zone != zone {
          drawRowName(hall.grid.places[index].row.clean, before: place, after: before?.x ?? map.x - 1, in: &grid, shell)
        }
        let (sign, style) = look(of: index, shell)
        grid.put(String(sign), x: place.x, y: place.y, style: style)
        let isOnFloor = style.colors?.background == theme.floor.colors?.background && style.attributes.isEmpty
        before = (zone, place.x, isOnFloor ? style : theme.floor)
      }
    }
    drawEdges(of: hall, in: &grid, map, shell)
    let focus = viewport.position(of: hall.grid.spots[cursor], in: map)
    drawCursor(at: focus, in: &grid, map, shell)
    grid.cursor = focus
  }

  /// A row's name stands before its first seat on screen, and again where another section's row begins.
  private func drawRowName(_ name: String, before place: Position, after: Int, in grid: inout Grid, _ shell: Shell) {
    let gap = place.x - after - 1
    let text = name.fitted(to: min(3, max(0, gap - 1)), mark: "")
    guard !text.isEmpty else { return }
    let distance = gap > text.cellWidth + 1 ? 2 : 1
    grid.put(text, x: place.x - text.cellWidth - distance + 1, y: place.y, style: shell.theme.floorText)
  }

  /// Signs at the map's edges beyond which the hall goes on.
  private func drawEdges(of hall: HallView, in grid: inout Grid, _ map: Rect, _ shell: Shell) {
    let style = shell.theme.floor.with(.bold)
    let middle = map.y + map.height / 2
    if viewport.x > 0 { grid.put("<", x: map.x, y: middle, style: style) }
    if viewport.x + SeatViewport.room(in: map) < hall.grid.columns * viewport.seatWidth {
      grid.put(">", x: map.right - 1, y: middle, style: style)
    }
    if viewport.y > 0 { grid.put("^", x: map.x, y: map.y, style: style) }
    if viewport.y + map.height < hall.height { grid.put("v", x: map.x, y: map.bottom - 1, style: style) }
  }

  private func isSeat(near columns: Range<Int>, line: Int, _ hall: HallView, _ map: Rect) -> Bool {
    guard hall.grid.lines.indices.contains(line) else { return false }
    return hall.grid.lines[line].contains { seat in
      columns.contains(viewport.position(of: hall.grid.spots[seat], in: map).x)
    }
  }

  private func drawStage(_ hall: HallView, in grid: inout Grid, _ map: Rect, _ shell: Shell) {
    let y = map.y - viewport.y
    guard y >= map.y, y < map.bottom else { return }
    let left = map.x + SeatViewport.margin
    let stage = hall.grid.stage
    let first = left + (stage?.firstColumn ?? 0) * viewport.seatWidth - viewport.x
    let last = left + ((stage?.lastColumn ?? hall.grid.columns - 1) + 1) * viewport.seatWidth - viewport.x
    let low = max(left, first)
    let high = min(map.right, last)
    guard high > low else { return }
    grid.fill(Rect(x: low, y: y, width: high - low, height: 1), style: shell.theme.stage)
    let caption = shell.language("무 대", "STAGE")
    if high - low >= caption.cellWidth {
      grid.put(caption, x: low + (high - low - caption.cellWidth) / 2, y: y, style: shell.theme.stage)
    }
  }

  /// A seat's sign and style: who it is free for, never by colour alone.
  private func look(of index: Int, _ shell: Shell) -> (Unicode.Scalar, Style) {
    let theme = shell.theme
    let glyphs = shell.glyphs
    guard let seat = seats[index] else { return (" ", theme.floor) }
    if chosen.contains(index) { return (glyphs.seatChosen, theme.chosenSeat) }
    switch seat.status {
    case .available:
      let tier = tiers.firstIndex { $0.tier == seat.tier } ?? 0
      return (availableSign(tier, shell), theme.seat(tier: tier))
    case .held:
      return seat.taker == shell.user ? (glyphs.seatOwnHold, theme.ownHold) : (glyphs.seatHeld, theme.othersHold)
    case .sold:
      return seat.taker == shell.user ? (glyphs.seatOwnTicket, theme.ownTicket) : (glyphs.seatSold, theme.soldSeat)
    }
  }

  /// Without colour a free seat shows its tier's letter, so that tiers can be told apart.
  private func availableSign(_ tier: Int, _ shell: Shell) -> Unicode.Scalar {
    let letter = tiers[tier].tier.clean.unicodeScalars.first { $0.cellWidth == 1 && $0 != " " }
    return shell.theme.hasColor ? shell.glyphs.seatAvailable : letter ?? shell.glyphs.seatAvailable
  }

  private func tierText(_ tier: TierPrice, _ shell: Shell) -> String {
    "\(tierName(tier.tier.clean, shell.language)) \(remaining(of: tier.tier))"
  }

  /// Reverse, and brackets in the gaps where there is no colour.
  private func drawCursor(at place: Position, in grid: inout Grid, _ map: Rect, _ shell: Shell) {
    guard place.x >= map.x, place.x < map.right, place.y >= map.y, place.y < map.bottom else { return }
    grid.restyle(Rect(x: place.x, y: place.y, width: 1, height: 1)) { shell.theme.cursor(over: $0) }
    guard viewport.seatWidth == 2, !shell.theme.hasColor else { return }
    let style = shell.theme.floor.with(.bold)
    if place.x > map.x { grid.put("[", x: place.x - 1, y: place.y, style: style) }
    if place.x + 1 < map.right { grid.put("]", x: place.x + 1, y: place.y, style: style) }
  }

  private func drawPanel(in grid: inout Grid, _ panel: Rect, _ shell: Shell) {
    let language = shell.language
    let glyphs = shell.glyphs
    var y = panel.y
    func line(_ text: String, _ style: Style = .plain) {
      guard y < panel.bottom else { return }
      grid.put(text.fitted(to: panel.width, mark: glyphs.ellipsis), x: panel.x, y: y, style: style)
      y += 1
    }
    for (index, tier) in tiers.enumerated() {
      guard y < panel.bottom else { break }
      let x = grid.put(" \(availableSign(index, shell)) ", x: panel.x, y: y, style: shell.theme.seat(tier: index))
      let name = tierName(tier.tier.clean, language).padded(to: 6, mark: glyphs.ellipsis)
      let price = tier.price.amount.grouped.rightAligned(in: 8)
      grid.put(
        " \(name)\(price)" + remaining(of: tier.tier).grouped.rightAligned(in: 7), x: x, y: y,
        width: panel.right - x)
      y += 1
    }
    y += 1
    let theme = shell.theme
    let legend = [
      (glyphs.seatChosen, theme.chosenSeat, language("고른 좌석", "chosen")),
      (glyphs.seatOwnHold, theme.ownHold, language("내 임시 예약", "my hold")),
      (glyphs.seatOwnTicket, theme.ownTicket, language("내 티켓", "my ticket")),
      (glyphs.seatHeld, theme.othersHold, language("임시 예약", "held")),
      (glyphs.seatSold, theme.soldSeat, language("판매 완료", "sold")),
    ]
    for (sign, style, meaning) in legend where y < panel.bottom {
      let x = grid.put(" \(sign) ", x: panel.x, y: y, style: style)
      grid.put(" \(meaning)", x: x, y: y, width: panel.right - x)
      y += 1
    }
    y += 1
    guard !chosen.isEmpty else {
      line(language("Space로 고르고 Enter로", "Space chooses, Enter"), .dim)
      line(language("임시 예약합니다.", "holds what is chosen."), .dim)
      return
    }
    line(language("고른 좌석 \(chosen.count)석", "\(chosen.count) chosen"), .bold)
    for index in chosen { if let seat = seats[index] { line(" \(glyphs.seatChosen) \(seat.label.short.clean)") } }
    let total = chosen.compactMap { seats[$0]?.price }.sum()
    line(language("합계 \(total.text(.korean))", "Total \(total.text(.english))"), .bold)
  }

  private func drawSentence(in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    var text = sentence(shell)
    if !chosen.isEmpty, SeatMapLayout(Chrome.area(of: shell.size)).panel == nil {
      let total = chosen.compactMap { seats[$0]?.price }.sum()
      text =
        shell.language(
          "고른 좌석 \(chosen.count)석 \(total.text(.korean))", "\(chosen.count) chosen, \(total.text(.english))") + " | "
        + text
    }
    grid.put(text.fitted(to: area.width - 2, mark: shell.glyphs.ellipsis), x: 1, y: area.y)
  }

  /// The seat under the cursor as one sentence.
  func sentence(_ shell: Shell) -> String {
    guard cursor < seats.count, let seat = seats[cursor] else { return "" }
    let language = shell.language
    let status: String =
      switch seat.status {
      case .available where chosen.contains(cursor): language("고른 좌석", "chosen")
      case .available: language("예약 가능", "available")
      case .held: seat.taker == shell.user ? language("내가 임시 예약", "held by you") : language("임시 예약", "held")
      case .sold: seat.taker == shell.user ? language("내 티켓", "your ticket") : language("판매 완료", "sold")
      }
    return [seat.label.text(language).clean, tierName(seat.tier.clean, language), seat.price.text(language), status]
      .joined(separator: ", ")
  }
}
