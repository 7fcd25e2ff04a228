import TestSupport

@testable import SeatingPlan

/// A plan drawn as text, a line a row from A on: a space is a gap, anything else a seat. Seats are 30 pixels apart.
func drawn(_ picture: String, rowGap: Double = 30) -> Plan {
  let rows = picture.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { line, text in
    let columns = text.enumerated().filter { $0.element != " " }.map(\.offset)
    let points = columns.map { Plan.Point(x: Double($0) * 30, y: Double(line) * rowGap) }
    return columns.isEmpty ? nil : row(String(UnicodeScalar(UInt8(65 + line))), points)
  }
  return Plan(
    name: "Drawn", categories: [Plan.Category(name: "R", color: "#d36060")], zones: [zone("1F", rows)])
}

/// Laid out once for all tests.
let stadiumGrid = SeatGrid(SampleHalls.stadium)

func zone(_ name: String, _ rows: [Plan.Row]) -> Plan.Zone {
  Plan.Zone(name: name, position: Plan.Point(x: 0, y: 0), rows: rows)
}

func row(_ name: String, _ points: [Plan.Point], guid: String = "") -> Plan.Row {
  Plan.Row(
    name: name, position: Plan.Point(x: 0, y: 0),
    seats: points.enumerated().map { index, point in
      Plan.Seat(guid: "\(guid)\(name)-\(index + 1)", number: "\(index + 1)", position: point, category: "R")
    })
}

/// Plans of a shape that differ with the seed; everything about them is in pixels.
enum GeneratedPlan: String, CaseIterable, Sendable {
  case curved, slanted, ragged, overlapping
  /// Rows from which seats are missing, zones of a pitch each, blocks turned by any angle, and rows that run from front to
  /// back.
  case sparse, pitched, turned, sideways

  /// Whether its rows are lines.
  var isLevel: Bool { [.curved, .slanted, .ragged, .sparse, .pitched].contains(self) }

  func plan(seed: Int) -> Plan {
    var random = SeededRandom(seed: UInt64(seed))
    let zones = (0..<Int.random(in: 1...3, using: &random)).map { index in
      switch self {
      case .curved, .slanted, .ragged, .overlapping: zone("\(index + 1)F", rows(of: index, &random))
      case .sparse, .pitched, .turned, .sideways: zone("\(index + 1)F", blockRows(of: index, &random))
      }
    }
    return Plan(name: rawValue, categories: [], zones: zones)
  }

  private func rows(of zone: Int, _ random: inout SeededRandom) -> [Plan.Row] {
    let count = Int.random(in: 1...9, using: &random)
    let angle = Double.random(in: 0...0.45, using: &random) * (zone % 2 == 0 ? 1 : -1)
    let gap = Double.random(in: 26...40, using: &random)
    let aisle = Int.random(in: 0..<12, using: &random)
    let usual = Int.random(in: 4...14, using: &random)
    return (0..<count).map { index in
      var along = 0.0
      // Rows of a slanted block are about equally long; the others need not be.
      let seats = self == .slanted ? usual + index % 2 : Int.random(in: 2...16, using: &random)
      let steps = (0..<seats).map { column in
        along += column != 0 && column == aisle ? 90 : 30
        return along
      }
      let points = steps.map { step in
        switch self {
        case .curved:
          let radius = 700 + Double(index) * gap
          let turn = (step - along / 2) / radius
          return Plan.Point(x: 800 * Double(zone) + radius * sine(turn), y: radius * cosine(turn))
        case .slanted:
          return Plan.Point(
            x: 800 * Double(zone) + step * cosine(angle), y: Double(index) * gap + step * sine(angle))
        case .ragged:
          return Plan.Point(x: step + Double(index * 7 % 4) * 15, y: Double(zone) * 400 + Double(index) * gap)
        case .overlapping, .sparse, .pitched, .turned, .sideways:
          return Plan.Point(
            x: Double(Int.random(in: 0..<8, using: &random) * 20),
            y: Double(Int.random(in: 0..<6, using: &random) * 10))
        }
      }
      return row("\(index + 1)", points, guid: "\(zone)-")
    }
  }

  /// A block of rows that is turned as a whole, to the right of the one before.
  private func blockRows(of zone: Int, _ random: inout SeededRandom) -> [Plan.Row] {
    let half =
      switch self {
      case .turned: Double.random(in: -0.785...0.785, using: &random)
      case .sideways: Bool.random(using: &random) ? Double.pi / 4 : -Double.pi / 4
      default: 0.0
      }
    let way = Plan.Point(x: cosine(half) * cosine(half) - sine(half) * sine(half), y: 2 * sine(half) * cosine(half))
    let pitch = self == .pitched ? Double.random(in: 24...54, using: &random) : 30
    let gap = Double.random(in: 28...44, using: &random)
    let (count, aisle) = (Int.random(in: 3...9, using: &random), Int.random(in: 0..<12, using: &random))
    return (0..<count).map { index in
      let places = (0..<Int.random(in: 6...16, using: &random)).filter { _ in
        self == .pitched || Int.random(in: 0..<6, using: &random) > 0
      }
      let points = (places.isEmpty ? [0] : places).map { place in
        let along = pitch * (Double(place) + (place >= aisle ? 1.5 : 0))
        let back = gap * Double(index)
        return Plan.Point(
          x: 1500 * Double(zone) + along * way.x - back * way.y, y: along * way.y + back * way.x)
      }
      return row("\(index + 1)", points, guid: "\(zone)-")
    }
  }

  /// Close enough up to one radian, and needs no library.
  private func sine(_ x: Double) -> Double { x - x * x * x / 6 + x * x * x * x * x / 120 }
  private func cosine(_ x: Double) -> Double { 1 - x * x / 2 + x * x * x * x / 24 }
}

/// Each shape with a number of seeds.
let generatedPlans = GeneratedPlan.allCases.flatMap { shape in (0..<40).map { (shape, $0) } }

/// Rows of `seats` seats each, turned as a whole; `degrees` is 60, 0 or -60. Guids begin with the zone's name.
func block(
  _ name: String, rows: Int, seats: Int, degrees: Int = 0, at corner: Plan.Point = Plan.Point(x: 0, y: 0),
  pitch: Double = 30, gap: Double = 30
) -> Plan.Zone {
  let way = degrees == 0 ? Plan.Point(x: 1, y: 0) : Plan.Point(x: 0.5, y: degrees > 0 ? 0.866 : -0.866)
  return zone(
    name,
    (0..<rows).map { index in
      let points = (0..<seats).map { seat in
        let (along, back) = (pitch * Double(seat), gap * Double(index))
        return Plan.Point(x: corner.x + along * way.x - back * way.y, y: corner.y + along * way.y + back * way.x)
      }
      return row(String(UnicodeScalar(UInt8(65 + index))), points, guid: name)
    })
}
