internal import Booking
internal import Canvas

/// The programme. Remaining seats are for those who were admitted; everything else stands here.
struct ConcertsScreen: Screen {
  private var everything: [ProgrammeEntry] = []
  private var cursor = ListCursor()
  private var filter = ListFilter()

  var entry: TextField? {
    get { filter.field }
    set { filter.field = newValue }
  }

  /// What the filter lets through: by title, artist or venue, in either language.
  private var programme: [ProgrammeEntry] {
    everything.filter { entry in
      filter.matches(
        ([entry.concert.title, entry.concert.artist] + entry.evenings.map(\.venue)).flatMap { [$0.korean, $0.english] })
    }
  }

  func title(_ language: Language) -> String { language("공연", "Concerts") }

  func commands(_ shell: Shell) -> [Command] {
    let enter: Command =
      switch shell.account?.status?.token.state {
      case .active: Command(.open, [.enter], "회차 보기", "sessions", isMain: true)
      case .waiting: Command(.open, [.enter], "대기실로", "waiting room", isMain: true)
      case .expired, nil:
        Command(
          .joinQueue, [.enter], "대기열 참여", "join the queue", isMain: true,
          unless: everything.isEmpty ? LocalizedText("예매할 공연이 없습니다.", "There is nothing to book.") : nil)
      }
    return [enter] + filter.commands + MoveKeys.list + [
      Command(.signOut, [.escape, .backspace], "다른 사람으로", "sign out", isMain: true),
      Command(.wallet, ["w"], "지갑", "wallet", isMain: true),
      Command(.tickets, ["t"], "티켓", "tickets", isMain: true),
    ]
  }

  mutating func perform(_ act: Act, _ shell: Shell) {
    if cursor.follow(act, count: programme.count) { return }
    if filter.follow(act) {
      cursor.clamp(to: programme.count)
      return
    }
    switch act {
    case .joinQueue:
      guard let user = shell.user,
        shell.attempt({ engine throws(BookingError) in try engine.issueToken(user: user) }) != nil
      else { return }
      shell.navigation = .push(WaitingRoomScreen(concert: chosen))
    case .open:
      if shell.isActive {
        shell.navigation = .push(SessionsScreen(concert: chosen, byHand: true))
      } else {
        shell.navigation = .push(WaitingRoomScreen(concert: chosen))
      }
    default: break
    }
  }

  private var chosen: ConcertID? { cursor.index < programme.count ? programme[cursor.index].concert.id : nil }

  mutating func refresh(_ shell: Shell, _ reason: RefreshReason) {
    guard reason != .key || everything.isEmpty else { return }
    if let programme = shell.attempt({ engine throws(BookingError) in try engine.programme() }) {
      everything = programme
    }
    cursor.clamp(to: programme.count)
  }

  /// Whether nothing is bookable any more, which is said over the list.
  private func isOver(_ shell: Shell) -> Bool {
    !everything.contains { entry in entry.evenings.contains { isBookable($0.session, shell) } }
  }

  private func lines(_ area: Rect, _ shell: Shell) -> ListLines {
    let top = area.below(isOver(shell) ? 3 : 1)
    let most = max(1, area.height - 8)
    return ListLines(
      cursor, of: programme.count, in: Rect(x: top.x, y: top.y, width: top.width, height: min(most, programme.count)))
  }

  mutating func click(at place: Position, in area: Rect, _ shell: Shell) -> Key? {
    cursor.follow(clickAt: place, in: lines(area, shell))
  }

  mutating func wheel(at place: Position, down: Bool, in area: Rect, _ shell: Shell) {
    cursor.follow(wheelDown: down, count: programme.count)
  }

