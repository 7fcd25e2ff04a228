internal import Booking
internal import Canvas
internal import Wording

/// What stands around every screen: where and who at the top, the token and the holds below it, the last message and
/// the main keys at the bottom.
struct Chrome {
  private let shell: Shell
  private let title: String
  private let commands: [Command]

  init(shell: Shell, title: String, commands: [Command]) {
    self.shell = shell
    self.title = title
    self.commands = commands
  }

  /// The part of the screen that is the screen's own.
  static func area(of size: Size) -> Rect { Rect(x: 0, y: 2, width: size.width, height: size.height - 4) }

  /// Where a card may lie: not over the top line, the last message and the keys.
  static func room(for size: Size) -> Rect { Rect(x: 0, y: 1, width: size.width, height: size.height - 3) }

  private var width: Int { shell.size.width }
  private var language: Language { shell.language }

  func draw(in grid: inout Grid) {
    drawTop(in: &grid)
    drawChips(in: &grid)
    drawAlarm(in: &grid)
    drawMessage(in: &grid)
    drawKeys(in: &grid)
  }

  private func drawTop(in grid: inout Grid) {
    let style = shell.theme.topLine
    grid.fill(Rect(x: 0, y: 0, width: width, height: 1), style: style)
    let left = " boxoffice \(shell.glyphs.dot) \(title)"
    let figures = [shell.account?.user.balance.text(language), clock].compactMap { $0 }.joined(separator: "  ") + " "
    let room = width - left.cellWidth - figures.cellWidth - 4
    let name =
      shell.account.map { $0.user.name.clean.fitted(to: max(4, room), mark: shell.glyphs.ellipsis) + "  " } ?? ""
    let right = name + figures
    grid.put(
      left.fitted(to: width - right.cellWidth - 1, mark: shell.glyphs.ellipsis), x: 0, y: 0, style: style.with(.bold))
    grid.put(right, x: width - right.cellWidth, y: 0, style: style)
  }

  private var clock: String {
    let date = VenueDate(shell.now)
    // A show's clock goes through days in minutes; elsewhere people know what day it is.
    let today = shell.otherDay ?? (shell.hasOwnClock ? shell.openedAt : shell.now)
    let time =
      shell.showsSeconds ? date.momentWithSeconds(language, at: today) : date.moment(language, at: today)
    if shell.hasOwnClock { return "\(time) \(speed(shell.rate, shell))" }
    return VenueDate.differsFromTerminal(at: shell.now) ? "\(time) \(VenueDate.zoneName)" : time
  }

  private func drawChips(in grid: inout Grid) {
    guard shell.account != nil else { return }
    let end = drawTokenChip(in: &grid)
    guard let first = shell.holds.first else { return }
    let left = first.reservation.deadline - shell.now
    let count = shell.holds.count
    let text = language(" 임시 예약 \(count)석 \(left.countdown) ", " \(count) held \(left.countdown) ")
    let style = left < .seconds(45) ? shell.theme.urgent : shell.theme.holdChip
    grid.put(text, x: max(end + 1, width - text.cellWidth - 1), y: 1, style: style)
  }

  /// Over everything that the second line has, on every screen, until it is acknowledged.
  private func drawAlarm(in grid: inout Grid) {
    guard let first = shell.alarm.first else { return }
    let title = first.invariant.title(in: language)
    let text = language(" !! 불변식이 깨졌습니다: \(title) ", " !! INVARIANT BROKEN: \(title) ")
    grid.put(text.padded(to: width, mark: shell.glyphs.ellipsis), x: 0, y: 1, style: shell.theme.urgent.with(.bold))
  }

  private func drawTokenChip(in grid: inout Grid) -> Int {
    guard let status = shell.account?.status else {
      return grid.put(language(" 대기열 밖 ", " not in the queue "), x: 1, y: 1, style: shell.theme.idleChip)
    }
    let number = "#\(status.token.number)"
    switch status.token.state {
    case .waiting:
      let position = (status.position ?? 0).grouped
      return grid.put(
        language(" 대기 \(number) · \(position)번째 ", " waiting \(number) · position \(position) "),
        x: 1,
        y: 1, style: shell.theme.waitingChip)
    case .active(let activity):
      let lifetime = (activity.lifetimeDeadline - shell.now).countdown
      let idle = (activity.idleDeadline - shell.now).countdown
      let isUrgent = activity.deadline - shell.now < .seconds(45)
      // The hold's chip must have its place beside it.
      let name = width < 76 ? "" : " \(number)"
      return grid.put(
        language(
          " 활성\(name) · 만료까지 \(lifetime) · 비활동 \(idle) ",
          " active\(name) · ends in \(lifetime) · idle timeout in \(idle) "),
        x: 1, y: 1, style: isUrgent ? shell.theme.urgent : shell.theme.activeChip)
    case .expired(let at, .paid, _):
      let time = VenueDate(at).moment(language, at: shell.now)
      return grid.put(
        language(" 구매 완료 · 만료 \(number) · \(time) ", " done \(number) · paid \(time) "), x: 1, y: 1,
        style: shell.theme.idleChip)
    case .expired(let at, let reason, _):
      let time = VenueDate(at).moment(language, at: shell.now)
      return grid.put(
        language(
          " 만료 \(number) · \(time) \(reason.word(.korean)) ", " expired \(number) · \(time) \(reason.word(.english)) "
        ), x: 1, y: 1, style: shell.theme.idleChip)
    }
  }

