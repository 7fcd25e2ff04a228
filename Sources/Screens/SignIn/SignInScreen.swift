internal import Booking
internal import Canvas

/// Who is it? The house's people, with a filter, and a way to become one.
struct SignInScreen: Screen {
  private enum Purpose { case filter, newPerson }

  private var people: [Person] = []
  private var filter = ""
  private var purpose: Purpose?
  private var cursor = ListCursor()
  var entry: TextField?

  func title(_ language: Language) -> String { language("로그인", "Sign in") }

  func commands(_ shell: Shell) -> [Command] {
    let nobody = shown.isEmpty ? LocalizedText("찾는 사람이 없습니다.", "Nobody matches.") : nil
    return [
      Command(.open, [.enter], "로그인", "sign in", isMain: true, unless: nobody),
      Command(.search, ["/"], "찾기", "find", isMain: true),
      Command(.newPerson, ["n"], "새 사람", "new person", isMain: true),
    ] + MoveKeys.list + [Command(.back, [.escape], "찾기 지우기", "clear the filter")]
  }

  /// Those whose name or number has the filter in it.
  private var shown: [Person] {
    let wanted = filter.lowercased()
    guard !wanted.isEmpty else { return people }
    if let number = Int64(wanted) { return people.filter { $0.user.id.rawValue == number } }
    return people.filter { $0.user.name.lowercased().contains(wanted) }
  }

  mutating func perform(_ act: Act, _ shell: Shell) {
    if cursor.follow(act, count: shown.count, page: shell.size.height - 8) { return }
    switch act {
    case .open: signIn(shell)
    case .search:
      purpose = .filter
      entry = TextField(filter, limit: 40)
    case .newPerson:
      purpose = .newPerson
      entry = TextField(limit: 40)
    case .typed:
      if purpose == .filter {
        filter = entry?.value ?? ""
        cursor.move(to: 0, of: shown.count)
      }
    case .submit: submit(shell)
    case .cancelEntry, .back:
      if purpose != .newPerson { filter = "" }
      entry = nil
      purpose = nil
      cursor.clamp(to: shown.count)
    default: break
    }
  }

  private mutating func submit(_ shell: Shell) {
    guard purpose == .newPerson else {
      // A number that nobody has is refused as such; a name that nobody has is typed on.
      guard !shown.isEmpty else {
        shell.say(.unknownUser)
        return
      }
      entry = nil
      purpose = nil
      return
    }
    let name = entry?.value ?? ""
    guard let user = shell.attempt({ engine throws(BookingError) in try engine.addUser(name: name) }) else { return }
    entry = nil
    purpose = nil
    filter = ""
    refresh(shell, .returned)
    cursor.move(to: people.firstIndex { $0.user.id == user.id } ?? 0, of: people.count)
    shell.say(
      .success, "\(user.name.clean)님이 등록되었습니다. Enter를 누르면 로그인합니다.", "\(user.name.clean) is registered. Enter signs in.")
  }

  private func signIn(_ shell: Shell) {
    let shown = shown
    guard cursor.index < shown.count else { return }
    let id = shown[cursor.index].user.id
    guard let account = shell.attempt({ engine throws(BookingError) in try engine.account(of: id) }) else { return }
    shell.account = account
    tellMissedTurn(account, shell)
    shell.navigation = .start(account.holds.isEmpty ? [] : [CheckoutScreen()])
  }

  /// What happened to a token while its person was away (rule 2, and the house's time that goes on).
  private func tellMissedTurn(_ account: Account, _ shell: Shell) {
    guard case .expired(let ended, let reason, let activity?) = account.status?.token.state,
      reason == .idle || reason == .lifetime
    else { return }
    let came = VenueDate(activity.since).timeWithSeconds
    let over = VenueDate(ended).timeWithSeconds
    shell.say(
      .note, "지난 차례: \(came)에 입장, \(over)에 만료(\(reason.word(.korean))).",
      "Your turn came at \(came) and ended at \(over) (\(reason.word(.english))).")
  }

  mutating func refresh(_ shell: Shell, _ reason: RefreshReason) {
    guard reason != .key else { return }
    if let people = shell.attempt({ engine throws(BookingError) in try engine.people() }) { self.people = people }
    cursor.clamp(to: shown.count)
  }

  mutating func click(_ position: Position, in area: Rect, _ shell: Shell) -> Act? {
    let list = listArea(area)
    let window = cursor.window(of: shown.count, height: list.height)
    let index = window.lowerBound + position.y - list.y
    guard position.y >= list.y, window.contains(index) else { return nil }
    if index == cursor.index { return .open }
    cursor.move(to: index, of: shown.count)
    return nil
  }

  private func listArea(_ area: Rect) -> Rect { area.below(3).above(0) }

  func draw(in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    let language = shell.language
    let shown = shown
    if let entry, let purpose {
      let label = purpose == .filter ? language("이름이나 번호: ", "Name or number: ") : language("새 이름: ", "New name: ")
      let x = grid.put(label, x: 2, y: area.y, style: .bold)
      entry.draw(in: &grid, x: x, y: area.y, width: min(42, area.width - x - 2), style: shell.theme.field)
    } else if filter.isEmpty {
      grid.put(language("누구신가요?", "Who are you?"), x: 2, y: area.y, style: .bold)
    } else {
      grid.put(
        language("“\(filter.clean)” \(shown.count)명", "\"\(filter.clean)\": \(shown.count) found"), x: 2, y: area.y,
        style: .bold,
        width: area.width - 4)
    }
    let nameWidth = max(16, min(30, area.width - 44))
    let header =
      language("번호", "No.").rightAligned(in: 5) + "  " + language("이름", "Name").padded(to: nameWidth)
      + language("잔액", "Balance").rightAligned(in: 16) + "  " + language("대기열", "Queue")
    grid.put(header, x: 1, y: area.y + 2, style: shell.theme.faint, width: area.width - 2)
    let list = listArea(area)
    for (line, index) in cursor.window(of: shown.count, height: list.height).enumerated() {
      let person = shown[index]
      let text =
        "\(person.user.id)".rightAligned(in: 5) + "  "
        + person.user.name.clean.padded(to: nameWidth, mark: shell.glyphs.ellipsis)
        + person.user.balance.text(language).rightAligned(in: 16) + "  " + queueText(person, language)
      let isChosen = index == cursor.index
      grid.put(
        (" " + text).padded(to: area.width), x: 0, y: list.y + line, style: isChosen ? shell.theme.selected : .plain)
      if isChosen, entry == nil { grid.cursor = Position(x: 0, y: list.y + line) }
    }
    if shown.isEmpty {
      grid.put(
        language("찾는 사람이 없습니다. n을 누르면 새로 등록합니다.", "Nobody matches. n registers a new person."), x: 2, y: list.y,
        style: .dim)
    }
  }

  private func queueText(_ person: Person, _ language: Language) -> String {
    switch person.token?.state {
    case .waiting: language("대기", "waiting")
    case .active: language("활성", "active")
    case .expired, nil: ""
    }
  }
}
