internal import Booking
internal import Canvas
internal import Wording

/// Who is it? The house's people, with a filter, and a way to become one.
struct SignInScreen: Screen {
  private var people: [Person] = []
  private var cursor = ListCursor()
  private var filter = ListFilter()
  /// The name of somebody new, while it is typed.
  private var newName: TextField?

  var entry: TextField? {
    get { newName ?? filter.field }
    set { if newName != nil { newName = newValue } else { filter.field = newValue } }
  }

  func title(_ language: Language) -> String { language("로그인", "Sign in") }

  func commands(_ shell: Shell) -> [Command] {
    let nobody = shown.isEmpty ? LocalizedText("찾는 사람이 없습니다.", "Nobody matches.") : nil
    return [Command(.open, [.enter], "로그인", "sign in", isMain: true, unless: nobody)] + filter.commands
      + [Command(.newPerson, ["n"], "새 사람", "new person", isMain: true)] + MoveKeys.list
  }

  /// Those whose name has the filter in it, or whose number it is.
  private var shown: [Person] {
    if let number = Int64(filter.text) { return people.filter { $0.user.id.rawValue == number } }
    return people.filter { filter.matches([$0.user.name]) }
  }

  mutating func perform(_ act: Act, _ shell: Shell) {
    if cursor.follow(act, count: shown.count, page: shell.size.height - 8) { return }
    switch (act, newName) {
    case (.open, _): signIn(shell)
    case (.newPerson, _): newName = TextField(limit: 40)
    case (.submit, let name?): register(name.value, shell)
    case (.typed, .some): break
    case (.cancelEntry, .some): newName = nil
    case (.submit, nil) where shown.isEmpty:
      // A number that nobody has is refused as such; the field stays open to be mended.
      shell.say(.unknownUser)
    default:
      guard filter.follow(act) else { return }
      if act == .typed { cursor.move(to: 0, of: shown.count) } else { cursor.clamp(to: shown.count) }
    }
  }

  /// What a name's length is measured in here: cells of the screen.
  private static let longestName = 40

  private mutating func register(_ name: String, _ shell: Shell) {
    let name = name.composed
    guard name.cellWidth <= Self.longestName else {
      shell.say(.invalidName(.tooLong(Self.longestName)))
      return
    }
    guard let user = shell.attempt({ engine throws(BookingError) in try engine.addUser(name: name) }) else {
      return
    }
    newName = nil
    filter = ListFilter()
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
    let came = VenueDate(activity.since)
    let over = VenueDate(ended)
    func times(_ language: Language) -> (came: String, over: String) {
      // A turn that went over midnight has two dates; another has its date once.
      let end =
        came.date(language) == over.date(language)
        ? over.timeWithSeconds : over.momentWithSeconds(language, at: shell.now)
      return (came.momentWithSeconds(language, at: shell.now), end)
    }
    let (korean, english) = (times(.korean), times(.english))
    shell.say(
      .note, "지난 차례: \(korean.came)에 입장, \(korean.over)에 만료(\(reason.word(.korean))).",
      "Your turn came at \(english.came) and ended at \(english.over) (\(reason.word(.english))).")
  }

  mutating func refresh(_ shell: Shell, _ reason: RefreshReason) {
    guard reason != .key else { return }
    let last = reason == .opened ? shell.lastUser : nil
    if let people = shell.attempt({ engine throws(BookingError) in try engine.people() }) { self.people = people }
    cursor.clamp(to: shown.count)
    // Whoever just left is likely the one to come back.
    if let last, let index = shown.firstIndex(where: { $0.user.id == last }) { cursor.move(to: index, of: shown.count) }
  }

  private func lines(_ area: Rect) -> ListLines { ListLines(cursor, of: shown.count, in: area.below(3)) }

  mutating func click(at place: Position, in area: Rect, _ shell: Shell) -> Key? {
    // Enter would register whoever is being named.
    newName == nil ? cursor.follow(clickAt: place, in: lines(area)) : nil
  }

  mutating func wheel(at place: Position, down: Bool, in area: Rect, _ shell: Shell) {
    cursor.follow(wheelDown: down, count: shown.count)
  }

  func draw(in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    let language = shell.language
    let shown = shown
    if let newName {
      let x = grid.put(language("새 이름: ", "New name: "), x: 2, y: area.y, style: .bold)
      newName.draw(in: &grid, x: x, y: area.y, width: min(42, area.width - x - 2), style: shell.theme.field)
    } else if filter.isOn || filter.field != nil {
      filter.draw(in: &grid, x: 2, y: area.y, width: area.width - 4, found: shown.count, shell)
    } else {
      let after = grid.put(language("누구신가요?", "Who are you?"), x: 2, y: area.y, style: .bold)
      grid.put(
        language("모두 \(people.count)명", "\(people.count) people"), x: after + 2, y: area.y, style: shell.theme.faint)
    }
    let nameWidth = max(16, min(30, area.width - 44))
    let header =
      language("번호", "No.").rightAligned(in: 5) + "  " + language("이름", "Name").padded(to: nameWidth)
      + language("잔액", "Balance").rightAligned(in: 16) + "  " + language("대기열", "Queue")
    grid.put(header, x: 1, y: area.y + 2, style: shell.theme.faint, width: area.width - 2)
    for (index, y) in lines(area).rows {
      let person = shown[index]
      let text =
        "\(person.user.id)".rightAligned(in: 5) + "  "
        + person.user.name.clean.padded(to: nameWidth, mark: shell.glyphs.ellipsis)
        + person.user.balance.text(language).rightAligned(in: 16) + "  " + queueText(person, language)
      let isChosen = index == cursor.index
      grid.put(
        (" " + text).padded(to: area.width), x: 0, y: y, style: isChosen ? shell.theme.selected : .plain)
      if isChosen, entry == nil { grid.cursor = Position(x: 0, y: y) }
    }
    if shown.isEmpty {
      grid.put(
        language("찾는 사람이 없습니다. n을 누르면 새로 등록합니다.", "Nobody matches. n registers a new person."), x: 2, y: area.y + 3,
        style: .dim)
    }
  }

  private func queueText(_ person: Person, _ language: Language) -> String {
    let token: String =
      switch person.token?.state {
      case .waiting: language("대기", "waiting")
      case .active: language("활성", "active")
      case .expired, nil: ""
      }
    guard person.holds > 0 else { return token }
    return token + (token.isEmpty ? "" : ", ") + language("임시 예약 \(person.holds)석", "\(person.holds) held")
  }
}
