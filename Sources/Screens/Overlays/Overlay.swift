internal import Booking
internal import Canvas
internal import Wording

/// A card that lies over the screen until a key closes it.
enum Overlay {
  case help(HelpCard)
  case policy
  /// The rule of this number.
  case rule(Int)
  case messages(ListCursor)
  case palette(Palette)

  /// Whether letters are text there.
  var takesText: Bool { if case .palette = self { true } else { false } }

  /// Whether there may be more than is seen; what shows everything is closed by any key.
  var scrolls: Bool {
    switch self {
    case .help, .messages, .palette: true
    case .policy, .rule: false
    }
  }

  mutating func handle(_ key: Key, _ shell: Shell) -> Dialog.Outcome {
    switch self {
    case .help(var card):
      let stays = card.handle(key, shell)
      self = .help(card)
      return stays ? .open : .closed(nil)
    case .messages(var cursor):
      let act = MoveKeys.list.first { $0.keys.contains(key) }?.act
      let count = messageLines(shell).count
      cursor.clamp(to: count)
      let stays = act.map { cursor.follow($0, count: count) } ?? false
      self = .messages(cursor)
      return stays ? .open : .closed(nil)
    case .palette(var palette):
      let outcome = palette.handle(key, shell)
      self = .palette(palette)
      return outcome
    case .policy, .rule: return .closed(nil)
    }
  }

  /// What of a typed or pasted text was not taken.
  mutating func takeLeftOut() -> TextField.LeftOut {
    guard case .palette(var palette) = self else { return TextField.LeftOut() }
    defer { self = .palette(palette) }
    return palette.takeLeftOut()
  }

  mutating func paste(_ text: String) {
    guard case .palette(var palette) = self else { return }
    palette.paste(text)
    self = .palette(palette)
  }

  /// Follows the wheel; a card that shows everything stays as it is.
  mutating func scroll(by step: Int, _ shell: Shell) {
    switch self {
    case .help(var card):
      card.scroll(by: step, shell)
      self = .help(card)
    case .messages(var cursor):
      cursor.move(by: step, of: messageLines(shell).count)
      self = .messages(cursor)
    case .palette(var palette):
      palette.scroll(by: step)
      self = .palette(palette)
    case .policy, .rule: break
    }
  }

  /// What the card lies over.
  func box(_ shell: Shell) -> Rect {
    switch self {
    case .help(let card): card.box(shell)
    case .palette(let palette): palette.box(shell)
    case .policy: policyBox(shell)
    case .rule(let number): RuleCard(number).box(shell)
    case .messages: Chrome.room(for: shell.size).inset(2, 1)
    }
  }

  func draw(in grid: inout Grid, _ shell: Shell) {
    switch self {
    case .help(let card): card.draw(in: &grid, shell)
    case .palette(let palette): palette.draw(in: &grid, shell)
    case .policy: drawPolicy(in: &grid, shell)
    case .rule(let number): RuleCard(number).draw(in: &grid, shell)
    case .messages(let cursor): drawMessages(in: &grid, cursor, shell)
    }
  }

  private func policyRows(_ shell: Shell) -> [(String, String)] {
    PolicyValue.allCases.map { ($0.name(shell.language), shell.policy.text(of: $0, shell.language)) }
  }

  private func policyBox(_ shell: Shell) -> Rect {
    let rows = policyRows(shell)
    let width = (rows.map(\.0.cellWidth).max() ?? 0) + (rows.map(\.1.cellWidth).max() ?? 0) + 8
    return Chrome.room(for: shell.size).centered(width: width, height: rows.count + 2)
  }

  private func drawPolicy(in grid: inout Grid, _ shell: Shell) {
    let rows = policyRows(shell)
    let names = rows.map(\.0.cellWidth).max() ?? 0
    let values = rows.map(\.1.cellWidth).max() ?? 0
    let inside = drawBox(
      in: &grid, policyBox(shell), title: shell.language("운영 규칙", "Policy in force"), shell)
    for (index, row) in rows.enumerated() {
      grid.put(row.0, x: inside.x, y: inside.y + index)
      grid.put(row.1.rightAligned(in: values), x: inside.x + names + 4, y: inside.y + index, style: .bold)
    }
  }

  private func drawMessages(in grid: inout Grid, _ cursor: ListCursor, _ shell: Shell) {
    var cursor = cursor
    let lines = messageLines(shell)
    cursor.clamp(to: lines.count)
    let inside = drawBox(in: &grid, box(shell), title: shell.language("지난 알림", "Messages"), shell)
    if lines.isEmpty { grid.put(shell.language("아직 없습니다.", "None yet."), x: inside.x, y: inside.y, style: .dim) }
    for (index, y) in ListLines(cursor, of: lines.count, in: inside).rows {
      let style = index == cursor.index ? shell.theme.selected : .plain
      grid.put(lines[index].padded(to: inside.width), x: inside.x, y: y, style: style)
    }
  }

  /// Each message whole, with its time, and under it the cause where one was given.
  private func messageLines(_ shell: Shell) -> [String] {
    let width = box(shell).inset(2, 1).width
    return shell.log.flatMap { message in
      let time = VenueDate(message.at).momentWithSeconds(shell.language, at: shell.now) + "  "
      let margin = String(repeating: " ", count: time.cellWidth)
      let lines = [message.text, message.detail].compactMap { $0 }.flatMap {
        shell.language($0).broken(to: width - time.cellWidth)
      }
      return lines.enumerated().map { ($0 == 0 ? time : margin) + $1 }
    }
  }
}
