internal import Booking
internal import Canvas

/// The sessions on sale, for who was admitted.
struct SessionsScreen: Screen {
  private var concert: ConcertID?
  /// The concert that the list was opened for, to come back to.
  private let firstConcert: ConcertID?
  private let isOpenedByHand: Bool
  private var onSale: [SessionListing] = []
  private var filter = ListFilter()
  private var concerts: [ConcertID: Concert] = [:]
  private var prices: [SessionID: [TierPrice]] = [:]
  private var cursor = ListCursor()
  /// Which limit ended the token, once it has ended; the list is then no longer read.
  private var ended: QueueToken.EndReason?

  var entry: TextField? {
    get { filter.field }
    set { filter.field = newValue }
  }

  /// What the filter lets through: by title, venue or date, in either language.
  private var listings: [SessionListing] {
    onSale.filter { listing in
      let title = concerts[listing.session.concert]?.title
      let date = VenueDate(listing.session.start)
      return filter.matches([
        title?.korean ?? "", title?.english ?? "", listing.venue.korean, listing.venue.english,
        date.dateAndTime(.korean), date.dateAndTime(.english), date.shortDate(.korean),
      ])
    }
  }

  /// `byHand` says that a key led here, which is an action; automatic entry is none (rule 9).
  init(concert: ConcertID?, byHand: Bool) {
    self.concert = concert
    firstConcert = concert
    isOpenedByHand = byHand
  }

  func title(_ language: Language) -> String { language("회차", "Sessions") }

  var presence: Presence? { ended == nil ? .sessions(concert) : nil }

  func commands(_ shell: Shell) -> [Command] {
    guard ended == nil else { return EndedToken.commands(shell) }
    let none = listings.isEmpty ? nothingToShow : nil
    return [Command(.open, [.enter], "좌석 보기", "seats", isMain: true, unless: none)] + filter.commands + MoveKeys.list
      + [
        concert == nil && firstConcert != nil
          ? Command(.allSessions, ["f"], "이 공연만", "this concert only", isMain: true)
          : Command(.allSessions, ["f"], "모든 공연", "all concerts", isMain: true),
        Command(.leaveQueue, ["x"], "나가기", "leave", isMain: false),
      ]
  }

  private var nothingToShow: LocalizedText {
    onSale.isEmpty
      ? LocalizedText("판매 중인 회차가 없습니다.", "No session is on sale.")
      : LocalizedText("찾는 말이 있는 회차가 없습니다.", "No session on sale has these words.")
  }

  mutating func perform(_ act: Act, _ shell: Shell) {
    if cursor.follow(act, count: listings.count) { return }
    if filter.follow(act) {
      cursor.clamp(to: listings.count)
      return
    }
    switch act {
    case .open:
      guard cursor.index < listings.count else { return }
      let listing = listings[cursor.index]
      shell.navigation = .push(SeatMapScreen(session: listing.session.id, concert: concerts[listing.session.concert]))
    case .allSessions:
      concert = concert == nil ? firstConcert : nil
      load(shell, .action)
    case .joinQueue: EndedToken.joinAgain(shell, concert: concert)
    case .leaveQueue: LeavingTheQueue.ask(shell)
    case .confirmed(.leave(let releasing)): LeavingTheQueue.leave(releasing: releasing, shell)
    default: break
    }
  }

  mutating func refresh(_ shell: Shell, _ reason: RefreshReason) {
    if ended != nil, shell.isActive { ended = nil }
    guard ended == nil else { return }
    if reason == .returned { readProgramme(shell) }
    load(shell, reason == .opened && isOpenedByHand ? .action : .refresh)
  }

  private mutating func load(_ shell: Shell, _ visit: Visit) {
    guard let user = shell.user, let status = shell.account?.status else { return }
    if case .expired(_, let reason, _) = status.token.state {
      ended = reason
      return
    }
    let answer = shell.attempt { [concert] engine throws(BookingError) in
      try engine.sessions(caller: user, token: status.token.credential, concert: concert, visit: visit)
    }
    if let answer { onSale = answer }
    // Another terminal may have added concerts since, and a tester may have changed prices.
    if onSale.contains(where: { concerts[$0.session.concert] == nil || !isPriced($0) }) { readProgramme(shell) }
    cursor.clamp(to: listings.count)
  }

  func draw(in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    let language = shell.language
    let listings = listings
    filter.draw(in: &grid, x: 2, y: area.y, width: area.width - 4, found: listings.count, shell)
    let columns = Columns(width: area.width)
    let y = area.y + 1
    for (x, name) in [
      (Columns.date, language("일시", "Date")), (Columns.title, language("공연", "Concert")),
      (
        columns.bar + (columns.isNarrow ? 1 : 0),
        columns.isNarrow ? language("잔여", "Left") : language("잔여 좌석", "Seats left")
      ), (columns.price, language("가격", "Price")),
    ] {
      grid.put(name, x: x, y: y, style: shell.theme.faint)
    }
    for (index, y) in lines(area).rows {
      draw(listings[index], isChosen: index == cursor.index, in: &grid, y: y, columns, shell)
    }
    if listings.isEmpty {
      grid.put(language(nothingToShow), x: 2, y: area.y + 3)
    } else {
      drawDetails(of: listings[cursor.index], in: &grid, area, shell)
    }
    if let ended { EndedToken.draw(ended, in: &grid, area, shell) }
  }

