internal import Booking
internal import Canvas

/// The sessions on sale, for who was admitted.
struct SessionsScreen: Screen {
  private var concert: ConcertID?
  /// The concert that the list was opened for, to come back to.
  private let firstConcert: ConcertID?
  private let isOpenedByHand: Bool
  private var listings: [SessionListing] = []
  private var concerts: [ConcertID: Concert] = [:]
  private var cursor = ListCursor()
  /// Which limit ended the token, once it has ended; the list is then no longer read.
  private var ended: QueueToken.EndReason?

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
    let none = listings.isEmpty ? LocalizedText("판매 중인 회차가 없습니다.", "No session is on sale.") : nil
    return [Command(.open, [.enter], "좌석 보기", "seats", isMain: true, unless: none)] + MoveKeys.list + [
      concert == nil && firstConcert != nil
        ? Command(.allSessions, ["f"], "이 공연만", "this concert only", isMain: true)
        : Command(.allSessions, ["f"], "모든 공연", "all concerts", isMain: true),
      Command(.leaveQueue, ["x"], "나가기", "leave", isMain: false),
    ]
  }

  mutating func perform(_ act: Act, _ shell: Shell) {
    if cursor.follow(act, count: listings.count) { return }
    switch act {
    case .open:
      guard cursor.index < listings.count else { return }
      let listing = listings[cursor.index]
      shell.navigation = .push(SeatMapScreen(session: listing.session.id, concert: concerts[listing.session.concert]))
    case .allSessions:
      concert = concert == nil ? firstConcert : nil
      load(shell, .action)
    case .joinQueue: EndedToken.joinAgain(shell, concert: concert)
    case .leaveQueue, .confirmed(.leave):
      var room = WaitingRoomScreen(concert: concert)
      room.perform(act, shell)
    default: break
    }
  }

  mutating func refresh(_ shell: Shell, _ reason: RefreshReason) {
    if ended != nil, shell.isActive { ended = nil }
    guard ended == nil else { return }
    load(shell, reason == .opened && isOpenedByHand ? .action : .refresh)
  }

  private mutating func load(_ shell: Shell, _ visit: Visit) {
    guard let user = shell.user, let status = shell.account?.status else { return }
    if case .expired(_, let reason, _) = status.token.state {
      ended = reason
      return
    }
    if concerts.isEmpty, let programme = shell.attempt({ engine throws(BookingError) in try engine.programme() }) {
      for entry in programme { concerts[entry.concert.id] = entry.concert }
    }
    let answer = shell.attempt { [concert] engine throws(BookingError) in
      try engine.sessions(caller: user, token: status.token.credential, concert: concert, visit: visit)
    }
    if let answer { listings = answer }
    cursor.clamp(to: listings.count)
  }

  mutating func click(_ position: Position, in area: Rect, _ shell: Shell) -> Act? {
    let window = cursor.window(of: listings.count, height: area.height - 3)
    let index = window.lowerBound + position.y - area.y - 2
    guard ended == nil, position.y >= area.y + 2, window.contains(index) else { return nil }
    if index == cursor.index { return .open }
    cursor.move(to: index, of: listings.count)
    return nil
  }

  func draw(in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    let language = shell.language
    let isWide = area.width >= 100
    let titleWidth = max(12, area.width - (isWide ? 84 : 59))
    let header =
      "  " + language("일시", "Date").padded(to: 20) + language("공연", "Concert").padded(to: titleWidth + 1)
      + (isWide ? language("공연장", "Venue").padded(to: 17) : "")
      + language("잔여 좌석", "Seats left").padded(to: isWide ? 28 : 20)
      + language("가격", "Price")
    grid.put(header, x: 0, y: area.y + 1, style: shell.theme.faint, width: area.width)
    for (line, index) in cursor.window(of: listings.count, height: area.height - 3).enumerated() {
      let listing = listings[index]
      let isSoldOut = listing.remaining == 0
      var style = index == cursor.index ? shell.theme.selected : Style.plain
      if isSoldOut { style = style.with(.dim) }
      let y = area.y + 2 + line
      grid.fill(Rect(x: 0, y: y, width: area.width, height: 1), style: style)
      grid.put(VenueDate(listing.session.start).shortDateAndTime(language), x: 2, y: y, style: style, width: 19)
      let title = concerts[listing.session.concert].map { language($0.title).clean } ?? ""
      var x = grid.put(title.padded(to: titleWidth, mark: shell.glyphs.ellipsis), x: 22, y: y, style: style)
      if isWide {
        x = grid.put(
          language(listing.venue).clean.padded(to: 16, mark: shell.glyphs.ellipsis), x: x + 1, y: y, style: style)
      }
      x = grid.put(
        shell.glyphs.bar(listing.remaining, of: listing.total, width: isWide ? 14 : 8), x: x + 1, y: y, style: style)
      let count = isSoldOut ? language("매진", "sold out") : "\(listing.remaining.grouped)/\(listing.total.grouped)"
      x = grid.put(" " + count.padded(to: isWide ? 13 : 11), x: x, y: y, style: style)
      grid.put(
        priceRange([listing.lowestPrice, listing.highestPrice], language, shell.glyphs), x: x, y: y, style: style,
        width: area.width - x)
      if index == cursor.index { grid.cursor = Position(x: 0, y: y) }
    }
    if listings.isEmpty {
      grid.put(language("판매 중인 회차가 없습니다.", "No session is on sale."), x: 2, y: area.y + 3)
    }
    if let ended { EndedToken.draw(ended, in: &grid, area, shell) }
  }
}