  func draw(in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    let language = shell.language
    let programme = programme
    filter.draw(in: &grid, x: 2, y: area.y, width: area.width - 4, found: programme.count, shell)
    if isOver(shell) {
      grid.put(language("지금 예매할 수 있는 공연이 없습니다.", "Nothing is bookable any more."), x: 2, y: area.y, style: .bold)
      grid.put(
        language("새 공연은 이 명령으로 더할 수 있습니다:  boxoffice sample", "This command adds more concerts:  boxoffice sample"),
        x: 2,
        y: area.y + 1)
    }
    let lines = lines(area, shell)
    for (index, y) in lines.rows {
      let entry = programme[index]
      let style = index == cursor.index ? shell.theme.selected : Style.plain
      let dates = dateSpan(entry, language)
      let room = area.width - dates.cellWidth - 4
      let title = language(entry.concert.title).clean.padded(to: room, mark: shell.glyphs.ellipsis)
      grid.put("  \(title) \(dates) ", x: 0, y: y, style: style.with(.bold), width: area.width)
      if index == cursor.index { grid.cursor = Position(x: 0, y: y) }
    }
    guard cursor.index < programme.count else { return }
    let used = lines.bottom + 1 - area.y
    drawDetails(of: programme[cursor.index], in: &grid, area.below(used), shell)
  }

  private func isBookable(_ session: Session, _ shell: Shell) -> Bool {
    shell.now < session.saleCloses && shell.now < session.start
  }

  private func dateSpan(_ entry: ProgrammeEntry, _ language: Language) -> String {
    let dates = entry.evenings.map { VenueDate($0.session.start).shortDate(language) }
    guard let first = dates.first, let last = dates.last, first != last else { return dates.first ?? "" }
    return language("\(first) ~ \(last)", "\(first) - \(last)")
  }

  private func drawDetails(of entry: ProgrammeEntry, in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    let language = shell.language
    guard area.height >= 2 else { return }
    grid.put(
      String(repeating: String(shell.glyphs.horizontal), count: area.width), x: 0, y: area.y, style: shell.theme.faint)
    grid.put(
      language(entry.concert.artist).clean.fitted(to: area.width - 4, mark: shell.glyphs.ellipsis), x: 2, y: area.y + 1,
      style: .bold)
    let list = area.below(area.height > entry.evenings.count + 2 ? 3 : 2)
    for (line, evening) in entry.evenings.enumerated() where line < list.height {
      let isLast = line == list.height - 1 && line < entry.evenings.count - 1
      if isLast {
        let more = entry.evenings.count - line
        grid.put(language("외 \(more)회", "and \(more) more"), x: 2, y: list.y + line, style: shell.theme.faint)
      } else {
        draw(evening, in: &grid, y: list.y + line, area.width, shell)
      }
    }
  }

  /// Date, venue, prices, and until or from when it is on sale; what does not fit whole is left out.
  private func draw(_ evening: ProgrammeEntry.Evening, in grid: inout Grid, y: Int, _ width: Int, _ shell: Shell) {
    let language = shell.language
    let start = VenueDate(evening.session.start)
    let isWide = width >= 100
    let date = isWide ? start.dateAndTime(language) : start.shortDateAndTime(language)
    var x = grid.put(date.padded(to: isWide ? 27 : 17), x: 2, y: y)
    x = grid.put(language(evening.venue).clean.padded(to: 15, mark: shell.glyphs.ellipsis), x: x + 1, y: y)
    let prices = priceRange(evening.prices.map(\.price), language, shell.glyphs)
    if x + 1 + prices.cellWidth < width { x = grid.put(prices.padded(to: 18), x: x + 1, y: y, width: width - x - 1) }
    let sale = saleNote(evening.session, shell)
    if x + 1 + sale.cellWidth < width { grid.put(sale, x: x + 1, y: y, style: shell.theme.faint) }
  }

  private func saleNote(_ session: Session, _ shell: Shell) -> String {
    let language = shell.language
    if shell.now < session.saleOpens {
      let opens = VenueDate(session.saleOpens).shortDateAndTime(language)
      return language("\(opens) 판매 시작", "from \(opens)")
    }
    guard isBookable(session, shell) else { return language("판매 종료", "sale over") }
    let closes = VenueDate(session.saleCloses).shortDateAndTime(language)
    return language("\(closes)까지", "until \(closes)")
  }
}

/// The cheapest to the dearest, as one short text, with the unit or without.
func priceRange(_ prices: [Won], _ language: Language, _ glyphs: Glyphs, unit: Bool = true) -> String {
  guard let low = prices.min(), let high = prices.max() else { return "" }
  let range = language("~", "-")
  let amounts = low == high ? low.amount.grouped : "\(low.amount.grouped)\(range)\(high.amount.grouped)"
  return unit ? language("\(amounts)원", "\(amounts) won") : amounts
}
