internal import Canvas
internal import SeatingPlan

/// Which part of the hall is on screen, at the zooms that show seats.
struct SeatViewport: Hashable {
  /// Cells a seat takes across.
  var seatWidth = 2
  /// The cell of the picture at the map's left top corner; negative when the hall is smaller than the map.
  private(set) var x = 0
  private(set) var y = 0

  /// Columns at the map's left for row names, and at both sides for the signs that the hall goes on.
  static let margin = 4
  static let rightMargin = 1

  /// The columns in which seats stand.
  static func room(in map: Rect) -> Int { map.width - margin - rightMargin }

  /// Whether the whole hall is on screen.
  func holds(_ hall: HallView, in map: Rect) -> Bool {
    hall.grid.columns * seatWidth <= Self.room(in: map) && hall.lines.count <= map.height
  }

  /// Moves as little as needed for the seat to be well inside the map; a hall that fits stands in the middle.
  mutating func follow(_ spot: SeatGrid.Spot, of hall: HallView, in map: Rect) {
    x = Self.follow(
      spot.column * seatWidth, extent: seatWidth, content: hall.grid.columns * seatWidth,
      room: Self.room(in: map), from: x, step: 12)
    y = Self.follow(
      spot.line - hall.lines.lowerBound, extent: 1, content: hall.lines.count, room: map.height, from: y, step: 4)
  }

  /// Brings the seat to the middle of the map, as far as the hall's edges allow.
  mutating func center(on spot: SeatGrid.Spot, of hall: HallView, in map: Rect) {
    let room = Self.room(in: map)
    x = Self.clamp(spot.column * seatWidth - room / 2, content: hall.grid.columns * seatWidth, room: room)
    y = Self.clamp(
      spot.line - hall.lines.lowerBound - map.height / 2, content: hall.lines.count, room: map.height)
  }

  /// Moves the picture by lines, wherever the cursor is.
  mutating func scroll(lines: Int, of hall: HallView, in map: Rect) {
    y = Self.clamp(y + lines, content: hall.lines.count, room: map.height)
  }

  private static func follow(_ at: Int, extent: Int, content: Int, room: Int, from start: Int, step: Int) -> Int {
    guard content > room else { return -((room - content) / 2) }
    var start = max(0, min(start, content - room))
    if at < start + 1 { start = at - step }
    if at + extent > start + room - 1 { start = at + extent - room + step }
    return max(0, min(start, content - room))
  }

  private static func clamp(_ start: Int, content: Int, room: Int) -> Int {
    content > room ? max(0, min(start, content - room)) : -((room - content) / 2)
  }

  /// Where a place's first cell is on screen, which may be outside of the map.
  func position(of spot: SeatGrid.Spot, of hall: HallView, in map: Rect) -> Position {
    Position(
      x: map.x + Self.margin + spot.column * seatWidth - x, y: map.y + spot.line - hall.lines.lowerBound - y)
  }

  /// The place under a cell of the screen, whether a seat stands there or not.
  func spot(at position: Position, of hall: HallView, in map: Rect) -> SeatGrid.Spot {
    let column = position.x - map.x - Self.margin + x
    // What lies left of the hall is as far from its first column as it looks.
    return SeatGrid.Spot(
      column: column >= 0 ? column / seatWidth : (column + 1) / seatWidth - 1,
      line: position.y - map.y + y + hall.lines.lowerBound)
  }
}
