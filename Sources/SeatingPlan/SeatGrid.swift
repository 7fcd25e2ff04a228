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

  /// Where the stage is, in columns and lines; it may begin before the first line.
  package struct Stage: Hashable, Sendable {
    package let caption: String
    package let firstColumn: Int
    package let lastColumn: Int
    package let line: Int
  }

  package init(_ plan: Plan) {
    let places = plan.places
    let pitch = Self.seatPitch(of: plan)
    let rowGap = Self.rowGap(of: plan, fallback: pitch)
    let left = places.map(\.position.x).min() ?? 0
    let lineOf = Self.lines(of: places.map(\.position.y), gap: rowGap)
    var lines = [[Int]](repeating: [], count: (lineOf.max() ?? -1) + 1)
    for (index, line) in lineOf.enumerated() { lines[line].append(index) }
    var spots = [Spot](repeating: Spot(column: 0, line: 0), count: places.count)
    var columns = 0
    for (line, seats) in lines.enumerated() {
      lines[line] = seats.sorted { (places[$0].position.x, $0) < (places[$1].position.x, $1) }
      var next = 0
      for seat in lines[line] {
        let column = max(next, Int(((places[seat].position.x - left) / pitch).rounded()))
        spots[seat] = Spot(column: column, line: line)
        next = column + 1
      }
      columns = max(columns, next)
    }
    self.places = places
    self.lines = lines
    self.spots = spots
    self.columns = columns
    stage = Self.stage(of: plan, left: left, pitch: pitch)
  }

  /// The usual distance between neighbours in a row, in pixels.
  private static func seatPitch(of plan: Plan) -> Double {
    median(
      plan.zones.flatMap(\.rows).flatMap { row in
        let xs = row.seats.map(\.position.x).sorted()
        return zip(xs, xs.dropFirst()).map { $1 - $0 }.filter { $0 > 1 }
      }) ?? 30
  }

  /// The usual distance between the rows of a zone, in pixels.
  private static func rowGap(of plan: Plan, fallback: Double) -> Double {
    median(
      plan.zones.flatMap { zone in
        let ys = zone.rows.compactMap { row in row.seats.first.map { row.position.y + $0.position.y } }.sorted()
        return zip(ys, ys.dropFirst()).map { $1 - $0 }.filter { $0 > 1 }
      }) ?? fallback
  }

  /// The line of each height: heights closer than half a row share a line, a wide gap leaves lines empty.
  private static func lines(of heights: [Double], gap: Double) -> [Int] {
    var lineAt: [Double: Int] = [:]
    var line = 0
    var anchor: Double?
    for height in Set(heights).sorted() {
      if let start = anchor {
        let distance = height - start
        if distance >= gap / 2 {
          line += min(3, max(1, Int((distance / gap).rounded())))
          anchor = height
        }
      } else {
        anchor = height
      }
      lineAt[height] = line
    }
    return heights.map { lineAt[$0] ?? 0 }
  }

  private static func stage(of plan: Plan, left: Double, pitch: Double) -> Stage? {
    for zone in plan.zones {
      for area in zone.areas {
        guard let caption = area.text?.text, let size = area.rectangle else { continue }
        guard ["stage", "bühne", "무대"].contains(caption.lowercased()) else { continue }
        let x = zone.position.x + area.position.x - left
        return Stage(
          caption: caption, firstColumn: Int((x / pitch).rounded()),
          lastColumn: Int(((x + size.width) / pitch).rounded()) - 1, line: 0)
      }
    }
    return nil
  }

  private static func median(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.sorted()[values.count / 2]
  }
}
