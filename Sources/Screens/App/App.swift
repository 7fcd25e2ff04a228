package import Booking
package import Canvas

/// The whole program between the keyboard and the engine: a stack of screens that takes events and gives pictures.
/// Whoever runs it feeds events, calls `tick` when `wakeAt` comes or the store changes, and shows `frame`.
package final class App {
  /// What the loop around the app has to do.
  package enum Effect: Hashable, Sendable {
    case ring
    case title(String)
    case quit, suspend, redraw
  }

  private let shell: Shell
  private var screens: [any Screen]
  private var overlay: Overlay?
  /// An act that met a busy store, tried again until it gets through.
  private var pendingAct: (act: Act, since: Timestamp)?

  /// - Throws: `storage` when the store does not answer.
  package init(
    engine: BookingEngine, office: (any TicketOffice)? = nil, language: Language, theme: Theme,
    random: any RandomNumberGenerator = SystemRandomNumberGenerator()
  ) throws(BookingError) {
    shell = try Shell(engine: engine, office: office, language: language, theme: theme, random: random)
    screens = [SignInScreen()]
    screens[0].refresh(shell, .opened)
  }

  package var language: Language { shell.language }

  /// Says something that nobody asked, such as what fell due while the store was closed.
  package func announce(_ text: LocalizedText) { shell.say(.note, text.korean, text.english) }

  /// Changes the looks, when the terminal turns out to be of another kind.
  package func use(_ theme: Theme) { shell.theme = theme }

  package var theme: Theme { shell.theme }

  /// What the loop has to do since this was last asked.
  package func takeEffects() -> [Effect] {
    defer { shell.effects = [] }
    return shell.effects
  }
}

// MARK: - Time and the store

extension App {
  /// Does what is due and looks again. `isStoreNews` says that another process changed the store.
  package func tick(isStoreNews: Bool = false) {
    if let pending = pendingAct {
      retry(pending.act, since: pending.since)
    } else {
      refresh(isStoreNews ? .store : .time)
    }
  }

  /// Booking time now.
  /// - Throws: `storage`.
  package func now() throws(BookingError) -> Timestamp { try shell.engine.now() }

  /// When something visible changes by itself or falls due, in booking time; nil when nothing will.
  package var wakeAt: Timestamp? {
    let now = shell.now
    if pendingAct != nil { return now + .milliseconds(100) }
    var candidates: [Timestamp] = []
    if let due = try? shell.engine.nextDue() { candidates.append(due) }
    let unit: Int64 = countsSeconds ? 1000 : 60_000
    candidates.append(Timestamp(milliseconds: (now.milliseconds / unit + 1) * unit))
    return candidates.min()
  }

  private var countsSeconds: Bool {
    !shell.holds.isEmpty || shell.isActive || (screens.last?.countsSeconds(shell) ?? false)
  }

  private func refresh(_ reason: RefreshReason) {
    let before = shell.account?.status?.token
    do throws(BookingError) {
      try shell.engine.runSchedule()
      shell.now = try shell.engine.now()
      shell.policy = try shell.engine.policy()
      if let user = shell.user { shell.account = try shell.engine.account(of: user) }
    } catch {
      shell.say(error)
      return
    }
    noticeTokenChange(since: before)
    screens[screens.count - 1].refresh(shell, reason)
    navigate()
  }

  /// Tells of an admission, and of an end that nobody asked for, wherever the person is.
  private func noticeTokenChange(since before: QueueToken?) {
    guard let before, let token = shell.account?.status?.token, token.number == before.number else { return }
    switch (before.state, token.state) {
    case (.waiting, .active):
      shell.say(.success, "입장하셨습니다. 회차를 골라 주세요.", "You are in. Choose a session.")
      shell.effects += [.ring, .title(shell.language("boxoffice: 입장!", "boxoffice: your turn!"))]
    case (let earlier, .expired(_, let reason, _))
    where earlier != token.state && (reason == .idle || reason == .lifetime):
      guard before.isLive else { return }
      shell.say(.note, reason.sentence(in: .korean), reason.sentence(in: .english))
      shell.effects += [.ring, .title("boxoffice")]
    default: break
    }
  }
}

