internal import Booking
internal import Canvas
internal import SeatingPlan
internal import Wording

extension SeatMapScreen {
  func draw(in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    let layout = SeatMapLayout(area)
    if let hall, let board {
      if isList {
        SeatListDrawing(screen: self, hall: hall, board: board, map: layout.map, shell: shell).draw(in: &grid)
      } else if zoom == .hall, let raster {
        OverviewDrawing(screen: self, hall: hall, board: board, raster: raster, map: layout.map, shell: shell)
          .draw(in: &grid)
      } else {
        HallDrawing(screen: self, hall: hall, board: board, map: layout.map, shell: shell).draw(in: &grid)
      }
      if let panel = layout.panel {
        var drawing = SeatPanel(self, hall, board, panel, shell)
        drawing.draw(in: &grid)
      }
    } else if isUnreadable {
      grid.put(shell.language(Self.unreadable), x: area.x + 2, y: area.y + 2)
    }
    drawHeader(in: &grid, layout, shell)
    if let hall, let board {
      SeatSentence(screen: self, hall: hall, board: board, shell: shell).draw(in: &grid, layout)
    }
    if let ended { EndedToken.draw(ended, in: &grid, area, shell) }
  }

  private func drawHeader(in grid: inout Grid, _ layout: SeatMapLayout, _ shell: Shell) {
    guard let opened else { return }
    let board = opened.board
    let area = layout.header
    let language = shell.language
    if drawEntry(in: &grid, area, shell) { return }
    let evening = VenueDate(opened.session.start).shortDateAndTime(language, at: shell.now)
    let line = Line([
      Line.Part(.tier, filter.isOn ? "[\(filter.text.clean)]" : ""), Line.Part(.whole, evening, gap: " "),
      Line.Part(.title, concert.map { language($0.title).clean } ?? "", gap: "  "),
    ])
    guard layout.panel == nil else {
      line.draw(in: &grid, x: 1, y: area.y, width: area.width - 2, style: .bold, shell)
      return
    }
    // Without the panel the tiers stand here: sign, name and how many are free.
    let tiers = board.tiers.indices.map { index in
      (index, " \(tierName(board.tiers[index].tier.clean, language)) \(board.freeOfTier[index]) ")
    }
    let width = tiers.reduce(0) { $0 + $1.1.cellWidth + 1 }
    // The evening stands whole, whatever tiers there are.
    var x = max(area.width / 3, evening.cellWidth + 3, area.right - 1 - width)
    line.draw(in: &grid, x: 1, y: area.y, width: max(0, x - 2), style: .bold, shell)
    let looks = SeatLooks(board.tiers, filter, shell.theme)
    for (index, text) in tiers {
      guard x + 1 + text.cellWidth <= area.right else {
        grid.put(shell.glyphs.ellipsis, x: min(x, area.right - shell.glyphs.ellipsis.cellWidth), y: area.y)
        break
      }
      grid.put(looks.free[index].sign, x: x, y: area.y, style: looks.free[index].style)
      x = grid.put(text, x: x + 1, y: area.y)
    }
  }

  /// The field in which a seat's name or a filter is typed. False when there is none.
  private func drawEntry(in grid: inout Grid, _ area: Rect, _ shell: Shell) -> Bool {
    let language = shell.language
    let (field, caption, answer): (TextField, String, String)
    if let search {
      caption = language("좌석: ", "Seat: ")
      answer =
        search.field.value.isEmpty
        ? language("구역 열 번호, 또는 그 일부", "section, row, number, or part of it")
        : search.findsNothing
          ? language("그런 좌석이 없습니다", "no such seat")
          : language("\(search.ordinal)/\(search.matches.count) ↑↓", "\(search.ordinal) of \(search.matches.count) ↑↓")
      field = search.field
    } else if let typed = filter.field {
      caption = language("필터: ", "Filter: ")
      answer =
        filter.findsNothing
        ? language("그런 등급이나 가격은 없습니다", "no such tier or price")
        : language(
          "등급이나 가격, 예: \(board?.filterExample ?? "")", "a tier or a price, such as \(board?.filterExample ?? "")")
      field = typed
    } else {
      return false
    }
    let after = grid.put(caption, x: 1, y: area.y, style: .bold)
    let room = min(24, area.width / 3)
    field.draw(in: &grid, x: after, y: area.y, width: room, style: shell.theme.field)
    grid.put(
      answer.fitted(to: max(0, area.width - after - room - 3), mark: shell.glyphs.ellipsis), x: after + room + 2,
      y: area.y, style: .dim)
    return true
  }
}
