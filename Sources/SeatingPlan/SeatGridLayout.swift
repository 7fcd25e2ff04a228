internal import Foundation

/// From a plan's pixels to places.
extension SeatGrid {
  package init(_ plan: Plan) {
    let layout = Layout(plan)
    let grid = Self(
      sections: plan.zones.filter { zone in zone.rows.contains { !$0.seats.isEmpty } }.map(\.name), rows: layout.rows,
      spots: layout.spots, areas: layout.areas)
    guard let grid else { preconditionFailure("the layout gives every seat a place of its own") }
    self = grid
  }
}

private struct Layout {
  private(set) var rows: [SeatGrid.Row] = []
  private(set) var spots: [SeatGrid.Spot]
  private(set) var areas: [SeatGrid.Area] = []
  private let positions: [Plan.Point]
  /// The usual distance between neighbours in a row, and between rows, in pixels.
  private let pitch: Double
  private let gap: Double
  /// Where column 0 lies, in pixels.
  private var left: Double
  /// The line and the height in pixels of each rank that begins a line, from the front.
  private var heights: [(line: Int, height: Double)] = []

  init(_ plan: Plan) {
    positions = plan.places.map(\.position)
    spots = [SeatGrid.Spot](repeating: SeatGrid.Spot(column: 0, line: 0), count: positions.count)
    pitch = Self.seatPitch(of: plan)
    left = positions.map(\.x).min() ?? 0
    let zones = plan.zones.filter { zone in zone.rows.contains { !$0.seats.isEmpty } }
    var first = 0
    for (section, zone) in zones.enumerated() {
      for row in zone.rows where !row.seats.isEmpty {
        rows.append(SeatGrid.Row(section: section, name: row.name, seats: first..<(first + row.seats.count)))
        first += row.seats.count
      }
    }
    let ranks = Self.ranks(of: rows, positions)
    gap = Self.rowGap(of: ranks, pitch: pitch)
    place(lines(of: ranks))
    // A section's name stands on the map anyway.
    let names = Set(zones.map { $0.name.lowercased() })
    areas = plan.zones.flatMap { zone in zone.areas.compactMap { area(of: $0, in: zone) } }
      .filter { $0.isFilled || $0.isStage || !names.contains($0.caption.lowercased()) }
  }

  /// Seats that share a line: a row, or one seat of a row that is steeper than it is wide.
  private struct Rank {
    let seats: [Int]
    let section: Int
    /// The height of its middle, which stays between its neighbours' when rows are curved or slanted.
    let height: Double
  }

  private static func ranks(of rows: [SeatGrid.Row], _ positions: [Plan.Point]) -> [Rank] {
    rows.flatMap { row -> [Rank] in
      let seats = row.seats.sorted { (positions[$0].x, $0) < (positions[$1].x, $1) }
      let heights = seats.map { positions[$0].y }
      let width = positions[seats[seats.count - 1]].x - positions[seats[0]].x
      if (heights.max() ?? 0) - (heights.min() ?? 0) > width {
        return zip(seats, heights).map { Rank(seats: [$0], section: row.section, height: $1) }
      }
      let middle = (heights[(seats.count - 1) / 2] + heights[seats.count / 2]) / 2
      return [Rank(seats: seats, section: row.section, height: middle)]
    }
  }

  /// The seats of each line. Rows closer than half a row's gap share one unless one stands before the other; a wide gap
  /// leaves lines empty, and so does a section that begins behind all that came before it: its name stands there.
  private mutating func lines(of ranks: [Rank]) -> [[Int]] {
    let sorted = ranks.sorted { ($0.height, $0.seats[0]) < ($1.height, $1.seats[0]) }
    var last: [Int: Int] = [:]
    for (index, rank) in sorted.enumerated() { last[rank.section] = index }
    var lines: [[Int]] = []
    var anchor = 0.0
    var taken: Set<Int> = []
    var begun: Set<Int> = []
    for (index, rank) in sorted.enumerated() {
      let columns = rank.seats.map { Self.count((positions[$0].x - left) / pitch) }
      let distance = rank.height - anchor
      if lines.isEmpty || distance >= gap / 2 || !taken.isDisjoint(with: columns) {
        let isBehindAll = !begun.contains(rank.section) && begun.allSatisfy { (last[$0] ?? 0) < index }
        let least = isBehindAll ? 2 : 1
        let step = lines.isEmpty ? 1 : max(least, min(3, Self.count(distance / gap)))
        lines += [[Int]](repeating: [], count: step)
        anchor = rank.height
        heights.append((lines.count - 1, anchor))
        taken = []
      }
      begun.insert(rank.section)
      lines[lines.count - 1] += rank.seats
      taken.formUnion(columns)
    }
    return lines
  }

  private mutating func place(_ lines: [[Int]]) {
    for (line, seats) in lines.enumerated() {
      let sorted = seats.sorted { (positions[$0].x, $0) < (positions[$1].x, $1) }
      var next = Int.min
      for run in runs(of: sorted) {
        let middle = (positions[run[0]].x + positions[run[run.count - 1]].x) / 2 - left
        let start = max(next, Self.count(middle / pitch - Double(run.count - 1) / 2))
        for (step, seat) in run.enumerated() { spots[seat] = SeatGrid.Spot(column: start + step, line: line) }
        next = start + run.count + 1
      }
    }
    // A run that is wider in seats than in pixels may begin before the plan's left edge.
    let edge = spots.map(\.column).min() ?? 0
    spots = spots.map { SeatGrid.Spot(column: $0.column - edge, line: $0.line) }
    left += Double(edge) * pitch
  }