// MARK: - Events

extension App {
  /// Handles what came in one piece, in order. What was typed before a question appeared does not answer it.
  package func handle(_ events: [TerminalEvent]) {
    for event in events {
      let hadDialog = shell.dialog != nil
      handle(event)
      if !hadDialog, shell.dialog != nil { break }
    }
  }

  package func handle(_ event: TerminalEvent) {
    switch event {
    case .key(let key): handle(key)
    case .paste(let text): paste(text)
    case .click(let position): click(position)
    case .wheel(_, let isDown): handle(isDown ? .down : .up)
    case .focus, .cursorReport: break
    }
  }

  private func handle(_ key: Key) {
    if isTooSmall {
      if key == "q" || key == .control("c") { shell.effects.append(.quit) }
      return
    }
    shell.clearMessage()
    if pendingAct != nil, key == .escape { pendingAct = nil }
    guard pendingAct == nil else { return }
    if var dialog = shell.dialog {
      shell.dialog = nil
      switch dialog.handle(key) {
      case .open: shell.dialog = dialog
      case .closed(let act?): perform(act)
      case .closed(nil): break
      }
    } else if var open = overlay {
      overlay = nil
      switch open.handle(key, shell) {
      case .open: overlay = open
      case .closed(let act?): perform(act)
      case .closed(nil): break
      }
    } else if screens[screens.count - 1].entry != nil {
      type(key)
    } else {
      dispatch(key)
    }
    stayPresent()
    refresh(.key)
  }

  /// Looks the key up in the table of the screen, then in that of the house.
  private func dispatch(_ key: Key) {
    guard let command = allCommands.first(where: { $0.keys.contains(key) }) else { return }
    run(command)
  }

  private func run(_ command: Command) {
    if let obstacle = command.obstacle {
      shell.say(.note, obstacle.korean, obstacle.english)
    } else {
      perform(command.act)
    }
  }

  private func type(_ key: Key) {
    let top = screens.count - 1
    switch key {
    case .enter: perform(.submit)
    case .escape: perform(.cancelEntry)
    case .control("c"): perform(.quit)
    case .control("l"): perform(.redraw)
    case .control("z"): perform(.suspend)
    default:
      if screens[top].entry?.handle(key) == true {
        perform(.typed)
      } else if let command = screens[top].commands(shell).first(where: { $0.keys.contains(key) && key.text == nil }) {
        run(command)
      }
    }
  }

  private func paste(_ text: String) {
    guard !isTooSmall, shell.dialog == nil else { return }
    let line = String(text.prefix { !$0.isNewline })
    if overlay != nil {
      overlay?.paste(line)
    } else if screens[screens.count - 1].entry != nil {
      screens[screens.count - 1].entry?.paste(line)
      perform(.typed)
    }
    refresh(.key)
  }

  private func click(_ position: Position) {
    guard !isTooSmall, overlay == nil, shell.dialog == nil else { return }
    if position.y == shell.size.height - 1 {
      if let command = chrome.command(at: position.x) { handle(command.keys[0]) }
    } else if let act = screens[screens.count - 1].click(position, in: Chrome.area(of: shell.size), shell) {
      perform(act)
      stayPresent()
      refresh(.key)
    }
  }

  /// A key press is a sign of life when the last one is over ten seconds old (rule 9).
  private func stayPresent() {
    guard let presence = screens.last?.presence, let user = shell.user, let token = shell.account?.status?.token,
      let activity = token.activity, shell.now - activity.lastAction > .seconds(10)
    else { return }
    switch presence {
    case .sessions(let concert):
      _ = try? shell.engine.sessions(caller: user, token: token.credential, concert: concert, visit: .action)
    case .seats(let session): try? shell.engine.stay(caller: user, token: token.credential, session: session)
    }
  }
}

