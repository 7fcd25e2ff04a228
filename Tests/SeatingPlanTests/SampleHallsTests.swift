import Testing

@testable import SeatingPlan

struct SampleHallsTests {
  static let halls = [SampleHalls.club, SampleHalls.theatre, SampleHalls.arena, SampleHalls.stadium]

  @Test func `the club has 200 seats`() {
    #expect(SampleHalls.club.places.count == 200)
  }

  @Test func `the theatre has about a thousand, the arena about ten thousand`() {
    #expect((950...1_050).contains(SampleHalls.theatre.places.count))
    #expect((9_500...10_500).contains(SampleHalls.arena.places.count))
  }

  @Test func `the stadium has 50,000, some in rows that run from front to back`() {
    let grid = stadiumGrid
    #expect(grid.spots.count == 50_000)
    let row = grid.rows.first { grid.sections[$0.section].name == "101" }
    #expect(row.map { row in Set(row.seats.map { grid.spots[$0].column }).count } == 1)
    #expect(row.map { row in Set(row.seats.map { grid.spots[$0].line }).count } == 26)
  }

  @Test(arguments: halls)
  func `every seat has an id and a label of its own`(plan: Plan) {
    #expect(Set(plan.places.map(\.guid)).count == plan.places.count)
    #expect(Set(plan.places.map { [$0.zone, $0.row, $0.number] }).count == plan.places.count)
  }

  @Test(arguments: halls)
  func `no two seats stand in one place`(plan: Plan) {
    #expect(Set(plan.places.map(\.position)).count == plan.places.count)
  }

  @Test(arguments: halls)
  func `the tiers are those of the seats, each with a colour of its own`(plan: Plan) {
    #expect(Set(plan.categories.map(\.name)) == Set(plan.places.map(\.category)))
    #expect(Set(plan.categories.map(\.name)).count == plan.categories.count)
    #expect(Set(plan.categories.map(\.color)).count == plan.categories.count)
  }

  @Test func `the better tiers come first`() {
    #expect(SampleHalls.club.categories.map(\.name) == ["R", "S", "A"])
    #expect(SampleHalls.theatre.categories.map(\.name) == ["VIP", "R", "S", "A"])
    #expect(SampleHalls.arena.categories.map(\.name) == ["VIP", "R", "S", "A"])
  }

  @Test(arguments: halls)
  func `rows are lettered and seats numbered from one`(plan: Plan) {
    for row in plan.zones.flatMap(\.rows) {
      #expect(row.name.count == 1 && ("A"..."Z").contains(row.name) || (1...44).contains(Int(row.name) ?? 0))
      #expect(row.seats.map(\.number) == (1...row.seats.count).map { "\($0)" })
    }
  }

  @Test(arguments: halls)
  func `the stage stands before the middle of the seats`(plan: Plan) throws {
    let grid = SeatGrid(plan)
    let stage = try #require(grid.stage)
    #expect(stage.columns.lowerBound >= 0 && stage.columns.upperBound < grid.columns)
    #expect(abs(stage.columns.lowerBound + stage.columns.upperBound - (grid.columns - 1)) <= 1)
    #expect(plan.places.allSatisfy { $0.position.y > 60 })
  }
}
