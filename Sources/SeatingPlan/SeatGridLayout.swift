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
  private(set) var spots: [SeatGrid.Spot] = []
  private(set) var areas: [SeatGrid.Area] = []
  /// The usual distance between neighbours in a row, and between rows, in pixels.
  private let pitch: Double
  private let gap: Double
  /// Where column 0 lies, in pixels.
  private let left: Double
  /// The line and the height in pixels of each rank that begins a line, from the front.
  private let heights: [(line: Int, height: Double)]

  init(_ plan: Plan) {
    let zones = plan.zones.filter { zone in zone.rows.contains { !$0.seats.isEmpty } }
    var first = 0
    for (section, zone) in zones.enumerated() {
      for row in zone.rows where !row.seats.isEmpty {
        rows.append(SeatGrid.Row(section: section, name: row.name, seats: first..<(first + row.seats.count)))
        first += row.seats.count
      }
    }
    let blocks = SeatBlocks(rows, at: zones.flatMap(\.positions))
    let lines = SeatLines(blocks)
    let columns = SeatColumns(lines, blocks)
    (pitch, gap, heights) = (blocks.pitch, lines.gap, lines.heights)
    left = blocks.left + Double(columns.edge) * pitch
    spots = columns.spots
    // A section's name stands on the map anyway.
    let names = Set(zones.map { $0.name.lowercased() })
    areas = plan.zones.flatMap { zone in zone.areas.compactMap { area(of: $0, in: zone) } }
      .filter { $0.isFilled || $0.isStage || !names.contains($0.caption.lowercased()) }
  }

  /// The nearest whole number, within what a hall can have.
  private static func count(_ value: Double) -> Int { value.cells }
}

extension Plan.Zone {
  /// Where its seats stand, row by row.
  fileprivate var positions: [Plan.Point] {
    rows.flatMap { row in
      let corner = position + row.position
      return row.seats.map { (corner + $0.position).withinReach }
    }
  }
}

extension Plan.Point {
  /// No further away than numbers go that can still be told apart.
  fileprivate var withinReach: Plan.Point {
    Plan.Point(x: max(-1e9, min(1e9, x)), y: max(-1e9, min(1e9, y)))
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
    if let box = area.box, !caption.isEmpty || area.isFilled {
      let top = line(at: corner.y + box.y)
      let bottom = max(top, line(at: corner.y + box.y + box.height - gap / 2))
      let first = column(at: corner.x + box.x)
      let columns = first...max(first, column(at: corner.x + box.x + box.width) - 1)
      let holdsSeats = spots.contains { columns.contains($0.column) && (top...bottom).contains($0.line) }
      if !holdsSeats {
        return SeatGrid.Area(
          caption: caption, isStage: isStage, isFilled: area.isFilled, columns: columns, lines: top...bottom)
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
    switch shape {
    case "rectangle": return rectangle.map { corners(0, 0, $0.width, $0.height) } ?? []
    case "circle": return circle.map { corners(-$0.radius, -$0.radius, $0.radius, $0.radius) } ?? []
    case "ellipse": return ellipse.map { corners(-$0.radius.x, -$0.radius.y, $0.radius.x, $0.radius.y) } ?? []
    default: return polygon?.points ?? []
    }
  }

  /// Whether it is more than a caption: all that is not said to be see-through.
  fileprivate var isFilled: Bool { color != "transparent" && color != "none" }
}

extension Plan.Point {
  /// Turned round the origin, clockwise by degrees.
  fileprivate func turned(by degrees: Double) -> Plan.Point {
    guard degrees != 0 else { return self }
    let (sine, cosine) = (sin(degrees * .pi / 180), cos(degrees * .pi / 180))
    return Plan.Point(x: x * cosine - y * sine, y: x * sine + y * cosine)
  }
}