// MARK: - Acts

extension App {
  private func perform(_ act: Act) {
    switch act {
    case .language: shell.language = shell.language(.english, .korean)
    case .help: overlay = .help(HelpCard(title: title, commands: allCommands))
    case .palette: overlay = .palette(Palette(commands: allCommands))
    case .policy: overlay = .policy
    case .messages: overlay = .messages(ListCursor(.max))
    case .redraw: shell.effects.append(.redraw)
    case .suspend: shell.effects.append(.suspend)
    case .quit: askToQuit()
    case .confirmed(.quit(let releasing)): quit(releasing: releasing)
    case .wallet: show(WalletScreen())
    case .tickets: show(TicketsScreen())
    case .checkout: show(CheckoutScreen())
    case .signOut: shell.navigation = .signOut
    case .back where screens.count > 1 && !(screens[screens.count - 1] is ConcertsScreen): shell.navigation = .pop
    default: screens[screens.count - 1].perform(act, shell)
    }
    navigate()
    if shell.isStoreBusy {
      shell.isStoreBusy = false
      pendingAct = (act, shell.now)
    }
  }

  private func retry(_ act: Act, since: Timestamp) {
    shell.clearMessage()
    pendingAct = nil
    perform(act)
    if pendingAct != nil {
      pendingAct = (act, since)
      let waited = ((try? shell.engine.now()) ?? shell.now) - since
      shell.say(
        .refusal, "저장소가 사용 중입니다. \(waited.countdown)째 다시 시도하고 있습니다 (Esc 그만두기).",
        "The store is busy. Trying again for \(waited.countdown) now (Esc gives up).")
    }
    refresh(.key)
  }

  private func show<S: Screen>(_ screen: S) {
    if let index = screens.firstIndex(where: { $0 is S }) {
      screens.removeSubrange((index + 1)...)
      screens[index].refresh(shell, .returned)
    } else {
      shell.navigation = .push(screen)
    }
  }

  private func navigate() {
    while let step = shell.navigation {
      shell.navigation = nil
      switch step {
      case .push(let screen):
        screens.append(screen)
        refreshTop(.opened)
      case .replace(let screen):
        screens[screens.count - 1] = screen
        refreshTop(.opened)
      case .pop:
        if screens.count > 1 { screens.removeLast() }
        refreshTop(.returned)
      case .signOut:
        shell.account = nil
        screens = [SignInScreen()]
        refreshTop(.opened)
      case .start(let more):
        screens = [SignInScreen(), ConcertsScreen()]
        refreshTop(.opened)
        for screen in more {
          screens.append(screen)
          refreshTop(.opened)
        }
      }
    }
  }

  private func refreshTop(_ reason: RefreshReason) {
    if let user = shell.user, let account = try? shell.engine.account(of: user) { shell.account = account }
    screens[screens.count - 1].refresh(shell, reason)
  }

  private func askToQuit() {
    guard !shell.holds.isEmpty else {
      shell.effects.append(.quit)
      return
    }
    shell.dialog = Dialog(
      [
        LocalizedText("임시 예약한 좌석이 \(shell.holds.count)석 있습니다.", "You are holding \(shell.holds.count) seat(s)."),
        LocalizedText("그대로 끝내도 남은 시간 동안은 유지됩니다.", "They stay yours until their time is over."),
      ],
      [
        Dialog.Choice("n", "계속하기", "Stay", nil),
        Dialog.Choice("y", "두고 종료", "Quit, keep them", .confirmed(.quit(releasing: false))),
        Dialog.Choice("r", "해제하고 종료", "Release and quit", .confirmed(.quit(releasing: true))),
      ])
  }

