internal import Booking
internal import Canvas
internal import Wording

/// The sessions of a concert that is not on sale, for who has no token: when the sale opens is told before anybody uses
/// up a turn by waiting for it.
struct EarlySessionsScreen: Screen {
  private let concert: ConcertID
  private var programmeEntry: ProgrammeEntry?
  private var cursor = ListCursor()
  /// Whether a session was on sale at the last look; nil before the first.
  private var wasOnSale: Bool?

  init(concert: ConcertID) { self.concert = concert }

  func title(_ language: Language) -> String { language("회차", "Sessions") }

  private var lines: [SessionLine] { (programmeEntry?.evenings ?? []).map(SessionLine.init) }

  /// When the sale opens; nil while it is open, and when it is over.
  private func nextOpening(_ shell: Shell) -> Timestamp? {
    SaleWords.opening(of: lines.map(\.session), at: shell.now)
  }

  func commands(_ shell: Shell) -> [Command] {
    let enter: Command =
      if shell.account?.status?.token.isLive == true {
        Command(.open, [.enter], "회차 보기", "sessions", isMain: true)
      } else if wasOnSale == true {
        Command(.joinQueue, [.enter], "대기열 참여", "join the queue", isMain: true)
      } else {
        Command(
          .joinQueue, [.enter], "미리 대기열 참여", "join the queue early", isMain: true,
          unless: nextOpening(shell) == nil ? SaleWords.over : nil)
      }
    return [enter] + MoveKeys.list
  }

  mutating func perform(_ act: Act, _ shell: Shell) {
    if cursor.follow(act, count: lines.count) { return }
    switch act {
    case .open where shell.isActive: shell.navigation = .replace(SessionsScreen(concert: concert, byHand: true))
    case .open: shell.navigation = .replace(WaitingRoomScreen(concert: concert))
    case .joinQueue where wasOnSale == true: join(shell)
    case .joinQueue: ask(shell)
    case .confirmed(.join): join(shell)
    default: break
    }
  }

  /// Who is admitted before the sale opens has nothing to choose, and the turn goes by.
  private func ask(_ shell: Shell) {
    guard let opens = nextOpening(shell).map({ VenueDate($0) }) else { return }
    let life = shell.policy.tokenLifetime
    shell.dialog = .confirm(
      [
        LocalizedText(
          "판매는 \(opens.moment(.korean, at: shell.now))에 시작합니다. 지금 대기열에 설까요?",
          "The sale opens \(opens.moment(.english, at: shell.now)). Join the queue now?"),
        LocalizedText(
          "입장하면 \(life.spoken(.korean)) 안에 차례가 끝나고, 그때까지 고를 회차가 없을 수 있습니다.",
          "A turn ends \(life.spoken(.english)) after the admission, perhaps before there is anything to choose."),
      ], yes: Dialog.Choice("y", "참여", "Join", .confirmed(.join)))
  }

  private func join(_ shell: Shell) {
    guard let user = shell.user,
      shell.attempt({ engine throws(BookingError) in try engine.issueToken(user: user) }) != nil
    else { return }
    shell.navigation = .replace(WaitingRoomScreen(concert: concert))
  }

  mutating func refresh(_ shell: Shell, _ reason: RefreshReason) {
    if reason != .key || programmeEntry == nil,
      let programme = shell.attempt({ engine throws(BookingError) in try engine.programme() })
    {
      programmeEntry = programme.first { $0.concert.id == concert }
    }
    cursor.clamp(to: lines.count)
    let isOnSale = lines.contains { $0.session.isOnSale(at: shell.now) }
    if wasOnSale == false, isOnSale {
      shell.say(.success, "판매가 시작되었습니다. Enter를 누르면 대기열에 섭니다.", "The sale is open. Enter joins the queue.")
      shell.effects.append(.ring)
    }
    wasOnSale = isOnSale
  }

  func nextChange(_ shell: Shell) -> Timestamp? {
    SaleWords.nextChange(of: lines.map(\.session), after: shell.now)
  }

  mutating func click(at place: Position, in area: Rect, _ shell: Shell) -> Key? {
    cursor.follow(clickAt: place, in: SessionsTable.rows(cursor, of: lines.count, in: area))
  }

  mutating func wheel(at place: Position, down: Bool, in area: Rect, _ shell: Shell) {
    cursor.follow(wheelDown: down, count: lines.count)
  }

  func draw(in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    let lines = lines
    let evenings = programmeEntry?.evenings ?? []
    SessionsTable(
      lines: lines, cursor: cursor, concerts: programmeEntry.map { [concert: $0.concert] } ?? [:], area: area,
      shell: shell
    ).draw(prices: evenings.indices.contains(cursor.index) ? evenings[cursor.index].prices : [], in: &grid)
    if lines.isEmpty { grid.put(shell.language(SaleWords.over), x: 2, y: area.y + 3) }
  }
}
