internal import Booking
internal import Canvas
internal import Wording

/// A question before something that cannot be undone. The first answer is the safe one and is chosen at first, so that
/// a key held down confirms nothing.
struct Dialog {
  struct Choice {
    let key: Unicode.Scalar
    let label: LocalizedText
    /// What to do; nil for nothing.
    let act: Act?

    init(_ key: Unicode.Scalar, _ korean: String, _ english: String, _ act: Act?) {
      self.key = key
      label = LocalizedText(korean, english)
      self.act = act
    }
  }

  let question: [LocalizedText]
  let choices: [Choice]
  var chosen = 0

  init(_ question: [LocalizedText], _ choices: [Choice]) {
    self.question = question
    self.choices = choices
  }

  /// Yes or no, no being chosen.
  static func confirm(_ question: [LocalizedText], yes: Choice) -> Dialog {
    Dialog(question, [Choice("n", "아니요", "No", nil), yes])
  }

  enum Outcome {
    case open
    case closed(Act?)
  }

  mutating func handle(_ key: Key) -> Outcome {
    switch key {
    case .escape, .backspace, "q", .control("c"): return .closed(nil)
    case .enter: return .closed(choices[chosen].act)
    case .left, .up, "h", "k", Key(.tab, .shift): chosen = (chosen + choices.count - 1) % choices.count
    case .right, .down, "l", "j", .tab: chosen = (chosen + 1) % choices.count
    default:
      if let choice = choices.first(where: { Key(.scalar($0.key)) == key }) { return .closed(choice.act) }
    }
    return .open
  }

  /// The answer that stands at a place.
  func choice(at place: Position, _ shell: Shell) -> Choice? {
    let buttons = layout(shell).buttons
    return zip(choices, buttons).first { $1.contains(place) }?.0
  }

  /// Where the frame and each answer stand.
  private func layout(_ shell: Shell) -> (box: Rect, buttons: [Rect]) {
    let lines = lines(shell)
    let labels = choices.map { label(of: $0, shell) }
    let buttons = labels.map(\.cellWidth).reduce(0, +) + 2 * (labels.count - 1)
    let stacked = buttons > shell.size.width - 6
    let inner = max(lines.map(\.text.cellWidth).max() ?? 0, stacked ? labels.map(\.cellWidth).max() ?? 0 : buttons)
    let box = Rect(x: 0, y: 0, width: shell.size.width, height: shell.size.height)
      .centered(width: inner + 6, height: lines.count + (stacked ? labels.count : 1) + 4)
    let inside = inside(of: box)
    var x = inside.x + 1
    var y = inside.y + lines.count + 1
    let places = labels.map { label in
      defer { if stacked { y += 1 } else { x += label.cellWidth + 2 } }
      return Rect(x: x, y: y, width: min(label.cellWidth, inside.right - x), height: 1)
    }
    return (box, places)
  }

  /// The question as it stands, in lines that no name from outside makes too long; the first sentence is told apart.
  private func lines(_ shell: Shell) -> [(text: String, style: Style)] {
    question.enumerated().flatMap { index, sentence in
      shell.language(sentence).broken(to: shell.size.width - 10).map { ($0, index == 0 ? Style.bold : .plain) }
    }
  }

  private func label(of choice: Choice, _ shell: Shell) -> String { " \(choice.key) \(shell.language(choice.label)) " }

  func draw(in grid: inout Grid, _ shell: Shell) {
    let (box, buttons) = layout(shell)
    let inside = drawBox(in: &grid, box, title: "", shell)
    for (index, line) in lines(shell).enumerated() {
      grid.put(line.text, x: inside.x + 1, y: inside.y + index, style: line.style, width: inside.width - 2)
    }
    for (index, place) in buttons.enumerated() {
      let style = index == chosen ? shell.theme.selected : .plain
      if index == chosen { grid.cursor = Position(x: place.x, y: place.y) }
      grid.put(label(of: choices[index], shell), x: place.x, y: place.y, style: style, width: place.width)
    }
  }
}

/// What a frame leaves for its contents.
private func inside(of box: Rect) -> Rect { box.inset(2, 1) }

/// Draws a frame over what is there and answers its inside.
func drawBox(in grid: inout Grid, _ box: Rect, title: String, _ shell: Shell) -> Rect {
  let glyphs = shell.glyphs
  grid.fill(box)
  guard box.width >= 2, box.height >= 2 else { return box }
  let line = String(repeating: String(glyphs.horizontal), count: box.width - 2)
  grid.put("\(glyphs.topLeft)\(line)\(glyphs.topRight)", x: box.x, y: box.y)
  grid.put("\(glyphs.bottomLeft)\(line)\(glyphs.bottomRight)", x: box.x, y: box.bottom - 1)
  for y in (box.y + 1)..<max(box.y + 1, box.bottom - 1) {
    grid.put(String(glyphs.vertical), x: box.x, y: y)
    grid.put(String(glyphs.vertical), x: box.right - 1, y: y)
  }
  if !title.isEmpty {
    grid.put(" \(title) ", x: box.x + 2, y: box.y, style: shell.theme.heading, width: box.width - 4)
  }
  return inside(of: box)
}
