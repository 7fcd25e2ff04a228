package import Booking
package import SeatingPlan

/// A hall's plan as the map walks it: the grid of seats, and where section names stand.
struct HallView: Sendable {
  struct Label: Hashable {
    let text: String
    let middleColumn: Int
    /// In lines of the picture, the stage being on the first.
    let y: Int
  }

  /// Lines of the picture before the first row: the stage, and a line for names.
  static let topLines = 2

  let grid: SeatGrid
  let labels: [Label]

  /// nil when the hall's plan cannot be read.
  init?(_ hall: Hall) {
    guard let plan = try? Plan(text: hall.plan) else { return nil }
    grid = SeatGrid(plan)
    labels = Self.labels(of: grid)
  }

  /// Each section's name over the middle of its first row.
  private static func labels(of grid: SeatGrid) -> [Label] {
    var first: [String: (line: Int, low: Int, high: Int)] = [:]
    var order: [String] = []
    for (line, seats) in grid.lines.enumerated() {
      for seat in seats {
        let zone = grid.places[seat].zone
        let column = grid.spots[seat].column
        if let known = first[zone] {
          if known.line == line { first[zone] = (line, min(known.low, column), max(known.high, column)) }
        } else {
          first[zone] = (line, column, column)
          order.append(zone)
        }
      }
    }
    return order.compactMap { zone in
      first[zone].map { Label(text: zone.clean, middleColumn: ($0.low + $0.high) / 2, y: $0.line + topLines - 1) }
    }
  }

  var height: Int { grid.lines.count + Self.topLines }
}

extension HallDraft {
  /// A hall for a store, from a plan: each seat named by its zone, row and number.
  package init(name: LocalizedText, plan: Plan) {
    self.init(
      name: name, plan: plan.text,
      seats: plan.places.map { place in
        Seat(
          label: SeatLabel(section: place.zone, row: place.row, number: place.number, planID: place.guid),
          tier: place.category)
      })
  }
}
