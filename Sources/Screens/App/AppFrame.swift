internal import Booking
package import Canvas
internal import Wording

extension App {
  var title: LocalizedText {
    LocalizedText(screens[screens.count - 1].title(.korean), screens[screens.count - 1].title(.english))
  }

  /// What keys do while a text is typed.
  private static let typingCommands = [
    Command(.submit, [.enter], "확인", "done", isMain: true),
    Command(.cancelEntry, [.escape], "취소", "cancel", isMain: true),
    Command(.typed, [.control("u")], "지우기", "clear", isMain: true),
  ]

  /// The screen's table, then the house's; a key belongs to the first command that has it.
  var allCommands: [Command] {
    var taken: Set<Key> = []
    return (screens[screens.count - 1].commands(shell) + houseCommands).compactMap { command in
      defer { taken.formUnion(command.keys) }
      return command.without(taken)
    }
  }

  /// The keys that work on every screen.
  private var houseCommands: [Command] {
    let notSignedIn = shell.user == nil ? LocalizedText("먼저 로그인해 주세요.", "Sign in first.") : nil
    let capabilities = shell.capabilities
    let nothingHeld =
      shell.holds.isEmpty ? LocalizedText("임시 예약한 좌석이 없습니다.", "You hold no seats.") : nil
    let explanations = Command(
      .explain, ["E"], shell.explains ? "설명 끄기" : "설명 보기", shell.explains ? "hide the explanations" : "explain")
    return [
      Command(
        .checkout, ["c"], "결제", "checkout", isMain: !shell.holds.isEmpty && !(screens.last is CheckoutScreen),
        unless: notSignedIn ?? nothingHeld),
      Command(.wallet, ["w"], "지갑", "wallet", unless: notSignedIn),
      Command(.tickets, ["t"], "티켓", "tickets", unless: notSignedIn),
      Command(.back, screens.count > 1 ? [.escape, .backspace] : [], "뒤로", "back", isMain: true),
      Command(
        .controlPanel, ["d"], "진행판", "control panel",
        isMain: capabilities.contains(.direct) && !(screens.last is ControlPanelScreen),
        unless: capabilities.refusal(of: .direct)),
      Command(
        .inspector, ["I"], "검사", "inspector", isMain: shell.alarm.isRaised && !(screens.last is InspectorScreen),
        unless: capabilities.refusal(of: .inspect)),
      Command(.policy, ["p"], "운영 규칙", "policy"),
      Command(.messages, ["m"], "지난 알림", "messages"),
      mouseCommand,
      Command(.language, ["L"], "English", "한국어"),
      Command(.palette, [":", .control("p")], "명령", "command"),
      Command(.help, ["?"], "도움말", "help", isMain: true),
      Command(.quit, ["q", .control("c")], "종료", "quit", isMain: true),
      Command(.redraw, [.control("l")], "다시 그리기", "redraw"),
      Command(.suspend, [.control("z")], "잠시 멈추기", "suspend"),
    ] + (capabilities.contains(.present) ? [explanations] : [])
  }

  var chrome: Chrome {
    let screen = screens[screens.count - 1]
    var commands = screen.entry == nil ? allCommands : Self.typingCommands
    if let overlay { commands = overlay.takesText ? paletteCommands : cardCommands }
    if shell.dialog != nil { commands = questionCommands }
    return Chrome(shell: shell, title: screen.title(shell.language), commands: commands)
  }

  /// What keys do while a question is open.
  private var questionCommands: [Command] {
    [
      Command(.left, [.left], "고르기", "choose", isMain: true, keyNames: names(of: .left, .right)),
      Command(.submit, [.enter], "대답", "answer", isMain: true),
      Command(.back, [.escape], "아니요", "no", isMain: true),
    ]
  }

  /// What keys do while the palette is open.
  private var paletteCommands: [Command] {
    [
      Command(.submit, [.enter], "실행", "do it", isMain: true),
      Command(.down, [.down], "고르기", "choose", isMain: true, keyNames: names(of: .up, .down)),
      Command(.typed, [.tab], "채우기", "complete", isMain: true),
      Command(.back, [.escape], "닫기", "close", isMain: true),
    ]
  }

  /// What keys do while a card lies over the screen.
  private var cardCommands: [Command] {
    let scroll = Command(.down, [.down], "넘기기", "scroll", isMain: true, keyNames: names(of: .up, .down))
    let close = Command(.back, [.escape], "닫기", "close", isMain: true)
    return overlay?.scrolls == true ? [scroll, close] : [close]
  }

  private func names(of keys: Key...) -> String {
    keys.map { $0.name(shell) }.joined(separator: shell.glyphs.isASCII ? " " : "")
  }

  /// Every screen has its place on one of this size.
  static let leastSize = Size(width: 60, height: 16)

  var isTooSmall: Bool { shell.size.width < Self.leastSize.width || shell.size.height < Self.leastSize.height }

  /// The picture for a screen of this size.
  package func frame(_ size: Size) -> Grid {
    shell.pictures += 1
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
    if shell.glyphs.isASCII { grid.substitute(\.plainSign) }
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