  /// What the last message lies over; nil without one.
  var messageArea: Rect? {
    let count = shell.messageLines.count
    return count == 0 ? nil : Rect(x: 0, y: shell.size.height - 1 - count, width: width, height: count)
  }

  private func drawMessage(in grid: inout Grid) {
    guard let message = shell.message, let area = messageArea else { return }
    let theme = shell.theme
    let (sign, style) =
      switch message.tone {
      case .success: ("OK", theme.success)
      case .refusal: ("!!", theme.refusal)
      case .note: (" i", theme.note)
      }
    grid.fill(area)
    grid.put(" \(sign) ", x: 0, y: area.y, style: style)
    for (index, line) in shell.messageLines.enumerated() { grid.put(line, x: 5, y: area.y + index, style: .bold) }
  }

  /// The command that is named at a place of the bottom line.
  func command(at place: Position) -> Command? {
    keyPlaces().first { $0.place.contains(place) }?.command
  }

  /// The main commands that fit, whole; help and quit have their places reserved at the end, and the way back where
  /// there is some room.
  private func keyPlaces() -> [(command: Command, place: Rect)] {
    let main = commands.filter(\.isMain)
    let last: Set<Act> = width < 76 ? [.help, .quit] : [.back, .help, .quit]
    let reserved = main.filter { last.contains($0.act) }
    func size(_ command: Command) -> Int { "\(keyName(of: command)) \(language(command.label))".cellWidth }
    let room = width - 1 - reserved.reduce(0) { $0 + size($1) + 3 }
    var x = 1
    var places: [(Command, Rect)] = []
    func add(_ command: Command) {
      places.append((command, Rect(x: x, y: shell.size.height - 1, width: size(command), height: 1)))
      x += size(command) + 3
    }
    for command in main where !last.contains(command.act) && x + size(command) <= room { add(command) }
    for command in reserved { add(command) }
    return places
  }

  private func keyName(of command: Command) -> String { command.keyNames ?? command.keys[0].name(shell) }

  private func drawKeys(in grid: inout Grid) {
    for (command, place) in keyPlaces() {
      let isBlocked = command.obstacle != nil
      let style = isBlocked ? .dim : shell.theme.keyName
      let after = grid.put(keyName(of: command), x: place.x, y: place.y, style: style)
      grid.put(language(command.label), x: after + 1, y: place.y, style: isBlocked ? .dim : .plain)
    }
  }
}

extension Unicode.Scalar {
  /// The ASCII stand-in for a sign that is no letter and may be drawn two cells wide, wherever it came from.
  private static let plainSigns: [Unicode.Scalar: Unicode.Scalar] = [
    "·": "-", "–": "-", "—": "-", "×": "x", "…": ".", "“": "\"", "”": "\"", "‘": "'", "’": "'", "→": ">", "←": "<",
    "↑": "^", "↓": "v", "≤": "<", "≥": ">",
  ]

  var plainSign: Unicode.Scalar? {
    isASCII || cellWidth != 1 || properties.isAlphabetic ? nil : Self.plainSigns[self] ?? "?"
  }
}

extension Key {
  /// What stands on the key.
  func name(_ shell: Shell) -> String {
    let base: String
    switch code {
    case .scalar(" "): base = "Space"
    case .scalar(let scalar): base = String(scalar)
    case .enter: base = "Enter"
    case .escape: base = "Esc"
    case .tab: base = "Tab"
    case .backspace: base = "Backspace"
    case .delete: base = "Del"
    case .insert: base = "Ins"
    case .up: base = shell.glyphs.isASCII ? "Up" : "↑"
    case .down: base = shell.glyphs.isASCII ? "Down" : "↓"
    case .left: base = shell.glyphs.isASCII ? "Left" : "←"
    case .right: base = shell.glyphs.isASCII ? "Right" : "→"
    case .home: base = "Home"
    case .end: base = "End"
    case .pageUp: base = "PgUp"
    case .pageDown: base = "PgDn"
    case .function(let number): base = "F\(number)"
    }
    if modifiers.contains(.control) { return "Ctrl-\(base.uppercased())" }
    if modifiers.contains(.alt) { return "Alt-\(base)" }
    return modifiers.contains(.shift) ? "Shift-\(base)" : base
  }
}
