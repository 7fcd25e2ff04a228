import Testing

@testable import SeatingPlan

struct SampleHallsTests {
  static let halls = [SampleHalls.club, SampleHalls.theatre, SampleHalls.arena]

  @Test func `the club has 200 seats`() {
    #expect(SampleHalls.club.places.count == 200)
  }

  @Test func `the theatre has about a thousand, the arena about ten thousand`() {
    #expect((950...1_050).contains(SampleHalls.theatre.places.count))
    #expect((9_500...10_500).contains(SampleHalls.arena.places.count))
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
      #expect(row.name.count == 1 && ("A"..."Z").contains(row.name))
      #expect(row.seats.map(\.number) == (1...row.seats.count).map { "\($0)" })
    }
  }

  @Test(arguments: halls)
  func `the stage stands before the middle of the seats`(plan: Plan) throws {
    let grid = SeatGrid(plan)
    let stage = try #require(grid.stage)
    #expect(stage.firstColumn >= 0 && stage.lastColumn < grid.columns)
    #expect(abs(stage.firstColumn + stage.lastColumn - (grid.columns - 1)) <= 1)
    #expect(plan.places.allSatisfy { $0.position.y > 60 })
  }
}
