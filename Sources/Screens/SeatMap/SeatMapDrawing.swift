internal import Booking
internal import Canvas
internal import SeatingPlan

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
    drawSentence(in: &grid, layout, shell)
    if let ended { EndedToken.draw(ended, in: &grid, area, shell) }
  }

  private func drawHeader(in grid: inout Grid, _ layout: SeatMapLayout, _ shell: Shell) {
    guard let opened else { return }
    let board = opened.board
    let area = layout.header
    let language = shell.language
    if drawEntry(in: &grid, area, shell) { return }
    let title = concert.map { language($0.title).clean } ?? ""
    let filtered = filter.isOn ? "[\(filter.text.clean)] " : ""
    let text = "\(filtered)\(VenueDate(opened.session.start).shortDateAndTime(language))  \(title)"
    guard layout.panel == nil else {
      grid.put(text.fitted(to: area.width - 2, mark: shell.glyphs.ellipsis), x: 1, y: area.y, style: .bold)
      return
    }
    // Without the panel the tiers stand here: sign, name and how many are free.
    let tiers = board.tiers.indices.map { index in
      (index, " \(tierName(board.tiers[index].tier.clean, language)) \(board.freeOfTier[index]) ")
    }
    let width = tiers.reduce(0) { $0 + $1.1.cellWidth + 1 }
    var x = max(area.width / 3, area.right - 1 - width)
    grid.put(text.fitted(to: max(0, x - 2), mark: shell.glyphs.ellipsis), x: 1, y: area.y, style: .bold)
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
      caption = language("거르기: ", "Filter: ")
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

  private func drawSentence(in grid: inout Grid, _ layout: SeatMapLayout, _ shell: Shell) {
    guard let board else { return }
    let area = layout.sentence
    var text = sentence(shell)
    let isShort = !chosen.isEmpty && layout.panel == nil
    if isShort {
      let total = chosen.map { board.seats[$0].price }.sum()
      let summary = shell.language(
        "\(chosen.count)석 \(total.text(.korean))", "\(seatCount(chosen.count)), \(total.text(.english))")
      let stranded = strandedNames
      let warning = stranded.isEmpty ? "" : shell.language(" ! 홀로 남음: \(stranded)", " ! leaves \(stranded) alone")
      let isTooDear = missingMoney(shell) != nil
      let money = isTooDear ? shell.language(" ! 잔액 부족", " ! over balance") : ""
      // What is under the cursor in few words, so that the choice has room too.
      let seat = board.seats[cursor]
      let here =
        showsSections
        ? text : "\(seat.label.short.clean) \(seat.price.short(shell.language)) \(status(of: cursor, board, shell))"
      text = "\(here) | \(summary)\(money)\(warning)"
    }
    let typed = count.map { " \($0)" } ?? ""
    let room = area.width - 2 - typed.cellWidth
    var x = 1
    if range != nil {
      x = grid.put(shell.language(" 범위 ", " range "), x: x, y: area.y, style: shell.theme.chosenSeat) + 1
    }
    let after = grid.put(text.fitted(to: room - (x - 1), mark: shell.glyphs.ellipsis), x: x, y: area.y)
    grid.put(typed, x: max(after, area.right - 1 - typed.cellWidth), y: area.y, style: .bold)
  }

  /// The seat under the cursor as one sentence; where the whole hall is drawn, its section.
  func sentence(_ shell: Shell) -> String {
    guard let board, let hall else { return "" }
    let language = shell.language
    if showsSections, search?.matches.isEmpty ?? true { return sectionSentence(hall, board, shell) }
    let seat = board.seats[cursor]
    return [
      seat.label.text(language).clean, tierName(seat.tier.clean, language), seat.price.text(language),
      status(of: cursor, board, shell),
    ].joined(separator: ", ")
  }

  private func status(of place: Int, _ board: SeatBoard, _ shell: Shell) -> String {
    let language = shell.language
    let isOwn = board.own.contains(place)
    return switch board.seats[place].status {
    case .available where chosen.contains(place): language("고른 좌석", "chosen")
    case .available: language("예약 가능", "available")
    case .held: isOwn ? language("내가 임시 예약", "held by you") : language("임시 예약", "held")
    case .sold: isOwn ? language("내 티켓", "your ticket") : language("판매 완료", "sold")
    }
  }

  private func sectionSentence(_ hall: HallView, _ board: SeatBoard, _ shell: Shell) -> String {
    let language = shell.language
    let index = hall.grid.section(of: cursor)
    let section = hall.grid.sections[index]
    let tiers = board.tiersOfSection[index].map { board.tiers[$0] }
    let names = tiers.map { tierName($0.tier.clean, language) }.joined(separator: ", ")
    let prices = [tiers.last, tiers.first].compactMap { $0?.price.amount.grouped }
    let range = prices[0] == prices[1] ? prices[0] : prices.joined(separator: "–")
    let free = Int64(board.freeOfSection[index]).grouped
    let total = Int64(section.seatCount).grouped
    func text(_ tiers: String) -> String {
      language(
        "\(section.name.clean) 구역, \(tiers)\(range)원, \(total)석 중 \(free)석 예약 가능",
        "Section \(section.name.clean), \(tiers)\(range) won, \(free) of \(total) available")
    }
    // How many are free matters more than what all the tiers are called.
    let full = text(names + ", ")
    return full.cellWidth <= shell.size.width - 2 ? full : text("")
  }
}
