internal import Booking
internal import Wording

extension App {
  /// Everything that can be done from where the person stands.
  func openPalette() {
    let people = shell.attempt { engine throws(BookingError) in try engine.users() } ?? []
    overlay = .palette(Palette(paletteLines, people: people.map(signInLine)))
  }

  func renewPalette() {
    guard case .palette(var palette) = overlay else { return }
    palette.renew(paletteLines)
    overlay = .palette(palette)
  }

  var paletteLines: [PaletteLine] {
    let own = Set(screens[screens.count - 1].commands(shell).map(\.act))
    let commands = allCommands.filter { !$0.act.isMove && $0.act != .palette && !$0.keys.isEmpty }
    let here = commands.filter { own.contains($0.act) }.map(line)
    let everywhere = commands.filter { !own.contains($0.act) }.map(line)
    // Testers' lines have no keys to be remembered by; where there is nothing for testers to do, they come last.
    let arranges = shell.capabilities.contains(.arrange)
    let (first, last) = arranges ? (benchLines, []) : ([], benchLines)
    return first + here + goLines + everywhere + last + ruleLines + (arranges ? raceLines : [])
  }

  /// A line of the very table that dispatches keys. Moves have none: they are quicker done than found.
  private func line(_ command: Command) -> PaletteLine {
    PaletteLine(
      command.label.korean, command.label.english, keys: command.keys[0].name(shell), unless: command.obstacle,
      command.act)
  }

  /// Screens that no key leads to from everywhere.
  private var goLines: [PaletteLine] {
    let signIn = shell.user == nil ? LocalizedText("먼저 로그인해 주세요.", "Sign in first.") : nil
    let inactive = BookingError.inactiveToken(.unknown)
    let notActive = LocalizedText(inactive.sentence(in: .korean), inactive.sentence(in: .english))
    let isWaiting = shell.account?.status?.token.state == .waiting
    return [
      PaletteLine("공연 목록으로", "go to concerts", otherWords: "programme 콘서트", unless: signIn, .concerts),
      PaletteLine("회차로", "go to sessions", unless: signIn ?? (shell.isActive ? nil : notActive), .sessions),
      PaletteLine(
        "대기실로", "go to the waiting room", otherWords: "queue 대기열",
        unless: signIn ?? (isWaiting ? nil : LocalizedText("지금 대기 중이 아닙니다.", "You are not waiting.")), .waitingRoom),
      PaletteLine("로그아웃", "sign out", unless: signIn, .signOut),
    ]
  }

  /// Every rule by its number.
  private var ruleLines: [PaletteLine] {
    RuleWords.numbers.map { number in
      func title(_ language: Language) -> String { RuleWords.title(number, language) ?? "" }
      return PaletteLine("규칙 \(number): \(title(.korean))", "rule \(number): \(title(.english))", .rule(number))
    }
  }

  private func signInLine(_ user: User) -> PaletteLine {
    PaletteLine("로그인: \(user.name.clean)", "sign in as \(user.name.clean)", .signInAs(user.id))
  }

  /// Signs in as somebody else, who is then asked for nothing: on a bench one plays everybody. What was said to the last
  /// person is not the next one's.
  func signInAs(_ user: UserID) {
    guard shell.attempt({ engine throws(BookingError) in try engine.account(of: user) }) != nil else { return }
    shell.signOut()
    _ = shell.attempt { [self] _ throws(BookingError) in try signIn(user) }
  }
}

extension Act {
  /// Whether it only moves a cursor or counts.
  fileprivate var isMove: Bool {
    switch self {
    case .up, .down, .left, .right, .pageUp, .pageDown, .first, .last, .count, .forgetCount, .extend: true
    default: false
    }
  }
}
