/// Seats in runs of neighbours: people who take neighbours sit together.
package struct SeatRuns: Hashable, Sendable {
  /// The runs laid end to end.
  private(set) var seats: [Int] = []
  /// Where in `seats` each run lies.
  private(set) var runs: [Range<Int>] = []
  /// Seats of the longest run.
  private(set) var longest = 0
  private var start = 0

  mutating func append(_ seat: Int) { seats.append(seat) }

  /// Ends the run at hand; the next seat begins another.
  mutating func cut() {
    guard start < seats.count else { return }
    runs.append(start..<seats.count)
    longest = max(longest, seats.count - start)
    start = seats.count
  }

  /// The runs cut wherever a seat is taken out.
  func without(_ taken: Set<Int>) -> SeatRuns {
    guard !taken.isEmpty else { return self }
    var rest = SeatRuns()
    for run in runs {
      for seat in seats[run] {
        if taken.contains(seat) { rest.cut() } else { rest.append(seat) }
      }
      rest.cut()
    }
    return rest
  }
}

extension SeatGrid {
  /// A row's seats along it, cut wherever two do not stand side by side, and wherever one does not pass. A row may run
  /// in any direction.
  func addNeighbours(inRow row: Int, to runs: inout SeatRuns, where passes: (Int) -> Bool) {
    var last: Spot?
    for seat in along(row: row) {
      let spot = spots[seat]
      if let last, abs(spot.column - last.column) > 1 || abs(spot.line - last.line) > 1 { runs.cut() }
      if passes(seat) { runs.append(seat) } else { runs.cut() }
      last = spot
    }
    runs.cut()
  }

  /// Whether the row of a seat goes on along the seat's line, or has no other seat.
  package func isAlongLine(_ seat: Int) -> Bool {
    let row = rows[rowOf[seat]].seats
    if row.count == 1 { return true }
    return [seat - 1, seat + 1].contains { row.contains($0) && spots[$0].line == spots[seat].line }
  }

  /// A row's seats at its ends: the left and the right one, or of a row that runs from front to back the front and the
  /// rear one.
  package func ends(ofRow row: Int) -> (first: Int, last: Int) {
    let seats = along(row: row)
    return (seats[0], seats[seats.count - 1])
  }

  /// The runs of one row.
  package func neighbours(inRow row: Int, where passes: (Int) -> Bool = { _ in true }) -> [[Int]] {
    var runs = SeatRuns()
    addNeighbours(inRow: row, to: &runs, where: passes)
    return runs.runs.map { Array(runs.seats[$0]) }
  }

  /// A row's seats from one end to the other.
  private func along(row: Int) -> [Int] {
    let seats = rows[row].seats
    // Most rows lie in one line and are numbered from the left.
    let isPlain = zip(seats, seats.dropFirst()).allSatisfy { a, b in
      spots[a].line == spots[b].line && spots[a].column < spots[b].column
    }
    if isPlain { return Array(seats) }
    let isLevel = Set(seats.map { spots[$0].line }).count <= Set(seats.map { spots[$0].column }).count
    return seats.sorted { a, b in isLevel ? spots[a].column < spots[b].column : spots[a].line < spots[b].line }
  }
}
