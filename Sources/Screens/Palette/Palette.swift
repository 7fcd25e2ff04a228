internal import Booking
internal import Canvas
internal import Wording

/// Everything that can be done, found by typing some of its words in either language.
struct Palette {
  /// What can be done, and whom to sign in as.
  private var deeds: [PaletteLine]
  private let people: [PaletteLine]
  private(set) var field = TextField(limit: 60)
  private var cursor = ListCursor()

  init(_ deeds: [PaletteLine], people: [PaletteLine]) {
    self.deeds = deeds
    self.people = people
  }

  private var lines: [PaletteLine] { deeds + people }

  /// Takes what can be done now: the world goes on while somebody types.
  mutating func renew(_ deeds: [PaletteLine]) { self.deeds = deeds }

  /// What fits what was typed, the best first.
  private var found: [(line: PaletteLine, match: PaletteLine.Match)] {
    let words = field.value.folded.split(separator: " ").map(String.init)
    let matches = lines.enumerated().compactMap { index, line in
      line.match(words).map { (index: index, line: line, match: $0) }
    }
    return matches.sorted { ($0.match.distance, $0.index) < ($1.match.distance, $1.index) }
      .map { ($0.line, $0.match) }
  }

  mutating func handle(_ key: Key, _ shell: Shell) -> Dialog.Outcome {
    let found = found
    cursor.clamp(to: found.count)
    switch key {
    case .escape: return .closed(nil)
    case .backspace where field.value.isEmpty: return .closed(nil)
    case .up, .control("p"): cursor.move(by: -1, of: found.count)
    case .down, .control("n"): cursor.move(by: 1, of: found.count)
    case .pageUp: cursor.move(by: -8, of: found.count)
    case .pageDown: cursor.move(by: 8, of: found.count)
    case .tab: if !found.isEmpty { complete(found[cursor.index].line, shell) }
    case .enter:
      guard !found.isEmpty else { return .open }
      let (line, match) = found[cursor.index]
      if let obstacle = line.obstacle {
        shell.say(.refusal, obstacle.korean, obstacle.english, while: .refusedLine(line.label))
        return .closed(nil)
      }
      if let act = line.act(match.value) { return .closed(act) }
      if !match.hasWrongValue { complete(line, shell) }
    default:
      if field.handle(key) { cursor = ListCursor() }
    }
    return .open
  }

  /// Types the line's own words, so that only its value is missing.
  private mutating func complete(_ line: PaletteLine, _ shell: Shell) {
    let words = shell.language(line.label).split { $0 == "…" || $0 == " " || $0 == "," || $0 == ":" }
    field = TextField(words.joined(separator: " ") + (line.argument == nil ? "" : " "), limit: 60)
    cursor = ListCursor()
  }

  mutating func paste(_ text: String) {
    field.paste(text)
    cursor = ListCursor()
  }

  /// What of the typed text was not taken.
  mutating func takeRefused() -> [Unicode.Scalar] { field.takeRefused() }

  mutating func scroll(by step: Int) { cursor.move(by: step, of: found.count) }

  /// What the palette lies over: below the top line, as high as everything that it offers, so that it does not jump.
  func box(_ shell: Shell) -> Rect {
    let room = Chrome.room(for: shell.size)
    let width = min(room.width - 4, 76)
    return Rect(
      x: (room.width - width) / 2, y: room.y, width: width, height: min(room.height, lines.count + 5, 20))
  }

  func draw(in grid: inout Grid, _ shell: Shell) {
    let language = shell.language
    let inside = drawBox(in: &grid, box(shell), title: language("명령", "Command"), shell)
    let found = found
    var cursor = cursor
    cursor.clamp(to: found.count)
    let list = Rect(x: inside.x, y: inside.y + 1, width: inside.width, height: inside.height - 2)
    for (index, y) in ListLines(cursor, of: found.count, in: list).rows {
      draw(
        found[index].line, found[index].match.value, isChosen: index == cursor.index, x: list.x, y: y, list.width,
        in: &grid,
        shell)
    }
    let chosen = found.isEmpty ? nil : found[cursor.index]
    let hint = hint(chosen?.line, chosen?.match, language)
    let place = found.count > list.height ? " \(cursor.index + 1)/\(found.count)" : ""
    grid.put(
      hint.fitted(to: inside.width - place.cellWidth, mark: shell.glyphs.ellipsis), x: inside.x,
      y: inside.bottom - 1, style: chosen?.match.hasWrongValue == true ? .bold : .dim)
    grid.put(place, x: inside.right - place.cellWidth, y: inside.bottom - 1, style: .dim)
    // Last, since it has the cursor.
    let x = grid.put(": ", x: inside.x, y: inside.y, style: .bold)
    field.draw(in: &grid, x: x, y: inside.y, width: inside.right - x, style: shell.theme.field)
  }

  private func draw(
    _ line: PaletteLine, _ value: Int64?, isChosen: Bool, x: Int, y: Int, _ width: Int, in grid: inout Grid,
    _ shell: Shell
  ) {
    let style = isChosen ? shell.theme.selected : line.obstacle == nil ? .plain : .dim
    let text = line.text(value, shell.language).clean
    let room = width - line.keys.cellWidth - 2
    grid.put(
      " \(text)".padded(to: room, mark: shell.glyphs.ellipsis) + " \(line.keys) ", x: x, y: y, style: style,
      width: width)
  }

  /// What keeps the chosen line from being done, or what it still needs.
  private func hint(_ line: PaletteLine?, _ match: PaletteLine.Match?, _ language: Language) -> String {
    guard let line, let match else {
      return language("그런 명령이나 값은 없습니다.", "There is no such command, or no such value.")
    }
    if let obstacle = line.obstacle { return language(obstacle) }
    guard let argument = line.argument, match.value == nil else { return "" }
    if match.hasWrongValue {
      return language("그런 값은 없습니다. \(argument.range(language))", "No such value: \(argument.range(language)).")
    }
    return language("값을 입력하세요, 예: \(argument.example)", "Type a value, such as \(argument.example)")
  }
}
