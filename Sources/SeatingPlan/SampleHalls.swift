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

  /// 50,000 seats: a floor before the stage, stands along both of its sides whose rows run from front to back, and three
  /// stands behind it.
  package static let stadium = plan(
    "Haneul Stadium", stage: (x: 108, width: 64),
    (0..<12).map { index in
      Block(
        "F\(index + 1)", x: 77 + index % 4 * 32, y: 4 + index / 4 * 28, rows: 26, widths: [30], aisle: 0,
        tier: { _, _ in index < 4 ? "VIP" : "R" })
    }
      + stand("1", depth: 32, left: 42, right: 206, tier: "R") + stand("2", depth: 40, left: 0, right: 240, tier: "S")
      + [Block("P", x: 94, y: 89, rows: 4, widths: [92], aisle: 0, tier: { _, _ in "S" })]
      + tribune("3", y: 96, rows: 34, tier: "S") + tribune("4", y: 133, rows: 44, tier: "A")
      + tribune("5", y: 180, rows: 32, tier: "A"))

  /// Three sections a side, which face the floor.
  private static func stand(_ floor: String, depth: Int, left: Int, right: Int, tier: String) -> [Block] {
    (0..<6).map { index in
      Block(
        "\(floor)0\(index + 1)", x: index < 3 ? left : right, y: 4 + index % 3 * 28, rows: depth, widths: [26],
        aisle: 0,
        facing: index < 3 ? .right : .left, tier: { _, _ in tier })
    }
  }

  /// Eight sections side by side.
  private static func tribune(_ floor: String, y: Int, rows: Int, tier: String) -> [Block] {
    (0..<8).map { index in
      Block("\(floor)0\(index + 1)", x: index * 35, y: y, rows: rows, widths: [33], aisle: 0, tier: { _, _ in tier })
    }
  }

  /// Rows of seats in one or more runs with aisles between them; lengths are in seats.
  private struct Block {
    /// Where its people look; rows of those who look sideways run from front to back.
    enum Facing { case front, left, right }

    let zone: String
    let x: Int
    let y: Int
    let rows: Int
    let widths: [Int]
    let aisle: Int
    let firstRow: Int
    let facing: Facing
    let tier: (_ row: Int, _ seat: Int) -> String

    init(
      _ zone: String, x: Int, y: Int, rows: Int, widths: [Int], aisle: Int, firstRow: Int = 0,
      facing: Facing = .front, tier: @escaping (Int, Int) -> String
    ) {
      self.zone = zone
      self.x = x
      self.y = y
      self.rows = rows
      self.widths = widths
      self.aisle = aisle
      self.firstRow = firstRow
      self.facing = facing
      self.tier = tier
    }

    /// Seats are numbered from 1 through the whole row, rows lettered from A, or numbered where there are too many.
    var planRows: [Plan.Row] {
      (0..<rows).map { row in
        let isLettered = firstRow + rows <= 26
        let name = isLettered ? String(UnicodeScalar(UInt8(65 + firstRow + row))) : "\(firstRow + row + 1)"
        let columns = widths.enumerated().flatMap { run, width in
          (0..<width).map { widths[..<run].reduce(0, +) + run * aisle + $0 }
        }
        return Plan.Row(
          name: name, position: at(row: row, column: 0) + Plan.Point(x: pitch * Double(x), y: pitch * Double(y)),
          seats: columns.enumerated().map { seat, column in
            Plan.Seat(
              guid: "\(zone)-\(name)-\(seat + 1)", number: "\(seat + 1)",
              position: at(row: 0, column: column, along: true),
              category: tier(row, seat))
          })
      }
    }

    /// A seat's place from the block's corner, or along its row.
    private func at(row: Int, column: Int, along: Bool = false) -> Plan.Point {
      switch facing {
      case .front: Plan.Point(x: pitch * Double(column), y: pitch * Double(row))
      case .left: Plan.Point(x: pitch * Double(row), y: pitch * Double(column))
      case .right: Plan.Point(x: along ? 0 : pitch * Double(rows - 1 - row), y: pitch * Double(column))
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
    let rows = blocks.map { (zone: $0.zone, rows: $0.planRows) }
    var names: [String] = []
    for block in blocks where !names.contains(block.zone) { names.append(block.zone) }
    let colours = ["VIP": "#7f4a91", "R": "#d36060", "S": "#5f9cd4", "A": "#5fb47a"]
    func isUsed(_ tier: String) -> Bool {
      rows.contains { $0.rows.contains { $0.seats.contains { $0.category == tier } } }
    }
    return Plan(
      name: name,
      categories: ["VIP", "R", "S", "A"].filter(isUsed).map { tier in
        Plan.Category(name: tier, color: colours[tier] ?? "#888888")
      },
      zones: names.map { zone in
        Plan.Zone(
          name: zone, position: origin, rows: rows.filter { $0.zone == zone }.flatMap(\.rows),
          areas: zone == names[0] ? [stageArea] : [])
      })
  }
}
