internal import Canvas
internal import SeatingPlan

/// How large the hall is drawn, from the whole of it to seats with their numbers.
enum Zoom: Int, CaseIterable, Comparable {
  case hall, small, seats, numbered

  static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  /// The step that opening takes: seats with room between them where the hall fits so, else without; a hall of sections
  /// that does not fit opens as a whole.
  static func suiting(_ hall: HallView, in map: Rect) -> Zoom {
    let room = SeatViewport.room(in: map)
    if hall.grid.columns * Zoom.seats.cells() <= room, hall.lines.count <= map.height { return .seats }
    if hall.grid.sections.count >= 4, hall.grid.columns > room || hall.lines.count > 2 * map.height { return .hall }
    return [.seats, .small].first { hall.grid.columns * $0.cells() <= room } ?? .seats
  }

  /// Cells a seat takes across; none while the whole hall is drawn. `digits` are those of the longest number.
  func cells(digits: Int = 2) -> Int {
    switch self {
    case .hall: 0
    case .small: 1
    case .seats: 2
    case .numbered: digits + 2
    }
  }
}