  /// A line's seats, cut wherever there is room for another seat between two.
  private func runs(of line: [Int]) -> [[Int]] {
    var runs: [[Int]] = []
    for seat in line {
      if let last = runs.last?.last, positions[seat].x - positions[last].x < pitch * 1.5 {
        runs[runs.count - 1].append(seat)
      } else {
        runs.append([seat])
      }
    }
    return runs
  }

  /// The nearest whole number, within what a hall can have.
  private static func count(_ value: Double) -> Int { Int(max(-10_000, min(10_000, value.rounded()))) }

  private static func seatPitch(of plan: Plan) -> Double {
    median(
      plan.zones.flatMap(\.rows).flatMap { row in
        let xs = row.seats.map(\.position.x).sorted()
        return zip(xs, xs.dropFirst()).map { $1 - $0 }.filter { $0 > 1 }
      }) ?? 30
  }

  /// The usual distance between the rows of a section. What is closer than seats can stand is one row in parts.
  private static func rowGap(of ranks: [Rank], pitch: Double) -> Double {
    let gaps = Dictionary(grouping: ranks, by: \.section).values.flatMap { ranks in
      let heights = ranks.map(\.height).sorted()
      return zip(heights, heights.dropFirst()).map { $1 - $0 }.filter { $0 > pitch / 2 }
    }
    return median(gaps) ?? pitch
  }

  private static func median(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.sorted()[values.count / 2]
  }
}

// MARK: - Areas

extension Layout {
  /// What stages are called on plans.
  private static let stageNames = ["stage", "bühne", "scène", "escenario", "palco", "scena", "podium", "무대", "무 대"]

  private func area(of area: Plan.Area, in zone: Plan.Zone) -> SeatGrid.Area? {
    let caption = area.text?.text ?? ""
    let corner = zone.position + area.position
    let isStage = Self.stageNames.contains(caption.lowercased())
    if let box = area.box, !caption.isEmpty || area.hasColor {
      let top = line(at: corner.y + box.y)
      let bottom = max(top, line(at: corner.y + box.y + box.height - gap / 2))
      let first = column(at: corner.x + box.x)
      let columns = first...max(first, column(at: corner.x + box.x + box.width) - 1)
      let holdsSeats = spots.contains { columns.contains($0.column) && (top...bottom).contains($0.line) }
      if !holdsSeats {
        return SeatGrid.Area(
          caption: caption, isStage: isStage, isFilled: area.hasColor, columns: columns, lines: top...bottom)
      }
    }
    guard !caption.isEmpty else { return nil }
    let offset = area.text?.position ?? Plan.Point(x: 0, y: 0)
    let (column, line) = (column(at: corner.x + offset.x), line(at: corner.y + offset.y))
    return SeatGrid.Area(
      caption: caption, isStage: isStage, isFilled: false, columns: column...column, lines: line...line)
  }

  private func column(at x: Double) -> Int { Self.count((x - left) / pitch) }

  /// The line at a height: between rows by the nearer one, before and behind all rows at the margin's outer line.
  private func line(at y: Double) -> Int {
    guard let first = heights.first, let last = heights.last else { return 0 }
    if y < first.height - gap / 2 { return -SeatGrid.margin }
    if y > last.height + gap / 2 { return last.line + SeatGrid.margin }
    let before = heights.last { $0.height <= y } ?? first
    let after = heights.first { $0.height > y } ?? last
    guard after.height > before.height else { return before.line }
    let share = (y - before.height) / (after.height - before.height)
    return before.line + Int((Double(after.line - before.line) * share).rounded())
  }
}

extension Plan.Area {
  /// The box round the area, from its position, in pixels; nil for a caption alone.
  fileprivate var box: (x: Double, y: Double, width: Double, height: Double)? {
    let turned = outline.map { $0.turned(by: rotation ?? 0) }
    guard let left = turned.map(\.x).min(), let top = turned.map(\.y).min(), let right = turned.map(\.x).max(),
      let bottom = turned.map(\.y).max()
    else { return nil }
    return (left, top, right - left, bottom - top)
  }

  /// Points that its shape lies within.
  private var outline: [Plan.Point] {
    func corners(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) -> [Plan.Point] {
      [(left, top), (right, top), (right, bottom), (left, bottom)].map { Plan.Point(x: $0, y: $1) }
    }
    if let rectangle { return corners(0, 0, rectangle.width, rectangle.height) }
    if let circle { return corners(-circle.radius, -circle.radius, circle.radius, circle.radius) }
    if let ellipse { return corners(-ellipse.radius.x, -ellipse.radius.y, ellipse.radius.x, ellipse.radius.y) }
    return polygon?.points ?? []
  }

  /// Whether it is more than a caption: what has a colour of its own, however it is written.
  fileprivate var hasColor: Bool { color != "transparent" && color != "none" }
}

extension Plan.Point {
  /// Turned round the origin, clockwise by degrees.
  fileprivate func turned(by degrees: Double) -> Plan.Point {
    guard degrees != 0 else { return self }
    let (sine, cosine) = (sin(degrees * .pi / 180), cos(degrees * .pi / 180))
    return Plan.Point(x: x * cosine - y * sine, y: x * sine + y * cosine)
  }
}
