import Booking
import SeatingPlan

@testable import Screens

/// Halls for tests of what has no house behind it.
enum HallPlans {
  /// Rows one behind the other, each with its section, name and number of seats.
  static func rows(_ rows: [(section: String, name: String, seats: Int)], tier: String = "R") -> Plan {
    var sections: [String] = []
    for row in rows where !sections.contains(row.section) { sections.append(row.section) }
    return Plan(
      name: "", categories: [Plan.Category(name: tier, color: "#888888")],
      zones: sections.map { section in
        Plan.Zone(
          name: section, position: Plan.Point(x: 0, y: 0),
          rows: rows.enumerated().filter { $0.element.section == section }.map { line, row in
            Plan.Row(
              name: row.name, position: Plan.Point(x: 0, y: Double(line) * 30),
              seats: (1...row.seats).map { seat in
                Plan.Seat(
                  guid: "\(section)-\(row.name)-\(seat)", number: "\(seat)",
                  position: Plan.Point(x: Double(seat) * 30, y: 0), category: tier)
              })
          })
      })
  }

  /// The free seats of a hall, numbered along their rows; `tier` tells each row's.
  static func seats(of grid: SeatGrid, tier: (_ row: Int) -> (name: String, price: Int64) = { _ in ("R", 88_000) })
    -> [Seat]
  {
    grid.rows.indices.flatMap { index in
      let row = grid.rows[index]
      return row.seats.map { place in
        Seat(
          id: SeatID(Int64(place + 1)),
          label: SeatLabel(
            section: grid.sections[row.section].name, row: row.name,
            number: "\(place - row.seats.lowerBound + 1)"),
          tier: tier(index).name, price: Won(tier(index).price), status: .available, taker: nil)
      }
    }
  }

  static func view(_ plan: Plan) -> HallView? {
    HallView(Hall(id: HallID(1), name: LocalizedText("홀", "Hall"), plan: SeatGrid(plan).text))
  }
}
