import Booking
import SeatingPlan

@testable import Screens

extension HallDraft {
  /// Blocks of seats, each a section of its own, on a raster of one seat.
  static func blocks(_ blocks: [(name: String, x: Int, y: Int, rows: Int, width: Int, tier: String)]) -> HallDraft {
    let tiers = Set(blocks.map(\.tier)).sorted()
    return HallDraft(
      name: LocalizedText("작은 홀", "Small hall"),
      plan: Plan(
        name: "Small hall", categories: tiers.map { Plan.Category(name: $0, color: "#888888") },
        zones: blocks.map { block in
          Plan.Zone(
            name: block.name, position: Plan.Point(x: Double(block.x) * 30, y: Double(block.y) * 30),
            rows: (0..<block.rows).map { row in
              let name = String(UnicodeScalar(UInt8(65 + row)))
              return Plan.Row(
                name: name, position: Plan.Point(x: 0, y: Double(row) * 30),
                seats: (1...block.width).map { seat in
                  Plan.Seat(
                    guid: "\(block.name)-\(name)-\(seat)", number: "\(seat)",
                    position: Plan.Point(x: Double(seat - 1) * 30, y: 0), category: block.tier)
                })
            })
        }))
  }

  /// A floor and a balcony, each of rows A, B and C with eight seats.
  static let floors = blocks([
    (name: "1층", x: 0, y: 0, rows: 3, width: 8, tier: "R"), (name: "2층", x: 0, y: 5, rows: 3, width: 8, tier: "S"),
  ])

  /// Four sections around a middle that has none: north, west, east and south, each of two rows of six seats.
  static let cross = blocks([
    (name: "North", x: 8, y: 0, rows: 2, width: 6, tier: "VIP"),
    (name: "West", x: 0, y: 4, rows: 2, width: 6, tier: "R"),
    (name: "East", x: 16, y: 4, rows: 2, width: 6, tier: "R"),
    (name: "South", x: 8, y: 8, rows: 2, width: 6, tier: "A"),
  ])

  /// Three rows of seats at either side of a stage in the round.
  static let round = HallDraft(
    name: LocalizedText("원형 무대", "In the round"),
    plan: Plan(
      name: "In the round", categories: [Plan.Category(name: "R", color: "#888888")],
      zones: [
        Plan.Zone(
          name: "1F", position: Plan.Point(x: 0, y: 0),
          rows: (0..<3).map { line in
            Plan.Row(
              name: String(UnicodeScalar(UInt8(65 + line))), position: Plan.Point(x: 0, y: Double(line) * 30),
              seats: (Array(0..<4) + Array(14..<18)).map { column in
                Plan.Seat(
                  guid: "\(line)-\(column)", number: "\(column + 1)",
                  position: Plan.Point(x: Double(column) * 30, y: 0), category: "R")
              })
          },
          areas: [
            Plan.Area(
              shape: "rectangle", position: Plan.Point(x: 150, y: 0), rectangle: Plan.Area.Size(width: 210, height: 80),
              text: Plan.Area.Caption(text: "STAGE"))
          ])
      ]))

  /// As stores of old kept it: the plan itself, and not its grid.
  static func keptAsPlan(_ plan: Plan, of hall: HallDraft) -> HallDraft {
    HallDraft(name: hall.name, plan: plan.text, seats: hall.seats)
  }
}
