/// Which line of a list is chosen.
package struct ListCursor: Hashable, Sendable {
  package private(set) var index = 0

  package init(_ index: Int = 0) { self.index = index }

  /// Moves to a line of a list of `count`, or as near as there is one.
  package mutating func move(to wanted: Int, of count: Int) { index = max(0, min(wanted, count - 1)) }

  package mutating func move(by step: Int, of count: Int) {
    clamp(to: count)
    move(to: index + step, of: count)
  }

  /// Stays inside a list that has changed.
  package mutating func clamp(to count: Int) { move(to: index, of: count) }

  /// The lines to show when `height` fit: the chosen one always, as near the middle as the ends allow.
  package func window(of count: Int, height: Int) -> Range<Int> {
    let height = max(0, height)
    guard count > height else { return 0..<count }
    let start = max(0, min(index - height / 2, count - height))
    return start..<(start + height)
  }
}
