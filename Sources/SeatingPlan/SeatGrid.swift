/// A plan's seats in a grid of whole places: rows stay rows, aisles stay gaps, and no two seats share a place.
/// Columns count seats from the left, lines count rows from the front.
package struct SeatGrid: Sendable {
  package struct Spot: Hashable, Sendable {
    package let column: Int
    package let line: Int

    package init(column: Int, line: Int) {
      self.column = column
      self.line = line
    }
  }

  /// A line of the grid: seats by index into `places`, from the left.
  package let lines: [[Int]]
  package let places: [Plan.Place]
  package let spots: [Spot]
  package let columns: Int
  package let stage: Stage?

  /// Where the stage is, in columns; it stands before the first line.
  package struct Stage: Hashable, Sendable {
    package let firstColumn: Int
    package let lastColumn: Int
  }

  package init(_ plan: Plan) {
    let places = plan.places
    let pitch = Self.seatPitch(of: plan)
    let left = places.map(\.position.x).min() ?? 0
    let columnOf = places.map { Self.count(($0.position.x - left) / pitch) }
    let ranks = Self.ranks(of: plan, places)
    var lines = Self.lines(of: ranks, columnOf, gap: Self.rowGap(of: ranks, pitch: pitch))
    var spots = [Spot](repeating: Spot(column: 0, line: 0), count: places.count)
    for (line, seats) in lines.enumerated() {
      lines[line] = seats.sorted { (places[$0].position.x, $0) < (places[$1].position.x, $1) }
      var next = Int.min
      for run in Self.runs(of: lines[line], places, pitch) {
        let middle = (places[run[0]].position.x + places[run[run.count - 1]].position.x) / 2 - left
        let start = max(next, Self.count(middle / pitch - Double(run.count - 1) / 2))
        for (step, seat) in run.enumerated() { spots[seat] = Spot(column: start + step, line: line) }
        next = start + run.count + 1
      }
    }
    // A run that is wider in seats than in pixels may begin before the plan's left edge.
    let edge = spots.map(\.column).min() ?? 0
    self.places = places
    self.lines = lines
    self.spots = spots.map { Spot(column: $0.column - edge, line: $0.line) }
    columns = (self.spots.map(\.column).max() ?? -1) + 1
    stage = Self.stage(of: plan, left: left + Double(edge) * pitch, pitch: pitch)
  }

  /// Seats that share a line: a row, or one seat of a row that is steeper than it is wide.
  private struct Rank {
    let seats: [Int]
    let zone: Int
    /// The height of its middle, which stays between its neighbours' when rows are curved or slanted.
    let height: Double
  }

  private static func ranks(of plan: Plan, _ places: [Plan.Place]) -> [Rank] {
    var first = 0
    var ranks: [Rank] = []
    for (zone, part) in plan.zones.enumerated() {
      for row in part.rows where !row.seats.isEmpty {
        let seats = (first..<(first + row.seats.count)).sorted { places[$0].position.x < places[$1].position.x }
        first += row.seats.count
        let heights = seats.map { places[$0].position.y }
        let width = places[seats[seats.count - 1]].position.x - places[seats[0]].position.x
        if (heights.max() ?? 0) - (heights.min() ?? 0) > width {
          ranks += zip(seats, heights).map { Rank(seats: [$0], zone: zone, height: $1) }
        } else {
          let middle = (heights[(seats.count - 1) / 2] + heights[seats.count / 2]) / 2
          ranks.append(Rank(seats: seats, zone: zone, height: middle))
        }
      }
    }
    return ranks
  }

  /// The seats of each line. Rows closer than half a row's gap share one unless one stands before the other; a wide gap
  /// leaves lines empty.
  private static func lines(of ranks: [Rank], _ columnOf: [Int], gap: Double) -> [[Int]] {
    var lines: [[Int]] = []
    var anchor = 0.0
    var taken: Set<Int> = []
    for rank in ranks.sorted(by: { ($0.height, $0.seats[0]) < ($1.height, $1.seats[0]) }) {
      let columns = rank.seats.map { columnOf[$0] }
      let distance = rank.height - anchor
      if lines.isEmpty || distance >= gap / 2 || !taken.isDisjoint(with: columns) {
        let step = lines.isEmpty ? 1 : max(1, min(3, count(distance / gap)))
        lines += [[Int]](repeating: [], count: step)
        anchor = rank.height
        taken = []
      }
      lines[lines.count - 1] += rank.seats
      taken.formUnion(columns)
    }
    return lines
  }

  /// A line's seats, cut wherever there is room for another seat between two.
  private static func runs(of line: [Int], _ places: [Plan.Place], _ pitch: Double) -> [[Int]] {
    var runs: [[Int]] = []
    for seat in line {
      if let last = runs.last?.last, places[seat].position.x - places[last].position.x < pitch * 1.5 {
        runs[runs.count - 1].append(seat)
      } else {
        runs.append([seat])
      }
    }
    return runs
  }

  /// The nearest whole number, within what a hall can have.
  private static func count(_ value: Double) -> Int { Int(max(-10_000, min(10_000, value.rounded()))) }

  /// The usual distance between neighbours in a row, in pixels.
  private static func seatPitch(of plan: Plan) -> Double {
    median(
      plan.zones.flatMap(\.rows).flatMap { row in
        let xs = row.seats.map(\.position.x).sorted()
        return zip(xs, xs.dropFirst()).map { $1 - $0 }.filter { $0 > 1 }
      }) ?? 30
  }

  /// The usual distance between the rows of a zone, in pixels. What is closer than seats can stand is one row in parts.
  private static func rowGap(of ranks: [Rank], pitch: Double) -> Double {
    let zones = Dictionary(grouping: ranks, by: \.zone).values
    let gaps = zones.flatMap { zone in
      let heights = zone.map(\.height).sorted()
      return zip(heights, heights.dropFirst()).map { $1 - $0 }.filter { $0 > pitch / 2 }
    }
    return median(gaps) ?? pitch
  }

  private static func stage(of plan: Plan, left: Double, pitch: Double) -> Stage? {
    for zone in plan.zones {
      for area in zone.areas {
        guard let caption = area.text?.text, let size = area.rectangle else { continue }
        guard ["stage", "bühne", "무대"].contains(caption.lowercased()) else { continue }
        let x = zone.position.x + area.position.x - left
        return Stage(firstColumn: count(x / pitch), lastColumn: count((x + size.width) / pitch) - 1)
      }
    }
    return nil
  }

  private static func median(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.sorted()[values.count / 2]
  }
}
