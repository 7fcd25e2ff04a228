/// Which line of a list is chosen.
package struct ListCursor: Hashable, Sendable {
  package private(set) var index = 0
  /// On which row of the window it was chosen; nil when it was come to from another line.
  private var row: Int?

  package init(_ index: Int = 0) { self.index = index }

  /// Moves to a line of a list of `count`, or as near as there is one.
  package mutating func move(to wanted: Int, of count: Int) {
    let before = index
    index = max(0, min(wanted, count - 1))
    if index != before { row = nil }
  }

  /// Moves to the line on a row of the window, which stays where it is: a second click meets the same line.
  package mutating func move(toRow row: Int, of window: Range<Int>) {
    guard row >= 0, row < window.count else { return }
    index = window.lowerBound + row
    self.row = row
  }

  package mutating func move(by step: Int, of count: Int) {
    clamp(to: count)
    move(to: index + step, of: count)
  }

  /// Stays inside a list that has changed.
  package mutating func clamp(to count: Int) { move(to: index, of: count) }

  /// The lines to show when `height` fit: the chosen one always, as near the middle as the ends allow, or where it was
  /// clicked.
  package func window(of count: Int, height: Int) -> Range<Int> {
    let height = max(0, height)
    guard count > height else { return 0..<count }
    let line = row.map { min($0, height - 1) } ?? height / 2
    let start = max(0, min(index - line, count - height))
    return start..<(start + height)
  }
}