  /// Whether the prices that are known are those of the list.
  private func isPriced(_ listing: SessionListing) -> Bool {
    let known = (prices[listing.session.id] ?? []).map(\.price)
    return known.min() == listing.lowestPrice && known.max() == listing.highestPrice
  }

  private mutating func readProgramme(_ shell: Shell) {
    let programme = shell.attempt { engine throws(BookingError) in try engine.programme() }
    for entry in programme ?? [] {
      concerts[entry.concert.id] = entry.concert
      for evening in entry.evenings { prices[evening.session.id] = evening.prices }
    }
  }

  /// Where the list's columns begin.
  private struct Columns {
    static let date = 2
    static let title = 22
    let bar: Int
    let barWidth: Int
    let price: Int
    let end: Int
    /// Without the bar and the total.
    let isNarrow: Bool

    init(width: Int) {
      end = width
      isNarrow = width < 76
      price = width - 19
      barWidth = isNarrow ? 0 : width >= 100 ? 16 : 6
      bar = price - (isNarrow ? 9 : 15) - barWidth
    }
  }

  private func lines(_ area: Rect) -> ListLines {
    let list = Rect(x: area.x, y: area.y + 2, width: area.width, height: max(1, area.height - 8))
    return ListLines(cursor, of: listings.count, in: list)
  }

  mutating func click(at place: Position, in area: Rect, _ shell: Shell) -> Key? {
    ended == nil ? cursor.follow(clickAt: place, in: lines(area)) : nil
  }

  mutating func wheel(at place: Position, down: Bool, in area: Rect, _ shell: Shell) {
    if ended == nil { cursor.follow(wheelDown: down, count: listings.count) }
  }

  private func draw(
    _ listing: SessionListing, isChosen: Bool, in grid: inout Grid, y: Int, _ columns: Columns, _ shell: Shell
  ) {
    let language = shell.language
    let isSoldOut = listing.remaining == 0
    var style = isChosen ? shell.theme.selected : Style.plain
    if isSoldOut { style = style.with(.dim) }
    grid.fill(Rect(x: 0, y: y, width: columns.end, height: 1), style: style)
    grid.put(VenueDate(listing.session.start).shortDateAndTime(language), x: Columns.date, y: y, style: style)
    let title = concerts[listing.session.concert].map { language($0.title).clean } ?? ""
    grid.put(
      title.fitted(to: columns.bar - Columns.title - 2, mark: shell.glyphs.ellipsis), x: Columns.title, y: y,
      style: style)
    grid.put(
      shell.glyphs.bar(listing.remaining, of: listing.total, width: columns.barWidth), x: columns.bar, y: y,
      style: shell.theme.bar)
    let left = listing.remaining.grouped
    let count =
      isSoldOut ? language("매진", "sold out") : columns.isNarrow ? left : "\(left)/\(listing.total.grouped)"
    grid.put(count, x: columns.bar + columns.barWidth + 1, y: y, style: style)
    let prices = priceRange([listing.lowestPrice, listing.highestPrice], language, shell.glyphs, unit: false)
    grid.put(prices, x: columns.price, y: y, style: style, width: columns.end - columns.price)
    if isChosen { grid.cursor = Position(x: 0, y: y) }
  }

  /// The chosen session in full, under the list.
  private func drawDetails(of listing: SessionListing, in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    let language = shell.language
    let y = area.bottom - 5
    grid.put(
      String(repeating: String(shell.glyphs.horizontal), count: area.width), x: 0, y: y, style: shell.theme.faint)
    let concert = concerts[listing.session.concert]
    let title = concert.map { "\(language($0.title).clean)  \(language($0.artist).clean)" } ?? ""
    grid.put(title.fitted(to: area.width - 4, mark: shell.glyphs.ellipsis), x: 2, y: y + 1, style: .bold)
    grid.put(
      "\(VenueDate(listing.session.start).dateAndTime(language))  \(language(listing.venue).clean)", x: 2, y: y + 2,
      width: area.width - 4)
    let tiers = (prices[listing.session.id] ?? []).map {
      "\(tierName($0.tier.clean, language)) \($0.price.amount.grouped)"
    }.joined(separator: "   ")
    grid.put(tiers.fitted(to: area.width - 4, mark: shell.glyphs.ellipsis), x: 2, y: y + 3)
    let closes = VenueDate(listing.session.saleCloses).shortDateAndTime(language)
    grid.put(
      language("\(closes)까지 판매", "on sale until \(closes)"), x: 2, y: y + 4, style: shell.theme.faint,
      width: area.width - 4)
  }
}
