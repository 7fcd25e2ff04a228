internal import Booking
internal import Canvas
internal import Wording

/// The sessions on sale, for who was admitted, and among them those whose sale opens later, greyed.
struct SessionsScreen: Screen {
  private var concert: ConcertID?
  /// The concert that the list was opened for, to come back to.
  private let firstConcert: ConcertID?
  private let isOpenedByHand: Bool
  private var onSale: [SessionListing] = []
  private var filter = ListFilter()
  private var programme: [ProgrammeEntry] = []
  private var cursor = ListCursor()
  /// Booking time of the last look.
  private var now = Timestamp(milliseconds: 0)
  /// Which limit ended the token, once it has ended; the list is then no longer read.
  private var ended: QueueToken.EndReason?

  /// `byHand` says that a key led here, which is an action; automatic entry is none (rule 9).
  init(concert: ConcertID?, byHand: Bool) {
    self.concert = concert
    firstConcert = concert
    isOpenedByHand = byHand
  }

  var entry: TextField? {
    get { filter.field }
    set { filter.field = newValue }
  }

  func title(_ language: Language) -> String { language("회차", "Sessions") }

  var presence: Presence? { ended == nil ? .sessions(concert) : nil }

  private var concerts: [ConcertID: Concert] {
    Dictionary(uniqueKeysWithValues: programme.map { ($0.concert.id, $0.concert) })
  }

  /// What the filter lets through: by title, venue or date, in either language.
  private var lines: [SessionLine] {
    let concerts = concerts
    return everything.filter { line in
      let title = concerts[line.session.concert]?.title
      let date = VenueDate(line.session.start)
      return filter.matches([
        title?.korean ?? "", title?.english ?? "", line.venue.korean, line.venue.english,
        date.dateAndTime(.korean), date.dateAndTime(.english), date.shortDate(.korean, at: now),
      ])
    }
  }

  /// By start, then number: rule 3's list, and what is not on sale yet.
  private var everything: [SessionLine] {
    let later = programme.filter { concert == nil || $0.concert.id == concert }.flatMap(\.evenings).filter {
      now < $0.session.saleOpens
    }
    guard !later.isEmpty else { return onSale.map(SessionLine.init) }
    return (onSale.map(SessionLine.init) + later.map(SessionLine.init)).sorted {
      ($0.session.start, $0.session.id) < ($1.session.start, $1.session.id)
    }
  }

  func nextChange(_ shell: Shell) -> Timestamp? {
    ended == nil ? SaleWords.nextChange(of: lines.map(\.session), after: shell.now) : nil
  }

  func commands(_ shell: Shell) -> [Command] {
    guard ended == nil else { return EndedToken.commands(shell) }
    let lines = lines
    let obstacle = lines.indices.contains(cursor.index) ? lines[cursor.index].obstacle(at: now) : nothingToShow
    return [Command(.open, [.enter], "좌석 보기", "seats", isMain: true, unless: obstacle)] + filter.commands
      + MoveKeys.list
      + [
        concert == nil && firstConcert != nil
          ? Command(.allSessions, ["f"], "이 공연만", "this concert only", isMain: true)
          : Command(.allSessions, ["f"], "모든 공연", "all concerts", isMain: true),
        Command(.leaveQueue, ["x"], "나가기", "leave", isMain: false),
      ]
  }

  private var nothingToShow: LocalizedText {
    everything.isEmpty
      ? LocalizedText("판매 중인 회차가 없습니다.", "No session is on sale.")
      : LocalizedText("찾는 말이 있는 회차가 없습니다.", "No session matches.")
  }

  mutating func perform(_ act: Act, _ shell: Shell) {
    if cursor.follow(act, count: lines.count) { return }
    if filter.follow(act) {
      cursor.clamp(to: lines.count)
      return
    }
    switch act {
    case .open:
      let lines = lines
      guard lines.indices.contains(cursor.index), lines[cursor.index].isOnSale else { return }
      let session = lines[cursor.index].session
      shell.navigation = .push(SeatMapScreen(session: session.id, concert: concerts[session.concert]))
    case .allSessions:
      concert = concert == nil ? firstConcert : nil
      load(shell, .action)
    case .joinQueue:
      if let concert, SaleWords.opening(of: everything.map(\.session), at: shell.now) != nil {
        // Another turn would go by like the last one.
        shell.navigation = .start([EarlySessionsScreen(concert: concert)])
      } else {
        EndedToken.joinAgain(shell, concert: concert)
      }
    case .leaveQueue: LeavingTheQueue.ask(shell)
    case .confirmed(.leave(let releasing)): LeavingTheQueue.leave(releasing: releasing, shell)
    default: break
    }
  }

  mutating func refresh(_ shell: Shell, _ reason: RefreshReason) {
    now = shell.now
    if ended != nil, shell.isActive { ended = nil }
    guard ended == nil else { return }
    if reason == .opened || reason == .returned { readProgramme(shell) }
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
    if !onSale.allSatisfy(isKnown) { readProgramme(shell) }
    cursor.clamp(to: lines.count)
  }

  /// Whether the session is in the programme as it was read, with the prices of the list.
  private func isKnown(_ listing: SessionListing) -> Bool {
    let known = tiers(of: listing.session).map(\.price)
    return known.min() == listing.lowestPrice && known.max() == listing.highestPrice
  }

  private func tiers(of session: Session) -> [TierPrice] {
    programme.first { $0.concert.id == session.concert }?.evenings.first { $0.session.id == session.id }?.prices ?? []
  }

  private mutating func readProgramme(_ shell: Shell) {
    if let read = shell.attempt({ engine throws(BookingError) in try engine.programme() }) { programme = read }
  }

  mutating func click(at place: Position, in area: Rect, _ shell: Shell) -> Key? {
    ended == nil ? cursor.follow(clickAt: place, in: SessionsTable.rows(cursor, of: lines.count, in: area)) : nil
  }

  mutating func wheel(at place: Position, down: Bool, in area: Rect, _ shell: Shell) {
    if ended == nil { cursor.follow(wheelDown: down, count: lines.count) }
  }

  func draw(in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    let lines = lines
    filter.draw(in: &grid, x: 2, y: area.y, width: area.width - 4, found: lines.count, shell)
    let tiers = lines.indices.contains(cursor.index) ? tiers(of: lines[cursor.index].session) : []
    SessionsTable(lines: lines, cursor: cursor, concerts: concerts, area: area, shell: shell)
      .draw(prices: tiers, in: &grid)
    if lines.isEmpty { grid.put(shell.language(nothingToShow), x: 2, y: area.y + 3) }
    if let ended { EndedToken.draw(ended, in: &grid, area, shell) }
  }
}
