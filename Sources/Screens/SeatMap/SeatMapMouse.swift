internal import Canvas
internal import SeatingPlan

extension SeatMapScreen {
  /// A click on a seat chooses it, or drops it from the choice; where the whole hall is drawn it goes to the section, and
  /// again into it.
  mutating func click(at place: Position, in area: Rect, _ shell: Shell) -> Key? {
    let map = SeatMapLayout(area).map
    guard let hall, ended == nil, entry == nil, map.contains(place) else { return nil }
    if isList { return clickList(at: place, hall, map) }
    if zoom == .hall { return clickSection(at: place, hall, map) }
    let spot = viewport.spot(at: place, of: hall, in: map)
    let seats = (map.x + SeatViewport.margin)..<(map.right - SeatViewport.rightMargin)
    guard seats.contains(place.x), hall.grid.lines.indices.contains(spot.line),
      let seat = hall.grid.seat(nearestTo: spot, within: 0),
      hall.grid.spots[seat].line == spot.line
    else { return nil }
    cursor = seat
    return .space
  }

  private mutating func clickSection(at place: Position, _ hall: HallView, _ map: Rect) -> Key? {
    guard let raster, let section = OverviewDrawing.section(at: place, of: raster, in: map) else { return nil }
    if hall.grid.section(of: cursor) == section { return "+" }
    cursor = door(of: section, hall)
    return nil
  }

  private mutating func clickList(at place: Position, _ hall: HallView, _ map: Rect) -> Key? {
    let columns = SeatListColumns(hall.grid, cursor: cursor, listCursors, in: map)
    if let section = columns.sections.follow(clickAt: place, &listCursors.sections) {
      cursor = hall.grid.seats(ofSection: section).first ?? cursor
    } else if let row = columns.rows.follow(clickAt: place, &listCursors.rows) {
      cursor = hall.grid.rows[row].seats.lowerBound
    } else if let seat = columns.seats.follow(clickAt: place, &listCursors.seats) {
      cursor = seat
      return .space
    }
    return nil
  }

  /// Scrolls the map, wherever the cursor is; in a list it goes through the seats.
  mutating func wheel(at place: Position, down: Bool, in area: Rect, _ shell: Shell) {
    guard let hall, ended == nil, entry == nil else { return }
    if isList || zoom == .hall {
      step(down ? .down : .up, isList ? 3 : 1, hall)
    } else {
      viewport.scroll(lines: down ? 3 : -3, of: hall, in: SeatMapLayout(area).map)
    }
  }
}
