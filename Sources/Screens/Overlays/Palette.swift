internal import Booking
internal import Canvas

/// Finds a command by its words, in either language.
struct Palette {
  private let commands: [Command]
  private var field = TextField(limit: 40)
  private var cursor = ListCursor()

  init(commands: [Command]) {
    self.commands = commands.filter { $0.act != .palette }
  }

  private var found: [Command] {
    let wanted = field.value.lowercased()
    guard !wanted.isEmpty else { return commands }
    return commands.filter {
      $0.label.korean.lowercased().contains(wanted) || $0.label.english.lowercased().contains(wanted)
    }
  }

  mutating func handle(_ key: Key, _ shell: Shell) -> Dialog.Outcome {
    switch key {
    case .escape: return .closed(nil)
    case .up: cursor.move(by: -1, of: found.count)
    case .down: cursor.move(by: 1, of: found.count)
    case .enter:
      guard cursor.index < found.count else { return .open }
      let command = found[cursor.index]
      guard let obstacle = command.obstacle else { return .closed(command.act) }
      shell.say(.note, obstacle.korean, obstacle.english)
    default: if field.handle(key) { cursor.move(to: 0, of: found.count) }
    }
    return .open
  }

  mutating func paste(_ text: String) { field.paste(text) }

  func draw(in grid: inout Grid, _ shell: Shell) {
    let found = found
    let box = grid.bounds.centered(width: 50, height: min(commands.count + 3, grid.size.height - 4))
    let inside = drawBox(in: &grid, box, title: shell.language("명령 찾기", "Find a command"), shell)
    for (line, index) in cursor.window(of: found.count, height: inside.height - 1).enumerated() {
      let command = found[index]
      let style =
        index == cursor.index ? shell.theme.selected : command.obstacle == nil ? Style.plain : Style.dim
      let keys = command.keys.first.map { $0.name(shell) } ?? ""
      let text = shell.language(command.label).padded(to: inside.width - 10, mark: shell.glyphs.ellipsis)
      grid.put(text + keys.rightAligned(in: 10), x: inside.x, y: inside.y + 1 + line, style: style, width: inside.width)
    }
    let after = grid.put(":", x: inside.x, y: inside.y, style: .bold)
    field.draw(in: &grid, x: after, y: inside.y, width: inside.width - 1, style: shell.theme.field)
  }
}
