internal import Booking
internal import Canvas
internal import SeatingPlan
internal import Wording

/// What is said below the map: the seat under the cursor, or where the whole hall is drawn its section; and where nothing
/// stands beside the map, the choice.
struct SeatSentence {
  let screen: SeatMapScreen
  let hall: HallView
  let board: SeatBoard
  let shell: Shell

  private var language: Language { shell.language }
  private var isOfSection: Bool { screen.showsSections && screen.search?.matches.isEmpty ?? true }

  func draw(in grid: inout Grid, _ layout: SeatMapLayout) {
    // A message of several lines lies over the place; what is said of the seat stands above it then.
    let y = layout.sentence.y - max(0, shell.messageLines.count - 1)
    let area = Rect(x: 0, y: y, width: layout.sentence.width, height: 1)
    grid.fill(area)
    let typed = screen.count.map { " \($0)" } ?? ""
    var x = 1
    if screen.range != nil {
      x = grid.put(language(" 범위 ", " range "), x: x, y: y, style: shell.theme.chosenSeat) + 1
    }
    let room = area.right - 1 - typed.cellWidth - x
    let isWithChoice = !screen.chosen.isEmpty && layout.panel == nil
    let line = isWithChoice ? Line(briefParts + choiceParts) : Line(parts)
    let after = line.draw(in: &grid, x: x, y: y, width: room, shell)
    grid.put(typed, x: max(after, area.right - 1 - typed.cellWidth), y: y, style: .bold)
  }

  private var parts: [Line.Part] {
    if isOfSection { return sectionParts }
    let seat = board.seats[screen.cursor]
    return seat.label.parts(language) + [
      Line.Part(.tier, tierName(seat.tier.clean, language), gap: ", "),
      Line.Part(.whole, seat.price.text(language), brief: seat.price.short(language), gap: ", "),
      Line.Part(.whole, status, gap: ", "),
    ]
  }

  /// What is under the cursor in few words, so that the choice has room too.
  private var briefParts: [Line.Part] {
    if isOfSection { return sectionParts }
    let seat = board.seats[screen.cursor]
    return seat.label.shortParts + [
      Line.Part(.whole, seat.price.short(language), gap: " "), Line.Part(.whole, status, gap: " "),
    ]
  }

  private var choiceParts: [Line.Part] {
    let total = screen.chosen.map { board.seats[$0].price }.sum()
    let summary = language(
      "\(screen.chosen.count)석 \(total.text(.korean))", "\(seatCount(screen.chosen.count)), \(total.text(.english))")
    let isTooDear = screen.missingMoney(shell) != nil
    let stranded = screen.strandedNames
    return [
      Line.Part(.whole, summary, gap: " | "),
      Line.Part(.whole, isTooDear ? language("! 잔액 부족", "! over balance") : "", gap: " "),
      Line.Part(
        .remark, stranded.isEmpty ? "" : language("! 홀로 남음: \(stranded)", "! leaves \(stranded) alone"),
        brief: language("! 홀로 남음", "! leaves one alone"), gap: " "),
    ]
  }

  private var status: String {
    let isOwn = board.own.contains(screen.cursor)
    return switch board.seats[screen.cursor].status {
    case .available where screen.chosen.contains(screen.cursor): language("고른 좌석", "chosen")
    case .available: language("예약 가능", "available")
    case .held: isOwn ? language("내가 임시 예약", "held by you") : language("임시 예약", "held")
    case .sold: isOwn ? language("내 티켓", "your ticket") : language("판매 완료", "sold")
    }
  }

  /// How many seats are free matters more than what all the tiers are called.
  private var sectionParts: [Line.Part] {
    let index = hall.grid.section(of: screen.cursor)
    let section = hall.grid.sections[index]
    let tiers = board.tiersOfSection[index].map { board.tiers[$0] }
    let prices = tiers.map(\.price.amount)
    let (low, high) = ((prices.min() ?? 0).grouped, (prices.max() ?? 0).grouped)
    let range = low == high ? low : "\(low)–\(high)"
    let (free, total) = (Int64(board.freeOfSection[index]).grouped, Int64(section.seatCount).grouped)
    return [
      Line.Part(.zone, NameWord.section.beside(section.name, language).clean),
      Line.Part(.remark, tiers.map { tierName($0.tier.clean, language) }.joined(separator: ", "), gap: ", "),
      Line.Part(.whole, language("\(range)원", "\(range) won"), gap: ", "),
      Line.Part(.whole, language("\(total)석 중 \(free)석 예약 가능", "\(free) of \(total) available"), gap: ", "),
    ]
  }
}
