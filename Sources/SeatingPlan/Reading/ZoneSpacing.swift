/// Moves zones apart that lie on one another, as they do when each is drawn on a page of its own.
enum ZoneSpacing {
  /// The plan with every zone that lies on an earlier one moved below all before it, and which those are. Zones that
  /// stand around one another, such as a gallery round the stalls, stay.
  static func spread(_ plan: Plan) -> (plan: Plan, moved: [Int]) {
    guard (2...mostZones).contains(plan.zones.count) else { return (plan, []) }
    let pitch = pitch(of: plan)
    var floor = Floor(pitch: pitch)
    var moved: [Int] = []
    let zones = plan.zones.enumerated().map { index, zone in
      var zone = zone
      if floor.isTaken(by: zone.seatPoints), let top = zone.seatPoints.map(\.y).min() {
        moved.append(index)
        zone = zone.lowered(by: floor.bottom + 2 * pitch - top)
      }
      floor.add(zone.seatPoints)
      return zone
    }
    return (Plan(name: plan.name, categories: plan.categories, zones: zones, size: plan.size), moved)
  }

  /// No hall has more; with them, looking would take for ever.
  private static let mostZones = 1000

  /// The usual distance between neighbours in a row, in pixels.
  private static func pitch(of plan: Plan) -> Double {
    let distances = plan.zones.flatMap(\.rows).flatMap { row in
      zip(row.seats, row.seats.dropFirst()).map { a, b in
        let (x, y) = (a.position.x - b.position.x, a.position.y - b.position.y)
        return (x * x + y * y).squareRoot()
      }
    }.filter { $0 > 1 }.sorted()
    return distances.isEmpty ? 30 : distances[distances.count / 2]
  }

  /// Where the seats of the zones so far stand, in squares of a seat's width.
  private struct Floor {
    private struct Square: Hashable {
      let x: Int
      let y: Int
    }

    private struct Box {
      let low: Plan.Point
      let high: Plan.Point

      init(_ points: [Plan.Point]) {
        low = Plan.Point(x: points.map(\.x).min() ?? 0, y: points.map(\.y).min() ?? 0)
        high = Plan.Point(x: points.map(\.x).max() ?? 0, y: points.map(\.y).max() ?? 0)
      }

      func meets(_ other: Box) -> Bool {
        low.x <= other.high.x && other.low.x <= high.x && low.y <= other.high.y && other.low.y <= high.y
      }
    }

    let pitch: Double
    private(set) var bottom = -Double.infinity
    private var zonesIn: [Square: [Int]] = [:]
    private var zones: [(box: Box, seats: Int)] = []

    init(pitch: Double) { self.pitch = pitch }

    mutating func add(_ points: [Plan.Point]) {
      for point in points {
        let square = square(of: point)
        if zonesIn[square]?.last != zones.count { zonesIn[square, default: []].append(zones.count) }
      }
      zones.append((Box(points), points.count))
      bottom = max(bottom, points.map(\.y).max() ?? -Double.infinity)
    }

    /// Whether the seats would spread over those of another zone: at least as many as make up a quarter of the smaller
    /// one would stand where there is one of the other.
    func isTaken(by points: [Plan.Point]) -> Bool {
      var touching: [Int: Int] = [:]
      for point in points {
        for zone in zonesIn[square(of: point)] ?? [] { touching[zone, default: 0] += 1 }
      }
      let box = Box(points)
      return touching.contains { zone, count in
        count * 4 >= min(points.count, zones[zone].seats) && zones[zone].box.meets(box)
      }
    }

    private func square(of point: Plan.Point) -> Square {
      Square(x: Int((point.x / pitch).rounded(.down)), y: Int((point.y / pitch).rounded(.down)))
    }
  }
}

extension Plan.Zone {
  fileprivate var seatPoints: [Plan.Point] {
    rows.flatMap { row in row.seats.map { position + row.position + $0.position } }
  }

  fileprivate func lowered(by distance: Double) -> Plan.Zone {
    // To a thousandth of a pixel: a number that is written with all its digits is not read again as it was.
    let y = ((position.y + distance) * 1000).rounded() / 1000
    return Plan.Zone(name: name, position: Plan.Point(x: position.x, y: y), rows: rows, areas: areas)
  }
}
