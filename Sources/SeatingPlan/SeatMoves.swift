package enum Direction: CaseIterable, Sendable { case left, right, up, down }

extension SeatGrid {
  /// The seat to which an arrow key leads, nil at the edge. Sideways it stays in its line; up and down it takes the
  /// nearest seat of the lines beyond, a line counting as much as two columns. The next line's seat that stands nearest
  /// to its own line is taken at any distance from there, so that every line can be reached. With `column`, up and down
  /// keep as near to that column as lines allow.
  package func seat(from seat: Int, towards direction: Direction, column: Int? = nil) -> Int? {
    let spot = spots[seat]
    switch direction {
    case .left: return lines[spot.line].last { spots[$0].column < spot.column }
    case .right: return lines[spot.line].first { spots[$0].column > spot.column }
    case .up:
      let before = stride(from: spot.line - 1, through: 0, by: -1)
      return nearest(to: seat, column ?? spot.column, among: before)
    case .down:
      let behind = stride(from: spot.line + 1, through: lines.count - 1, by: 1)
      return nearest(to: seat, column ?? spot.column, among: behind)
    }
  }

  /// `candidates` are the lines beyond, the nearest first.
  private func nearest(to seat: Int, _ column: Int, among candidates: StrideThrough<Int>) -> Int? {
    let spot = spots[seat]
    var best: (seat: Int, cost: Int)?
    for line in candidates {
      let height = abs(line - spot.line) * 2
      if let best, height >= best.cost { break }
      guard let found = nearest(to: column, in: line) else { continue }
      let distance = abs(spots[found].column - column)
      if best == nil, nearest(to: spots[found].column, in: spot.line) == seat { return found }
      if best.map({ height + distance < $0.cost }) ?? true { best = (found, height + distance) }
    }
    return best?.seat
  }

  /// A line's seat nearest to a column, the left one of two.
  private func nearest(to column: Int, in line: Int) -> Int? {
    lines[line].min { abs(spots[$0].column - column) < abs(spots[$1].column - column) }
  }

  /// The seat nearest to a place that need not have one, such as where a finger points.
  package func seat(nearestTo spot: Spot, within distance: Int) -> Int? {
    let (first, end) = (max(0, spot.line - distance), min(lines.count, spot.line + distance + 1))
    guard first < end else { return nil }
    func cost(_ seat: Int) -> Int { abs(spots[seat].column - spot.column) + 2 * abs(spots[seat].line - spot.line) }
    let found = (first..<end).compactMap { nearest(to: spot.column, in: $0) }.min { cost($0) < cost($1) }
    return found.flatMap { abs(spots[$0].column - spot.column) <= distance ? $0 : nil }
  }

  /// The other seats in reading order from the one after `seat`, round the whole hall; backwards from the one before.
  package func readingOrder(from seat: Int, backwards: Bool = false) -> some Sequence<Int> {
    var line = spots[seat].line
    var place = lines[line].firstIndex(of: seat) ?? 0
    return AnyIterator {
      place += backwards ? -1 : 1
      while !lines[line].indices.contains(place) {
        line = (line + (backwards ? -1 : 1) + lines.count) % lines.count
        place = backwards ? lines[line].count - 1 : 0
      }
      let next = lines[line][place]
      return next == seat ? nil : next
    }
  }

  /// The other seats in the order of a list, round the whole hall as `readingOrder` goes.
  package func listOrder(from seat: Int, backwards: Bool = false) -> some Sequence<Int> {
    let count = spots.count
    return (1..<max(1, count)).lazy.map { (seat + (backwards ? count - $0 : $0)) % count }
  }

  /// The seat to which an arrow key leads in a list of rows: up and down through the seats of the plan, sideways to the
  /// row before and after.
  package func listedSeat(from seat: Int, towards direction: Direction) -> Int? {
    let row = rowOf[seat]
    switch direction {
    case .up: return seat > 0 ? seat - 1 : nil
    case .down: return seat + 1 < spots.count ? seat + 1 : nil
    case .left: return row > 0 ? rows[row - 1].seats.first : nil
    case .right: return row + 1 < rows.count ? rows[row + 1].seats.first : nil
    }
  }

  /// The seats that the list leads through between two seats, from the first.
  package func listedSeats(from anchor: Int, to seat: Int) -> [Int] {
    anchor <= seat ? Array(anchor...seat) : (seat...anchor).reversed()
  }

  /// The seats of the box between two seats, as they are read, from the side of the first.
  package func box(from anchor: Int, to seat: Int) -> [Int] {
    let (a, b) = (spots[anchor], spots[seat])
    let columns = min(a.column, b.column)...max(a.column, b.column)
    let inLines = (min(a.line, b.line)...max(a.line, b.line)).map { line in
      let seats = lines[line].filter { columns.contains(spots[$0].column) }
      return a.column <= b.column ? seats : seats.reversed()
    }
    return (a.line <= b.line ? inLines : inLines.reversed()).flatMap { $0 }
  }
}
