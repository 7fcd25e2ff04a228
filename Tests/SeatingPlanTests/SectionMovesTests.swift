import TestSupport
import Testing

@testable import SeatingPlan

struct SectionMovesTests {
  private static let grid = stadiumGrid

  private func walk(from start: String, _ directions: Direction...) -> String? {
    let grid = Self.grid
    var section = grid.sections.firstIndex { $0.name == start }
    for direction in directions { section = section.flatMap { grid.section(from: $0, towards: direction) } }
    return section.map { grid.sections[$0].name }
  }

  @Test func `arrows go to the section next to it`() {
    #expect(walk(from: "F2", .right) == "F3")
    #expect(walk(from: "F2", .down) == "F6")
    #expect(walk(from: "F1", .left) == "101")
    #expect(walk(from: "101", .left) == "201")
    #expect(walk(from: "304", .down, .down) == "504")
  }

  @Test func `at the edge there is none`() {
    #expect(walk(from: "201", .left) == nil)
    #expect(walk(from: "F1", .up) == nil)
    #expect(walk(from: "508", .right) == nil)
    #expect(walk(from: "505", .down) == nil)
  }

  @Test(arguments: [SampleHalls.theatre, SampleHalls.arena, SampleHalls.stadium])
  func `every section is reached from every other`(plan: Plan) {
    let grid = SeatGrid(plan)
    for start in grid.sections.indices { #expect(reached(from: start, in: grid).count == grid.sections.count) }
  }

  @Test(arguments: 0..<400)
  func `every section of any hall is reached from every other`(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let zones = (0..<Int.random(in: 2...4, using: &random)).map { index in
      block(
        "\(index)", rows: Int.random(in: 1...4, using: &random), seats: Int.random(in: 1...8, using: &random),
        at: Plan.Point(
          x: Double(Int.random(in: 0...20, using: &random) * 30), y: Double(Int.random(in: 0...20, using: &random) * 30)
        ))
    }
    let grid = SeatGrid(Plan(name: "Any", categories: [], zones: zones))
    for start in grid.sections.indices { #expect(reached(from: start, in: grid).count == grid.sections.count) }
  }

  @Test func `stalls with a gallery round them are left and entered`() {
    let stalls = block("Stalls", rows: 3, seats: 3, at: Plan.Point(x: 60, y: 60))
    let around =
      block("Gallery", rows: 1, seats: 7, at: Plan.Point(x: 0, y: 0)).rows
      + block("Gallery", rows: 1, seats: 7, at: Plan.Point(x: 0, y: 180)).rows.map { row in
        Plan.Row(
          name: "B", position: row.position,
          seats: row.seats.map { seat in
            Plan.Seat(guid: seat.guid + "-B", number: seat.number, position: seat.position, category: seat.category)
          })
      }
    let grid = SeatGrid(Plan(name: "Round", categories: [], zones: [stalls, zone("Gallery", around)]))
    #expect(grid.sections.count == 2)
    for start in grid.sections.indices { #expect(reached(from: start, in: grid).count == 2) }
  }

  private func reached(from start: Int, in grid: SeatGrid) -> Set<Int> {
    var seen: Set<Int> = [start]
    var open = [start]
    while let section = open.popLast() {
      for next in Direction.allCases.compactMap({ grid.section(from: section, towards: $0) })
      where seen.insert(next).inserted { open.append(next) }
    }
    return seen
  }

  @Test func `reading order begins at the front on the left`() {
    let names = Self.grid.sectionsAsRead.map { Self.grid.sections[$0].name }
    #expect(names.prefix(4) == ["201", "101", "F1", "F2"])
    #expect(names.last == "508")
    #expect(names.count == Self.grid.sections.count)
  }

  @Test func `a section's seats are its rows'`() {
    let grid = SeatGrid(SampleHalls.theatre)
    #expect(grid.seats(ofSection: 0).count + grid.seats(ofSection: 1).count == grid.spots.count)
    #expect(grid.seats(ofSection: 1).allSatisfy { grid.section(of: $0) == 1 })
  }
}