  private func quit(releasing: Bool) {
    if releasing, let user = shell.user {
      let holds = shell.holds.map(\.reservation.id)
      guard
        shell.attempt({ engine throws(BookingError) in try engine.release(caller: user, reservations: holds) }) != nil
      else { return }
    }
    shell.effects.append(.quit)
  }
}

// MARK: - Keys and pictures

extension App {
  private var title: LocalizedText {
    LocalizedText(screens[screens.count - 1].title(.korean), screens[screens.count - 1].title(.english))
  }

  /// The screen's table, then the house's without the keys that the screen has taken for itself.
  private var allCommands: [Command] {
    let own = screens[screens.count - 1].commands(shell)
    let taken = Set(own.flatMap(\.keys))
    return own + houseCommands.compactMap { $0.without(taken) }
  }

  /// The keys that work on every screen.
  private var houseCommands: [Command] {
    let notSignedIn = shell.user == nil ? LocalizedText("먼저 로그인해 주세요.", "Sign in first.") : nil
    let nothingHeld =
      shell.holds.isEmpty ? LocalizedText("임시 예약한 좌석이 없습니다.", "You hold no seats.") : nil
    return [
      Command(
        .checkout, ["c"], "결제", "checkout", isMain: !shell.holds.isEmpty && !(screens.last is CheckoutScreen),
        unless: notSignedIn ?? nothingHeld),
      Command(.wallet, ["w"], "지갑", "wallet", unless: notSignedIn),
      Command(.tickets, ["t"], "티켓", "tickets", unless: notSignedIn),
      Command(.back, [.escape, .backspace], "뒤로", "back", isMain: screens.count > 1),
      Command(.policy, ["p"], "운영 규칙", "policy"),
      Command(.messages, ["m"], "지난 알림", "messages"),
      Command(.language, ["L"], "English", "한국어"),
      Command(.palette, [":"], "명령 찾기", "find a command"),
      Command(.help, ["?"], "도움말", "help", isMain: true),
      Command(.quit, ["q", .control("c")], "종료", "quit", isMain: true),
      Command(.redraw, [.control("l")], "다시 그리기", "redraw"),
      Command(.suspend, [.control("z")], "잠시 멈추기", "suspend"),
    ]
  }

  private var chrome: Chrome {
    Chrome(shell: shell, title: screens[screens.count - 1].title(shell.language), commands: allCommands)
  }

  private var isTooSmall: Bool { shell.size.width < 60 || shell.size.height < 16 }

  /// The picture for a screen of this size.
  package func frame(_ size: Size) -> Grid {
    if size != shell.size {
      shell.size = size
      if !isTooSmall { screens[screens.count - 1].refresh(shell, .time) }
    }
    var grid = Grid(size)
    guard !isTooSmall else {
      drawTooSmall(in: &grid)
      return grid
    }
    let area = Chrome.area(of: size)
    grid.cursor = Position(x: 0, y: area.y)
    screens[screens.count - 1].draw(in: &grid, area, shell)
    chrome.draw(in: &grid)
    overlay?.draw(in: &grid, shell)
    shell.dialog?.draw(in: &grid, shell)
    return grid
  }

  private func drawTooSmall(in grid: inout Grid) {
    let lines = [
      shell.language("창이 너무 작습니다.", "This window is too small."),
      shell.language("60×16 이상이 필요합니다.", "60x16 or more is needed."),
      shell.language("지금은 \(grid.size.width)×\(grid.size.height)", "It is \(grid.size.width)x\(grid.size.height) now."),
      shell.language("q 종료", "q quits"),
    ]
    let top = max(0, (grid.size.height - lines.count) / 2)
    for (index, line) in lines.enumerated() {
      let text = shell.glyphs.isASCII ? String(line.map { $0 == "×" ? "x" : $0 }) : line
      grid.put(text, x: max(0, (grid.size.width - text.cellWidth) / 2), y: top + index)
    }
  }
}
