import Testing

@testable import SeatingPlan

struct SeatGridTests {
  /// The plan's grid as text, a digit for the row's seat number.
  private func picture(_ plan: Plan) -> [String] {
    let grid = SeatGrid(plan)
    return grid.lines.map { line in
      var text = [Character](repeating: " ", count: grid.columns)
      for seat in line { text[grid.spots[seat].column] = plan.places[seat].number.last ?? "?" }
      return String(text)
    }
  }

  @Test func `rows stay rows and aisles stay gaps`() {
    #expect(picture(drawn(".. ...\n......\n .  . ")) == ["12 345", "123456", " 1  2 "])
  }

  @Test func `the seats of some columns of a line are those that stand there`() {
    let grid = SeatGrid(drawn(".. ...\n......\n .  . "))
    for line in grid.lines.indices {
      for first in 0...7 {
        for end in first...8 {
          #expect(
            Array(grid.seats(of: line, in: first..<end))
              == grid.lines[line].filter { first..<end ~= grid.spots[$0].column })
        }
      }
    }
  }

  @Test func `a wide gap between rows leaves a line empty, and never more than two`() {
    let grid = SeatGrid(drawn(".\n.\n.\n.\n\n.\n\n\n\n\n\n."))
    #expect(grid.lines.map(\.count) == [1, 1, 1, 1, 0, 1, 0, 0, 1])
  }

  @Test func `parts of a row at nearly one height share a line`() {
    let parts = [(0.0, 0.0), (90, 8), (180, 0)].enumerated().map { index, at in
      row("\(index)", (0..<2).map { Plan.Point(x: at.0 + Double($0) * 30, y: at.1) })
    }
    let rear = row("9", (0..<8).map { Plan.Point(x: Double($0) * 30, y: 30) })
    let plan = Plan(name: "", categories: [], zones: [zone("1F", parts + [rear])])
    #expect(picture(plan) == ["12 12 12", "12345678"])
  }

  @Test func `a row before another never shares its line, however close`() {
    let rows = [0.0, 30, 60, 70, 80].map { y in row("\(Int(y))", (0..<3).map { Plan.Point(x: Double($0) * 30, y: y) }) }
    #expect(SeatGrid(Plan(name: "", categories: [], zones: [zone("1F", rows)])).lines.map(\.count) == [3, 3, 3, 3, 3])
  }

  @Test func `seats in one place get places of their own`() {
    let point = Plan.Point(x: 5, y: 5)
    let grid = SeatGrid(
      Plan(name: "", categories: [], zones: [zone("1F", [row("A", [point, point]), row("B", [point])])]))
    #expect(Set(grid.spots).count == 3)
  }

  @Test func `a row that runs away from the stage keeps its direction`() {
    let side = row("S", (0..<4).map { Plan.Point(x: 0, y: Double($0) * 30) })
    let front = row("A", (2..<5).map { Plan.Point(x: Double($0) * 30, y: 0) })
    let plan = Plan(name: "", categories: [], zones: [zone("1F", [front]), zone("Box", [side])])
    #expect(picture(plan) == ["1 123", "2    ", "3    ", "4    "])
  }

  @Test func `rows steeper than wide are columns that lean as they do`() {
    let plan = Plan(name: "", categories: [], zones: [block("W", rows: 4, seats: 6, degrees: 60)])
    #expect(
      picture(plan) == [
        "  1   ", " 112  ", "1223  ", " 2334 ", " 3445 ", "  4556", "  566 ", "   6  ",
      ])
  }

  @Test func `an aisle in a steep row stays, and so do empty columns between rows far apart`() {
    let rows = [0.0, 30, 60, 120].map { x in
      row("\(Int(x))", [0.0, 30, 60, 120, 150].map { Plan.Point(x: x, y: $0) })
    }
    #expect(
      picture(Plan(name: "", categories: [], zones: [zone("1F", rows)])) == [
        "111 1", "222 2", "333 3", "     ", "444 4", "555 5",
      ])
  }

  @Test func `wings slanted by 60 degrees leave the floor's rows as they are, and stand beside them`() {
    let plan = Plan(
      name: "", categories: [],
      zones: [
        block("F", rows: 6, seats: 8),
        block("R", rows: 3, seats: 6, degrees: 60, at: Plan.Point(x: 330, y: 0)),
        block("L", rows: 3, seats: 6, degrees: -60, at: Plan.Point(x: -195, y: 130)),
      ])
    #expect(
      picture(plan) == [
        "   6   12345678  1   ", "  566  12345678 112  ", "  455  12345678 223  ", " 344   12345678  334 ",
        " 233   12345678  445 ", "122    12345678   556", " 11               66 ",
      ])
    let grid = SeatGrid(plan)
    for row in grid.rows.indices { #expect(grid.neighbours(inRow: row).count == 1) }
  }

  @Test func `steep rows beside a floor of another pitch keep it whole, and what stands behind both is behind both`() {
    let plan = Plan(
      name: "", categories: [],
      zones: [
        block("F", rows: 6, seats: 4),
        zone("W", [row("A", (0..<8).map { Plan.Point(x: 180, y: Double($0) * 22) })]),
        block("B", rows: 1, seats: 7, at: Plan.Point(x: 0, y: 200)),
      ])
    #expect(
      picture(plan) == [
        "1234  1", "1234  2", "1234  3", "1234  4", "1234  5", "1234  6", "      7", "      8", "       ", "1234567",
      ])
  }

  @Test func `a steep row is no longer for a seat that stands far away`() {
    let rows = [row("A", [0, 30, 60, 90, 1e9].map { Plan.Point(x: 0, y: $0) })]
    #expect(SeatGrid(Plan(name: "", categories: [], zones: [zone("1F", rows)])).lines.count == 14)
  }

  @Test func `a row that turns back has each of its seats at its height`() {
    let left = (0..<5).map { Plan.Point(x: 0, y: Double($0) * 30) }
    let right = (0..<5).reversed().map { Plan.Point(x: 90, y: Double($0) * 30) }
    let plan = Plan(
      name: "", categories: [],
      zones: [zone("1F", [row("A", left + [30.0, 60].map { Plan.Point(x: $0, y: 120) } + right)])])
    #expect(picture(plan) == ["1  2", "2  1", "3  0", "4  9", "5678"])
  }

  @Test func `seats further apart than the hall's are neighbours where their zone has them so`() {
    let plan = Plan(
      name: "", categories: [],
      zones: [
        block("F", rows: 3, seats: 10),
        zone("Loge", [row("A", [0.0, 50, 100, 200, 250].map { Plan.Point(x: $0, y: 120) })]),
      ])
    #expect(
      picture(plan) == [
        "1234567890", "1234567890", "1234567890", "          ", "  123 45  ",
      ])
    let grid = SeatGrid(plan)
    #expect(grid.neighbours(inRow: 3).map(\.count) == [3, 2])
  }

  @Test func `a plan without seats is an empty grid`() {
    let grid = SeatGrid(Plan(name: "", categories: [], zones: [zone("1F", [row("A", [])])]))
    #expect(grid.lines == [])
    #expect(grid.columns == 0)
    #expect(grid.stage == nil)
  }

  @Test func `seats as far apart as numbers go do no harm`() {
    let points = [-1e300, 0, 30, 1e300].map { Plan.Point(x: $0, y: $0) }
    let grid = SeatGrid(Plan(name: "", categories: [], zones: [zone("1F", points.map { row("A", [$0]) })]))
    #expect(Set(grid.spots).count == 4)
    #expect(grid.columns <= 20_001)
  }

  @Test(arguments: ["STAGE", "Stage", "Bühne", "무대"])
  func `the stage is the rectangle that says so`(caption: String) {
    func area(_ text: String, x: Double) -> Plan.Area {
      Plan.Area(
        shape: "rectangle", position: Plan.Point(x: x, y: 0), rectangle: Plan.Area.Size(width: 90, height: 30),
        text: Plan.Area.Caption(text: text))
    }
    let seats = row("A", (0..<9).map { Plan.Point(x: Double($0) * 30, y: 60) })
    let hall = Plan.Zone(
      name: "1F", position: Plan.Point(x: 10, y: 0), rows: [seats], areas: [area("BAR", x: 0), area(caption, x: 90)])
    let grid = SeatGrid(Plan(name: "", categories: [], zones: [hall]))
    #expect(grid.stage?.columns == 3...5)
    #expect(grid.stage?.lines == -SeatGrid.margin ... -SeatGrid.margin)
    #expect(grid.areas.map(\.caption) == ["BAR", caption])
  }

  /// The areas of a hall of two sections, Balcony and Stage, in which one has this area.
  private func areas(with area: Plan.Area) -> [SeatGrid.Area] {
    let rows = [0.0, 300].map { y in row("\(Int(y))", (0..<9).map { Plan.Point(x: Double($0) * 30, y: y) }) }
    let balcony = Plan.Zone(name: "Balcony", position: Plan.Point(x: 0, y: 0), rows: [rows[0]], areas: [area])
    return SeatGrid(Plan(name: "", categories: [], zones: [balcony, zone("Stage", [rows[1]])])).areas
  }

  /// - Parameter color: nil for one that fills the area.
  private func area(_ caption: String, color: String? = "transparent", from y: Double, height: Double) -> Plan.Area {
    Plan.Area(
      shape: "rectangle", position: Plan.Point(x: 0, y: y),
      rectangle: Plan.Area.Size(width: 270, height: height), text: Plan.Area.Caption(text: caption), color: color)
  }

  private func text(_ caption: String) -> Plan.Area {
    Plan.Area(shape: "text", position: Plan.Point(x: 0, y: 100), text: Plan.Area.Caption(text: caption))
  }

  @Test(arguments: ["Balcony", "BALCONY", "balcony"])
  func `a caption that is a section's name is left to the map`(caption: String) {
    #expect(areas(with: text(caption)) == [])
    // A frame round seats, and one round nothing.
    #expect(areas(with: area(caption, from: -10, height: 400)) == [])
    #expect(areas(with: area(caption, from: 100, height: 30)) == [])
    // A background of seats.
    #expect(areas(with: area(caption, color: "#eee", from: -10, height: 400)) == [])
  }

  @Test func `every other caption stays, and so does a block of any name`() {
    #expect(areas(with: text("Balcony left")).map(\.caption) == ["Balcony left"])
    let block = areas(with: area("BALCONY", color: nil, from: 100, height: 30))
    #expect(block.map(\.caption) == ["BALCONY"])
    #expect(block.map(\.isFilled) == [true])
  }

  @Test func `a stage stays where a section is called so too`() {
    #expect(areas(with: text("STAGE")).map(\.isStage) == [true])
    #expect(areas(with: area("stage", from: -10, height: 400)).map(\.isStage) == [true])
  }

  @Test func `a stage between stands of steep rows lies between them`() {
    let stage = Plan.Area(
      shape: "rectangle", position: Plan.Point(x: 120, y: 90), rectangle: Plan.Area.Size(width: 120, height: 80),
      text: Plan.Area.Caption(text: "STAGE"))
    let rows = [0.0, 30, 300, 330].map { x in row("\(Int(x))", (0..<8).map { Plan.Point(x: x, y: Double($0) * 30) }) }
    let hall = Plan.Zone(name: "1F", position: Plan.Point(x: 0, y: 0), rows: rows, areas: [stage])
    let grid = SeatGrid(Plan(name: "", categories: [], zones: [hall]))
    #expect(grid.stage?.lines == 3...5)
    #expect(grid.stage?.columns == 4...7)
  }
}
