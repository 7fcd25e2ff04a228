internal import Booking
internal import Canvas
internal import Wording

/// Every reservation, and the ticket of each that was paid.
struct TicketsScreen: Screen {
  private var everything: [BookedSeat] = []
  private var filter = ListFilter()
  private var cursor = ListCursor()
  private var isCardOpen = false
  private var opensFirst: Bool

  /// `openFirst` shows the newest ticket at once, as after paying.
  init(openFirst: Bool = false) { opensFirst = openFirst }

  var entry: TextField? {
    get { filter.field }
    set { filter.field = newValue }
  }

  /// What the filter lets through: by title, venue or seat, in either language.
  private var bookings: [BookedSeat] {
    everything.filter { booking in
      filter.matches([
        booking.concert.title.korean, booking.concert.title.english, booking.venue.korean, booking.venue.english,
        booking.seat.short, booking.seat.text(.korean), booking.seat.text(.english),
      ])
    }
  }

  func title(_ language: Language) -> String { language("티켓", "Tickets") }

  private var chosen: BookedSeat? { cursor.index < bookings.count ? bookings[cursor.index] : nil }

  func commands(_ shell: Shell) -> [Command] {
    let unpaid =
      chosen?.payment == nil ? LocalizedText("결제한 뒤에 티켓이 나옵니다.", "Pay first to get a ticket.") : nil
    let openLabel = isCardOpen ? ("목록으로", "to the list") : ("티켓 보기", "ticket")
    return [
      Command(.open, [.enter], openLabel.0, openLabel.1, isMain: !isCardOpen, unless: unpaid),
      Command(.export, ["e"], "파일로 저장", "save as a file", isMain: chosen?.payment != nil, unless: unpaid),
    ] + (isCardOpen ? [Command(.open, [.escape, .backspace], "목록으로", "to the list", isMain: true)] : [])
      + filter.commands
      + MoveKeys.list
  }

  mutating func perform(_ act: Act, _ shell: Shell) {
    if cursor.follow(act, count: bookings.count) {
      closeCardWithoutTicket()
      return
    }
    if filter.follow(act) {
      cursor.clamp(to: bookings.count)
      return
    }
    switch act {
    case .open: isCardOpen.toggle()
    case .export:
      guard let chosen, let user = shell.account?.user else { return }
      let card = TicketCard(chosen)
      shell.effects.append(.save(name: "boxoffice-\(card.number).txt", card.text(of: user.name, shell.language)))
    default: break
    }
  }

  mutating func refresh(_ shell: Shell, _ reason: RefreshReason) {
    guard let user = shell.user else { return }
    let answer = shell.attempt { engine throws(BookingError) in try engine.bookings(of: user) }
    if let answer { everything = answer }
    if opensFirst, let paid = bookings.firstIndex(where: { $0.payment != nil }) {
      cursor.move(to: paid, of: bookings.count)
      isCardOpen = true
      opensFirst = false
    }
    cursor.clamp(to: bookings.count)
  }

  /// Where the lines stand, and the ticket under them while one is open.
  private func layout(_ area: Rect, _ shell: Shell) -> (lines: ListLines, card: (card: TicketCard, area: Rect)?) {
    let list = area.below(1)
    guard isCardOpen, let chosen, chosen.payment != nil else {
      return (ListLines(cursor, of: bookings.count, in: list), nil)
    }
    let card = TicketCard(chosen)
    let height = card.height(in: Size(width: area.width, height: area.height - 2), shell)
    let lines = ListLines(cursor, of: bookings.count, in: list.above(height))
    let y = min(list.y + bookings.count + 1, list.bottom - height)
    return (lines, (card, Rect(x: area.x, y: y, width: area.width, height: height)))
  }

  mutating func click(at place: Position, in area: Rect, _ shell: Shell) -> Key? {
    let key = cursor.follow(clickAt: place, in: layout(area, shell).lines)
    closeCardWithoutTicket()
    return key
  }

  mutating func wheel(at place: Position, down: Bool, in area: Rect, _ shell: Shell) {
    cursor.follow(wheelDown: down, count: bookings.count)
    closeCardWithoutTicket()
  }

  private mutating func closeCardWithoutTicket() { if chosen?.payment == nil { isCardOpen = false } }

  func draw(in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    let language = shell.language
    let bookings = bookings
    filter.draw(in: &grid, x: 2, y: area.y, width: area.width - 4, found: bookings.count, shell)
    guard !everything.isEmpty else {
      grid.put(language("아직 예약이 없습니다.", "No reservations yet."), x: 2, y: area.y + 1, style: .bold)
      grid.put(language("Esc를 눌러 공연 목록에서 시작하세요.", "Esc leads back to the concerts."), x: 2, y: area.y + 3)
      return
    }
    let (lines, open) = layout(area, shell)
    open?.card.draw(in: &grid, open?.area ?? area, shell)
    for (index, y) in lines.rows {
      draw(bookings[index], isChosen: index == cursor.index, in: &grid, y: y, area.width, shell)
    }
  }

  private func draw(_ booking: BookedSeat, isChosen: Bool, in grid: inout Grid, y: Int, _ width: Int, _ shell: Shell) {
    let language = shell.language
    let glyphs = shell.glyphs
    let (sign, status, isFaint): (Unicode.Scalar, String, Bool) =
      switch booking.reservation.status {
      case .held:
        (glyphs.seatOwnHold, language("임시 예약 ", "held ") + (booking.reservation.deadline - shell.now).countdown, false)
      case .confirmed: (glyphs.seatOwnTicket, language("결제 완료", "paid"), false)
      case .expired: (glyphs.seatHeld, language("시간 만료", "expired"), true)
      case .released: (glyphs.seatHeld, language("해제", "released"), true)
      }
    var style = isChosen ? shell.theme.selected : Style.plain
    if isFaint { style = style.with(.dim) }
    grid.fill(Rect(x: 0, y: y, width: width, height: 1), style: style)
    let price = booking.reservation.price.text(language)
    let end = width - price.cellWidth - 2
    let isNarrow = width < 76
    let x = grid.put("\(sign) \(status)".padded(to: isNarrow ? 15 : 17), x: 2, y: y, style: style)
    let start = VenueDate(booking.session.start).shortDateAndTime(language, at: shell.now)
    // Where there is little room, only the ticket has words for row and number.
    let line = Line(
      (isNarrow ? booking.seat.shortParts : booking.seat.parts(language)) + [
        Line.Part(.whole, start, gap: "  "), Line.Part(.title, language(booking.concert.title).clean, gap: "  "),
      ])
    line.draw(in: &grid, x: x, y: y, width: end - x - 1, style: style, shell)
    grid.put(price, x: end, y: y, style: style)
    if isChosen { grid.cursor = Position(x: 0, y: y) }
  }
}
