internal import Booking
internal import Canvas
internal import Wording

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
        // Who comes before the sale opens sees when it does before a turn is used up.
        isOnSale(shell)
          ? Command(
            .joinQueue, [.enter], "대기열 참여", "join the queue", isMain: true,
            unless: everything.isEmpty ? LocalizedText("예매할 공연이 없습니다.", "There is nothing to book.") : nil)
          : Command(.open, [.enter], "회차 보기", "sessions", isMain: true)
      }
    return [enter] + filter.commands + MoveKeys.list + [
      Command(.signOut, [.escape, .backspace], "로그아웃", "sign out", isMain: true),
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
      } else if shell.account?.status?.token.isLive != true, let chosen {
        shell.navigation = .push(EarlySessionsScreen(concert: chosen))
      } else {
        shell.navigation = .push(WaitingRoomScreen(concert: chosen))
      }
    default: break
    }
  }

  /// Whether a session of the chosen concert is on sale; where none is chosen, the house is.
  private func isOnSale(_ shell: Shell) -> Bool {
    guard cursor.index < programme.count else { return true }
    return programme[cursor.index].evenings.contains { $0.session.isOnSale(at: shell.now) }
  }

  func nextChange(_ shell: Shell) -> Timestamp? {
    SaleWords.nextChange(of: everything.flatMap(\.evenings).map(\.session), after: shell.now)
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
        language("새 공연은 이 명령으로 더할 수 있습니다:  ", "This command adds more concerts:  ") + shell.sampleCommand,
        x: 2, y: area.y + 1, width: area.width - 3)
    }
    let lines = lines(area, shell)
    for (index, y) in lines.rows {
      let entry = programme[index]
      let style = index == cursor.index ? shell.theme.selected : Style.plain
      let dates = dateSpan(entry, shell)
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

  private func dateSpan(_ entry: ProgrammeEntry, _ shell: Shell) -> String {
    let language = shell.language
    let dates = entry.evenings.map { VenueDate($0.session.start).shortDate(language, at: shell.now) }
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
    let shown = entry.evenings.prefix(list.height)
    let columns = Columns(of: shown, area.width, shell)
    for (line, evening) in shown.enumerated() {
      let isLast = line == list.height - 1 && line < entry.evenings.count - 1
      if isLast {
        let more = entry.evenings.count - line
        grid.put(language("외 \(more)회", "and \(more) more"), x: 2, y: list.y + line, style: shell.theme.faint)
      } else {
        columns.draw(evening, in: &grid, y: list.y + line)
      }
    }
  }
}

/// The evenings of a concert in columns: date, venue, prices, and until or from when it is on sale. The venue gives way
/// first; until when it is on sale is left out where it does not fit, and what does not fit whole is said in short.
private struct Columns {
  private let shell: Shell
  private let width: Int
  private let dates: Int
  private let venues: Int
  private let prices: Int
  private let sales: Int
  private let arePricesShort: Bool

  init(of evenings: some Sequence<ProgrammeEntry.Evening>, _ width: Int, _ shell: Shell) {
    self.shell = shell
    self.width = width
    func widest(_ text: (ProgrammeEntry.Evening) -> String) -> Int { evenings.map { text($0).cellWidth }.max() ?? 0 }
    dates = max(width >= 100 ? 27 : 17, widest { Self.date($0, width, shell) })
    let wished = max(15, min(30, widest { shell.language($0.venue).clean }))
    let sale = widest { Self.sale($0, shell) }
    let isAnyToOpen = evenings.contains { shell.now < $0.session.saleOpens }
    let full = max(18, widest { Self.prices($0, shell, isShort: false) })
    let short = widest { Self.prices($0, shell, isShort: true) }
    // Two cells before the date, and one before each of the others and at the end.
    let room = width - 2 - dates - 3
    let least = min(wished, 6)
    let ways = [(full, sale), (short, sale)] + (isAnyToOpen ? [] : [(full, 0), (short, 0)])
    let fitting = ways.first { room - $0.0 - ($0.1 > 0 ? $0.1 + 1 : 0) >= least }
    (prices, sales) = fitting ?? (short, isAnyToOpen ? sale : 0)
    arePricesShort = prices == short && short < full
    venues = max(0, min(wished, room - prices - (sales > 0 ? sales + 1 : 0)))
  }

  private static func date(_ evening: ProgrammeEntry.Evening, _ width: Int, _ shell: Shell) -> String {
    let start = VenueDate(evening.session.start)
    return width >= 100
      ? start.dateAndTime(shell.language) : start.shortDateAndTime(shell.language, at: shell.now)
  }

  private static func prices(_ evening: ProgrammeEntry.Evening, _ shell: Shell, isShort: Bool) -> String {
    let prices = evening.prices.map(\.price)
    let language = shell.language
    return isShort
      ? priceRange(prices, language, shell.glyphs, unit: false) { $0.short(language) }
      : priceRange(prices, language, shell.glyphs)
  }

  private static func sale(_ evening: ProgrammeEntry.Evening, _ shell: Shell) -> String {
    SaleWords.brief(evening.session, shell.language, at: shell.now)
  }

  func draw(_ evening: ProgrammeEntry.Evening, in grid: inout Grid, y: Int) {
    let language = shell.language
    var x = grid.put(Self.date(evening, width, shell).padded(to: dates), x: 2, y: y) + 1
    let venue = language(evening.venue).clean
    x = grid.put(venue.padded(to: venues, mark: shell.glyphs.ellipsis), x: x, y: y) + 1
    x = grid.put(Self.prices(evening, shell, isShort: arePricesShort).padded(to: prices), x: x, y: y) + 1
    let sale = Self.sale(evening, shell)
    if sale.cellWidth <= sales { grid.put(sale, x: x, y: y, style: shell.theme.faint) }
  }
}

/// The cheapest to the dearest, as one short text, with the unit or without.
func priceRange(
  _ prices: [Won], _ language: Language, _ glyphs: Glyphs, unit: Bool = true,
  text: (Won) -> String = { $0.amount.grouped }
) -> String {
  guard let low = prices.min(), let high = prices.max() else { return "" }
  let range = language("~", "-")
  let amounts = low == high ? text(low) : "\(text(low))\(range)\(text(high))"
  return unit ? language("\(amounts)원", "\(amounts) won") : amounts
}
