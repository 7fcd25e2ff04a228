internal import Canvas
internal import SeatingPlan

/// The whole hall scaled into cells, each of two by four dots: which dot each seat is. A seat is a square dot, as large
/// as fits, so that the picture keeps the hall's shape.
struct HallRaster {
  let size: Size
  /// By seat: its cell, row by row, and its dots in the cell as braille numbers them.
  private(set) var cellOf: [Int] = []
  private(set) var dotsOf: [UInt8] = []
  /// By cell: how many seats it stands for, and a section that it shows.
  private(set) var seatsIn: [Int]
  private(set) var sectionIn: [Int?]
  /// By cell: the dots of all its seats.
  private(set) var fullDots: [UInt8] = []
  /// Seats per dot across and down, and dots per seat: one of them is 1.
  private let shrink: (across: Double, down: Double)
  private let grow: Int
  private var tally: HallTally?

  /// As large as `room` allows, and up to `stretch` times as wide as the hall's shape would have it.
  init(_ hall: HallView, in room: Size, stretch: Double = 1) {
    let columns = max(1, hall.grid.columns)
    let lines = hall.grid.lines.count
    grow = columns * 2 <= room.width * 2 && lines * 2 <= room.height * 4 ? 2 : 1
    let across = max(1, Double(columns) / Double(max(1, room.width * 2)))
    let down = max(1, Double(lines) / Double(max(1, room.height * 4)))
    shrink = (max(across, down / stretch), max(across, down))
    let dots = (
      x: Self.scaled(columns - 1, shrink.across) * grow + grow, y: Self.scaled(lines - 1, shrink.down) * grow + grow
    )
    size = Size(width: (dots.x + 1) / 2, height: (dots.y + 3) / 4)
    seatsIn = [Int](repeating: 0, count: size.width * size.height)
    sectionIn = [Int?](repeating: nil, count: seatsIn.count)
    for (seat, spot) in hall.grid.spots.enumerated() {
      let (x, y) = dot(of: spot)
      let cell = y / 4 * size.width + x / 2
      cellOf.append(cell)
      var dots: UInt8 = 0
      for dy in 0..<grow { for dx in 0..<grow { dots |= Self.bit(x % 2 + dx, y % 4 + dy) } }
      dotsOf.append(dots)
      seatsIn[cell] += 1
      sectionIn[cell] = hall.grid.section(of: seat)
    }
    if shrink.down > 1 { keepSectionsApart() }
    fullDots = [UInt8](repeating: 0, count: seatsIn.count)
    for (seat, cell) in cellOf.enumerated() { fullDots[cell] |= dotsOf[seat] }
  }

  /// Leaves a line of dots free where one section ends and another begins in the next cell: the aisles between them are
  /// too narrow to be seen.
  private mutating func keepSectionsApart() {
    func other(_ cell: Int, _ section: Int?) -> Bool {
      cell < sectionIn.count && sectionIn[cell] != nil && sectionIn[cell] != section
    }
    let kept = sectionIn.enumerated().map { cell, section -> UInt8 in
      let isLastColumn = cell % size.width == size.width - 1
      let right: UInt8 = !isLastColumn && other(cell + 1, section) ? 0xB8 : 0
      let bottom: UInt8 = other(cell + size.width, section) ? 0xC0 : 0
      return ~(right | bottom)
    }
    for (seat, cell) in cellOf.enumerated() { dotsOf[seat] &= kept[cell] }
  }

  /// What the cells show now.
  func tally(of board: SeatBoard, _ filter: SeatFilter) -> HallTally {
    if let tally, tally.isOf(board, filter) { return tally }
    return HallTally(self, board, filter)
  }

  /// Counts once for all pictures that follow, while nothing changes.
  mutating func count(_ board: SeatBoard, _ filter: SeatFilter) { tally = tally(of: board, filter) }

  private static func scaled(_ value: Int, _ shrink: Double) -> Int { Int(Double(value) / shrink) }

  private func dot(of spot: SeatGrid.Spot) -> (x: Int, y: Int) {
    (Self.scaled(spot.column, shrink.across) * grow, Self.scaled(spot.line, shrink.down) * grow)
  }

  /// The cell of a place, which may lie outside of the picture.
  func cell(of spot: SeatGrid.Spot) -> Position {
    let (x, y) = dot(of: spot)
    return Position(x: x / 2, y: Int((Double(y) / 4).rounded(.down)))
  }

  /// The cells that a box of places takes.
  func cells(columns: ClosedRange<Int>, lines: ClosedRange<Int>) -> Rect {
    let first = cell(of: SeatGrid.Spot(column: columns.lowerBound, line: lines.lowerBound))
    let last = cell(of: SeatGrid.Spot(column: columns.upperBound, line: lines.upperBound))
    return Rect(x: first.x, y: first.y, width: last.x - first.x + 1, height: last.y - first.y + 1)
  }

  /// The dot at a column and line of a cell, as braille counts them.
  private static func bit(_ x: Int, _ y: Int) -> UInt8 {
    let bits: [UInt8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
    return bits[y * 2 + x]
  }
}

extension Glyphs {
  /// The sign of a cell of the whole hall: its dots, or without such signs how many seats are free.
  func density(_ dots: UInt8, free: Int, of total: Int) -> Unicode.Scalar {
    if free == 0 { return seatSold }
    guard isASCII else { return Unicode.Scalar(0x2800 + UInt32(dots)) ?? " " }
    return free * 3 <= total ? "." : free * 3 <= total * 2 ? ":" : "%"
  }
}
