/// The halls of the sample programme, of clearly different shape and size. Rows and aisles lie on a raster of one seat.
package enum SampleHalls {
  /// 200 seats on one floor, before a small stage.
  package static let club = plan(
    "Club Ondo", stage: (x: 8, width: 12),
    [
      Block("1F", x: 3, y: 4, rows: 5, widths: [10, 10], aisle: 2, tier: { _, _ in "R" }),
      Block("1F", x: 0, y: 10, rows: 2, widths: [6, 12, 6], aisle: 2, firstRow: 5, tier: { _, _ in "S" }),
      Block("1F", x: 0, y: 13, rows: 2, widths: [7, 12, 7], aisle: 1, firstRow: 7, tier: { _, _ in "A" }),
    ])

  /// About a thousand seats: a ground floor in three blocks and a balcony.
  package static let theatre = plan(
    "Hanbit Theatre", stage: (x: 9, width: 26),
    [
      Block(
        "1F", x: 4, y: 4, rows: 4, widths: [6, 22, 6], aisle: 1, tier: { _, seat in (6..<28) ~= seat ? "VIP" : "R" }),
      Block("1F", x: 0, y: 8, rows: 6, widths: [10, 22, 10], aisle: 1, firstRow: 4, tier: { _, _ in "R" }),
      Block("1F", x: 0, y: 15, rows: 9, widths: [10, 22, 10], aisle: 1, firstRow: 10, tier: { _, _ in "S" }),
      Block("2F", x: 0, y: 27, rows: 6, widths: [10, 22, 10], aisle: 1, tier: { row, _ in row < 2 ? "S" : "A" }),
    ])

  /// About ten thousand seats in sections around three sides of a floor.
  package static let arena = plan(
    "Nuri Arena", stage: (x: 52, width: 50),
    (0..<6).map { index in
      Block(
        "F\(index + 1)", x: 45 + index % 3 * 22, y: 4 + index / 3 * 22, rows: 20, widths: [20], aisle: 0,
        tier: { _, _ in index < 3 ? "VIP" : "R" })
    }
      + (0..<6).map { index in
        Block(
          "\(101 + index)", x: index < 3 ? 22 : 112, y: 4 + index % 3 * 16, rows: 14, widths: [20], aisle: 0,
          tier: { _, _ in index % 3 < 2 ? "R" : "S" })
      }
      + (0..<6).map { index in
        Block(
          "\(201 + index)", x: index < 3 ? 0 : 134, y: 4 + index % 3 * 16, rows: 14, widths: [20], aisle: 0,
          tier: { _, _ in "A" })
      }
      + (0..<5).map { index in
        Block("\(107 + index)", x: 13 + index * 26, y: 53, rows: 14, widths: [24], aisle: 0, tier: { _, _ in "S" })
      }
      + (0..<6).map { index in
        Block("\(207 + index)", x: index * 26, y: 69, rows: 18, widths: [24], aisle: 0, tier: { _, _ in "A" })
      })

  /// Rows of seats in one or more runs with aisles between them; lengths are in seats.
  private struct Block {
    let zone: String
    let x: Int
    let y: Int
    let rows: Int
    let widths: [Int]
    let aisle: Int
    let firstRow: Int
    let tier: (_ row: Int, _ seat: Int) -> String

    init(
      _ zone: String, x: Int, y: Int, rows: Int, widths: [Int], aisle: Int, firstRow: Int = 0,
      tier: @escaping (Int, Int) -> String
    ) {
      self.zone = zone
      self.x = x
      self.y = y
      self.rows = rows
      self.widths = widths
      self.aisle = aisle
      self.firstRow = firstRow
      self.tier = tier
    }

    /// Seats are numbered from 1 through the whole row, rows lettered from A.
    var planRows: [Plan.Row] {
      (0..<rows).map { row in
        let name = String(UnicodeScalar(UInt8(65 + firstRow + row)))
        let columns = widths.enumerated().flatMap { run, width in
          (0..<width).map { widths[..<run].reduce(0, +) + run * aisle + $0 }
        }
        return Plan.Row(
          name: name, position: Plan.Point(x: pitch * Double(x), y: pitch * Double(y + row)),
          seats: columns.enumerated().map { seat, column in
            Plan.Seat(
              guid: "\(zone)-\(name)-\(seat + 1)", number: "\(seat + 1)",
              position: Plan.Point(x: pitch * Double(column), y: 0), category: tier(row, seat))
          })
      }
    }
  }

  /// Pixels from seat to seat.
  private static let pitch = 30.0

  private static func plan(_ name: String, stage: (x: Int, width: Int), _ blocks: [Block]) -> Plan {
    let origin = Plan.Point(x: 0, y: 0)
    let stageArea = Plan.Area(
      shape: "rectangle", position: Plan.Point(x: pitch * Double(stage.x), y: 0),
      rectangle: Plan.Area.Size(width: pitch * Double(stage.width), height: pitch * 2),
      text: Plan.Area.Caption(text: "STAGE"))
    var names: [String] = []
    for block in blocks where !names.contains(block.zone) { names.append(block.zone) }
    let colours = ["VIP": "#7f4a91", "R": "#d36060", "S": "#5f9cd4", "A": "#5fb47a"]
    let tiers = ["VIP", "R", "S", "A"].filter { tier in
      blocks.contains { block in block.planRows.contains { $0.seats.contains { $0.category == tier } } }
    }
    return Plan(
      name: name, categories: tiers.map { Plan.Category(name: $0, color: colours[$0] ?? "#888888") },
      zones: names.map { zone in
        Plan.Zone(
          name: zone, position: origin, rows: blocks.filter { $0.zone == zone }.flatMap(\.planRows),
          areas: zone == names[0] ? [stageArea] : [])
      })
  }
}
