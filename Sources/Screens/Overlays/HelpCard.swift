internal import Booking
internal import Canvas

/// This screen's keys, from the table that dispatches them.
struct HelpCard {
  private let title: LocalizedText
  private let commands: [Command]
  private var top = 0

  init(title: LocalizedText, commands: [Command]) {
    self.title = title
    self.commands = commands.filter { !$0.keys.isEmpty && $0.isListed }
  }

  /// False when the key closes the card.
  mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .down, "j", .pageDown, .space: top = min(top + (key == .pageDown || key == .space ? 10 : 1), commands.count)
    case .up, "k", .pageUp: top = max(0, top - (key == .pageUp ? 10 : 1))
    default: return false
    }
    return true
  }

  func draw(in grid: inout Grid, _ shell: Shell) {
    let language = shell.language
    let rows = commands.map { command in
      (command.keys.map { $0.name(shell) }.joined(separator: " "), language(command.label), command.obstacle)
    }
    let keyWidth = min(16, rows.map(\.0.cellWidth).max() ?? 0)
    let labelWidth = rows.map(\.1.cellWidth).max() ?? 0
    let columns = grid.size.width >= 2 * (keyWidth + labelWidth) + 14 ? 2 : 1
    let lines = (rows.count + columns - 1) / columns
    let box = Chrome.room(for: grid.size).centered(
      width: max(40, columns * (keyWidth + labelWidth + 4) + 4), height: lines + 2)
    let inside = drawBox(in: &grid, box, title: language("\(title.korean) 키", "Keys: \(title.english)"), shell)
    let start = max(0, min(top, lines - inside.height))
    for (index, row) in rows.enumerated() {
      let line = index % lines - start
      guard (0..<inside.height).contains(line) else { continue }
      let x = inside.x + index / lines * (keyWidth + labelWidth + 4)
      grid.put(row.0, x: x, y: inside.y + line, style: row.2 == nil ? shell.theme.keyName : .dim, width: keyWidth)
      grid.put(
        row.1, x: x + keyWidth + 2, y: inside.y + line, style: row.2 == nil ? .plain : .dim,
        width: inside.right - x - keyWidth - 2)
    }
    if lines > inside.height {
      grid.put(language(" ↓ 더 있음 ", " ↓ more "), x: box.right - 14, y: box.bottom - 1)
    }
  }
}
