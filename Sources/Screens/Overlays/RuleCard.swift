internal import Booking
internal import Canvas
internal import Wording

/// A rule in short, over the screen that cited it.
struct RuleCard {
  private let number: Int

  init(_ number: Int) { self.number = number }

  private static let widest = 72

  func box(_ shell: Shell) -> Rect {
    let room = Chrome.room(for: shell.size)
    let width = min(Self.widest, room.width - 2)
    return room.centered(width: width, height: min(room.height, rows(width - 4, shell).count + 2))
  }

  private func rows(_ width: Int, _ shell: Shell) -> [String] {
    (RuleWords.text(number, shell.language) ?? "").wrapped(to: width)
  }

  func draw(in grid: inout Grid, _ shell: Shell) {
    let title = RuleWords.title(number, shell.language) ?? ""
    let inside = drawBox(
      in: &grid, box(shell), title: shell.language("규칙 \(number): \(title)", "Rule \(number): \(title)"), shell)
    for (line, row) in rows(inside.width, shell).prefix(inside.height).enumerated() {
      grid.put(row, x: inside.x, y: inside.y + line, width: inside.width)
    }
  }
}
