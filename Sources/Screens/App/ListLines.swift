internal import Canvas

/// The lines of a list that show, each on a row of its own: one computation for drawing and for the mouse.
struct ListLines {
  private let area: Rect
  /// Which lines of the list show.
  let window: Range<Int>

  init(_ cursor: ListCursor, of count: Int, in area: Rect) {
    self.area = area
    window = cursor.window(of: count, height: area.height)
  }

  /// The lines with the rows of the screen that they stand on.
  var rows: [(index: Int, y: Int)] { window.enumerated().map { (index: $1, y: area.y + $0) } }

  /// The row under the last one.
  var bottom: Int { area.y + window.count }

  /// On which row of the window a place is; nil beside the lines.
  func row(at place: Position) -> Int? {
    area.contains(place) && place.y < bottom ? place.y - area.y : nil
  }
}

extension ListCursor {
  /// Follows a click: to the line there, and nowhere beside the lines. On the line that is chosen already it is Enter.
  mutating func follow(clickAt place: Position, in lines: ListLines) -> Key? {
    guard let row = lines.row(at: place) else { return nil }
    if lines.window.lowerBound + row == index { return .enter }
    move(toRow: row, of: lines.window)
    return nil
  }

  /// Follows the wheel.
  mutating func follow(wheelDown: Bool, count: Int) { move(by: wheelDown ? 3 : -3, of: count) }
}
