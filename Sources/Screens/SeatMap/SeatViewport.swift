internal import Canvas
internal import SeatingPlan

/// Which part of the hall is on screen, and how large a seat is.
struct SeatViewport: Hashable {
  /// Cells a seat takes across: 2 with room between, or 1.
  private(set) var seatWidth = 2
  /// The cell of the picture at the map's left top corner; negative when the hall is smaller than the map.
  private(set) var x = 0
  private(set) var y = 0

  /// Columns at the map's left for row names, and at both sides for the signs that the hall goes on.
  static let margin = 4
  static let rightMargin = 1

  /// The columns in which seats stand.
  static func room(in map: Rect) -> Int { map.width - margin - rightMargin }

  /// With room between seats, unless only without it the hall's width fits.
  mutating func fit(_ hall: HallView, in map: Rect) {
    seatWidth = [2, 1].first { hall.grid.columns * $0 <= Self.room(in: map) } ?? 2
  }

  /// Moves as little as needed for the seat to be well inside the map; a hall that fits stands in the middle.
  mutating func follow(_ spot: SeatGrid.Spot, of hall: HallView, in map: Rect) {
    x = Self.follow(
      spot.column * seatWidth, extent: seatWidth, content: hall.grid.columns * seatWidth,
      room: Self.room(in: map), from: x, step: 12)
    y = Self.follow(
      spot.line + HallView.topLines, extent: 1, content: hall.height, room: map.height, from: y, step: 4)
  }

  private static func follow(_ at: Int, extent: Int, content: Int, room: Int, from start: Int, step: Int) -> Int {
    guard content > room else { return -((room - content) / 2) }
    var start = max(0, min(start, content - room))
    if at < start + 1 { start = at - step }
    if at + extent > start + room - 1 { start = at + extent - room + step }
    return max(0, min(start, content - room))
  }

  /// Where a seat's first cell is on screen, which may be outside of the map.
  func position(of spot: SeatGrid.Spot, in map: Rect) -> Position {
    Position(
      x: map.x + Self.margin + spot.column * seatWidth - x, y: map.y + spot.line + HallView.topLines - y)
  }
}

/// How the seat map divides its area.
struct SeatMapLayout {
  let header: Rect
  let map: Rect
  /// The seat under the cursor, in words.
  let sentence: Rect
  /// Tiers, signs and the choice; nil when there is no room beside the map.
  let panel: Rect?

  init(_ area: Rect) {
    let panelWidth = area.width >= 76 ? 27 : 0
    header = Rect(x: area.x, y: area.y, width: area.width, height: 1)
    sentence = Rect(x: area.x, y: area.bottom - 1, width: area.width, height: 1)
    map = Rect(x: area.x, y: area.y + 1, width: area.width - panelWidth, height: area.height - 2)
    panel =
      panelWidth > 0
      ? Rect(x: area.right - panelWidth + 1, y: area.y + 1, width: panelWidth - 1, height: area.height - 2) : nil
  }
}
