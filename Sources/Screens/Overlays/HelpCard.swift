internal import Booking
internal import Canvas
internal import Wording

/// This screen's keys, from the table that dispatches them.
struct HelpCard {
  private let title: LocalizedText
  private let commands: [Command]
  private var top = 0

  init(title: LocalizedText, commands: [Command]) {
    self.title = title
    self.commands = commands.filter { !$0.keys.isEmpty && $0.keyNames != "" }
  }

  /// False when the key closes the card.
  mutating func handle(_ key: Key, _ shell: Shell) -> Bool {
    switch key {
    case .down, "j": scroll(by: 1, shell)
    case .pageDown, .space: scroll(by: 10, shell)
    case .up, "k": scroll(by: -1, shell)
    case .pageUp: scroll(by: -10, shell)
    default: return false
    }
    return true
  }

  mutating func scroll(by step: Int, _ shell: Shell) {
    let layout = Layout(commands, shell)
    top = layout.start(top + step)
  }

  /// What the card lies over.
  func box(_ shell: Shell) -> Rect { Layout(commands, shell).box }

  /// How the lines are spread in a window.
  private struct Layout {
    let rows: [(keys: String, label: String, isBlocked: Bool)]
    let keyWidth: Int
    let columnWidth: Int
    let lines: Int
    let box: Rect

    init(_ commands: [Command], _ shell: Shell) {
      rows = commands.map { command in
        (
          command.keyNames ?? command.keys.map { $0.name(shell) }.joined(separator: " "), shell.language(command.label),
          command.obstacle != nil
        )
      }
      keyWidth = min(16, rows.map(\.keys.cellWidth).max() ?? 0)
      columnWidth = keyWidth + (rows.map(\.label.cellWidth).max() ?? 0) + 4
      let columns = shell.size.width >= 2 * columnWidth + 6 ? 2 : 1
      lines = (rows.count + columns - 1) / columns
      box = Chrome.room(for: shell.size).centered(width: max(40, columns * columnWidth + 4), height: lines + 2)
    }

    /// The first line to show, as near to the wanted one as keeps the card full.
    func start(_ wanted: Int) -> Int { max(0, min(wanted, lines - (box.height - 2))) }
  }

  func draw(in grid: inout Grid, _ shell: Shell) {
    let language = shell.language
    let layout = Layout(commands, shell)
    let (keyWidth, lines, box) = (layout.keyWidth, layout.lines, layout.box)
    let inside = drawBox(in: &grid, box, title: language("\(title.korean) 키", "Keys: \(title.english)"), shell)
    let start = layout.start(top)
    for (index, row) in layout.rows.enumerated() {
      let line = index % lines - start
      guard (0..<inside.height).contains(line) else { continue }
      let x = inside.x + index / lines * layout.columnWidth
      let style = row.isBlocked ? .dim : shell.theme.keyName
      grid.put(row.keys, x: x, y: inside.y + line, style: style, width: keyWidth)
      grid.put(
        row.label, x: x + keyWidth + 2, y: inside.y + line, style: row.isBlocked ? .dim : .plain,
        width: inside.right - x - keyWidth - 2)
    }
    if start + inside.height < lines {
      grid.put(language(" ↓ 더 있음 ", " ↓ more "), x: box.right - 14, y: box.bottom - 1)
    }
    if start > 0 { grid.put(language(" ↑ 더 있음 ", " ↑ more "), x: box.right - 14, y: box.y) }
  }
}
