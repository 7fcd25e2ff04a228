import Testing

@testable import SeatingPlan

struct SeatGridPropertyTests {
  @Test(arguments: generatedPlans)
  func `every seat has a place of its own, in one line, from the left`(shape: GeneratedPlan, seed: Int) {
    let plan = shape.plan(seed: seed)
    let grid = SeatGrid(plan)
    #expect(grid.spots.count == plan.places.count)
    #expect(Set(grid.spots).count == grid.spots.count)
    #expect(grid.lines.joined().sorted() == Array(grid.spots.indices))
    for (line, seats) in grid.lines.enumerated() {
      #expect(seats.allSatisfy { grid.spots[$0].line == line })
      #expect(zip(seats, seats.dropFirst()).allSatisfy { grid.spots[$0].column < grid.spots[$1].column })
    }
    #expect(grid.spots.map(\.column).min() == 0)
    #expect(grid.spots.map(\.column).max() == grid.columns - 1)
    #expect(grid.lines.first?.isEmpty == false && grid.lines.last?.isEmpty == false)
  }

  @Test(arguments: generatedPlans.filter { $0.0.isLevel })
  func `a row is one line in its order, and rows of a zone keep theirs`(shape: GeneratedPlan, seed: Int) {
    let plan = shape.plan(seed: seed)
    let grid = SeatGrid(plan)
    var first = 0
    for zone in plan.zones {
      var lines: [Int] = []
      for row in zone.rows {
        let spots = grid.spots[first..<(first + row.seats.count)]
        first += row.seats.count
        #expect(Set(spots.map(\.line)).count == 1)
        #expect(zip(spots, spots.dropFirst()).allSatisfy { $0.column < $1.column })
        lines.append(spots.first?.line ?? 0)
      }
      #expect(zip(lines, lines.dropFirst()).allSatisfy { $0 < $1 })
    }
  }

  @Test(arguments: generatedPlans.filter { $0.0 != .overlapping })
  func `neighbours stand side by side and an aisle between them stays`(shape: GeneratedPlan, seed: Int) {
    let plan = shape.plan(seed: seed)
    let grid = SeatGrid(plan)
    var first = 0
    for zone in plan.zones {
      let steps = zone.rows.flatMap { row in
        zip(row.seats, row.seats.dropFirst()).map { ($1.position - $0.position).length }
      }
      let pitch = shape == .pitched ? steps.median ?? 30 : 30
      for row in zone.rows {
        for seat in first..<(first + row.seats.count - 1) {
          let distance = (plan.places[seat + 1].position - plan.places[seat].position).length
          let (a, b) = (grid.spots[seat], grid.spots[seat + 1])
          let isBeside = abs(a.column - b.column) <= 1 && abs(a.line - b.line) <= 1
          #expect(isBeside == (distance < 1.5 * pitch), "\(plan.places[seat])")
          if shape.isLevel { #expect((b.column - a.column == 1) == isBeside) }
        }
        first += row.seats.count
      }
    }
  }

  @Test(arguments: generatedPlans.filter { $0.0 != .overlapping })
  func `a zone's left stays left in a line and its front stays front in a column`(shape: GeneratedPlan, seed: Int) {
    let plan = shape.plan(seed: seed)
    let grid = SeatGrid(plan)
    let positions = plan.places.map(\.position)
    for section in grid.sections.indices {
      let seats = grid.seats(ofSection: section)
      for line in Dictionary(grouping: seats, by: { grid.spots[$0].line }).values {
        let fromLeft = line.sorted { grid.spots[$0].column < grid.spots[$1].column }
        #expect(zip(fromLeft, fromLeft.dropFirst()).allSatisfy { positions[$0].x < positions[$1].x })
      }
      // At nearly 45 degrees what is rounded to a column may lie half a seat further back.
      for column in Dictionary(grouping: seats, by: { grid.spots[$0].column }).values {
        let fromFront = column.sorted { grid.spots[$0].line < grid.spots[$1].line }
        #expect(zip(fromFront, fromFront.dropFirst()).allSatisfy { positions[$0].y < positions[$1].y + 15 })
      }
    }
  }

  @Test(arguments: [SampleHalls.club, SampleHalls.theatre, SampleHalls.arena])
  func `a plan drawn on squared paper keeps its squares`(plan: Plan) {
    let grid = SeatGrid(plan)
    #expect(Set(grid.spots).count == plan.places.count)
    #expect(grid.spots.map(\.column) == plan.places.map { Int($0.position.x / 30) })
    let byHeight = zip(plan.places.map { Int($0.position.y / 30) }, grid.spots.map(\.line)).sorted { $0 < $1 }
    #expect(byHeight.first?.1 == 0)
    for (front, rear) in zip(byHeight, byHeight.dropFirst()) {
      #expect(rear.1 - front.1 == min(3, rear.0 - front.0))
    }
  }
}
