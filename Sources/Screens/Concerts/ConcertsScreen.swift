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
          unless: programme.isEmpty ? LocalizedText("예매할 공연이 없습니다.", "There is nothing to book.") : nil)
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

  func draw(in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    let language = shell.language
    let programme = programme
    filter.draw(in: &grid, x: 2, y: area.y, width: area.width - 4, found: programme.count, shell)
    guard !everything.isEmpty else {
      grid.put(language("지금 예매할 수 있는 공연이 없습니다.", "Nothing is bookable any more."), x: 2, y: area.y + 1, style: .bold)
      grid.put(
        language("새 공연은 이 명령으로 더할 수 있습니다:  boxoffice sample", "This command adds more concerts:  boxoffice sample"),
        x: 2,
        y: area.y + 3)
      return
    }
    for (index, entry) in programme.enumerated() where index < area.height - 6 {
      let y = area.y + 1 + index
      let style = index == cursor.index ? shell.theme.selected : Style.plain
      let dates = dateSpan(entry, language)
      let room = area.width - dates.cellWidth - 4
      let title = language(entry.concert.title).clean.padded(to: room, mark: shell.glyphs.ellipsis)
      grid.put("  \(title) \(dates) ", x: 0, y: y, style: style.with(.bold), width: area.width)
      if index == cursor.index { grid.cursor = Position(x: 0, y: y) }
    }
    guard cursor.index < programme.count else { return }
    drawDetails(of: programme[cursor.index], in: &grid, area.below(programme.count + 2), shell)
  }

  private func dateSpan(_ entry: ProgrammeEntry, _ language: Language) -> String {
    let dates = entry.evenings.map { VenueDate($0.session.start).shortDate(language) }
    guard let first = dates.first, let last = dates.last, first != last else { return dates.first ?? "" }
    return "\(first) ~ \(last)"
  }

  private func drawDetails(of entry: ProgrammeEntry, in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    let language = shell.language
    grid.put(
      String(repeating: String(shell.glyphs.horizontal), count: area.width), x: 0, y: area.y, style: shell.theme.faint)
    grid.put(language(entry.concert.artist).clean, x: 2, y: area.y + 1, style: .bold, width: area.width - 4)
    for (index, evening) in entry.evenings.enumerated() where index + 3 < area.height {
      let y = area.y + 3 + index
      let start = VenueDate(evening.session.start)
      let isNarrow = area.width < 76
      let date = isNarrow ? start.shortDateAndTime(language) : start.dateAndTime(language)
      var x = grid.put(date.padded(to: isNarrow ? 17 : 27), x: 2, y: y)
      x = grid.put(language(evening.venue).clean.padded(to: 16, mark: shell.glyphs.ellipsis), x: x + 1, y: y)
      let prices = evening.prices.map(\.price)
      let range = priceRange(prices, language, shell.glyphs)
      x = grid.put(range, x: x + 1, y: y, width: area.width - x - 3)
      if shell.now < evening.session.saleOpens {
        let opens = VenueDate(evening.session.saleOpens).shortDateAndTime(language)
        grid.put(
          language("\(opens) 판매 시작", "on sale \(opens)"), x: x + 2, y: y, style: shell.theme.faint,
          width: area.width - x - 3)
      } else if !evening.session.isOnSale(at: shell.now) {
        grid.put(language("판매 종료", "sale over"), x: x + 2, y: y, style: shell.theme.faint)
      }
    }
  }
}

/// The cheapest to the dearest, as one short text, with the unit or without.
func priceRange(_ prices: [Won], _ language: Language, _ glyphs: Glyphs, unit: Bool = true) -> String {
  guard let low = prices.min(), let high = prices.max() else { return "" }
  let amounts = low == high ? low.amount.grouped : "\(low.amount.grouped)~\(high.amount.grouped)"
  return unit ? language("\(amounts)원", "\(amounts) won") : amounts
}
