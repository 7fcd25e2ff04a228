import Testing

@testable import SeatingPlan

/// Seats that cannot be reached by arrow keys from the first one, or from which it cannot be.
func unreachable(in grid: SeatGrid) -> [SeatGrid.Spot] {
  var onward = [[Int]](repeating: [], count: grid.spots.count)
  var backward = onward
  for seat in grid.spots.indices {
    for next in Direction.allCases.compactMap({ grid.seat(from: seat, towards: $0) }) {
      onward[seat].append(next)
      backward[next].append(seat)
    }
  }
  return [onward, backward].flatMap { steps in
    var seen: Set<Int> = [0]
    var open = [0]
    while let seat = open.popLast() {
      for next in steps[seat] where seen.insert(next).inserted { open.append(next) }
    }
    return grid.spots.indices.filter { !seen.contains($0) }.map { grid.spots[$0] }
  }
}

struct SeatMovesTests {
  /// Seats by row and number.
  private func walk(_ picture: String, from start: String, _ directions: Direction...) -> String? {
    let plan = drawn(picture)
    let grid = SeatGrid(plan)
    var seat = plan.places.firstIndex { $0.guid == start }
    for direction in directions { seat = seat.flatMap { grid.seat(from: $0, towards: direction) } }
    return seat.map { plan.places[$0].guid }
  }

  @Test func `left and right go to the neighbour, over an aisle too, and end at the edge`() {
    #expect(walk("...  ..", from: "A-3", .right) == "A-4")
    #expect(walk("...  ..", from: "A-4", .left) == "A-3")
    #expect(walk("...  ..", from: "A-5", .right) == nil)
    #expect(walk("...  ..", from: "A-1", .left) == nil)
  }

  @Test func `up and down go straight, and end at the edge`() {
    #expect(walk("...\n...\n...", from: "A-2", .down, .down) == "C-2")
    #expect(walk("...\n...\n...", from: "C-3", .up) == "B-3")
    #expect(walk("...\n...", from: "A-1", .up) == nil)
    #expect(walk("...\n...", from: "B-1", .down) == nil)
  }

  @Test func `an empty line is stepped over`() {
    #expect(walk("...\n\n...", from: "A-3", .down) == "C-3")
  }

  @Test func `a row within two columns is not skipped`() {
    #expect(walk("...\n  .\n...", from: "A-1", .down) == "B-1")
    #expect(walk("...\n  .\n...", from: "C-1", .up) == "B-1")
  }

  @Test func `a row far to the side is passed, but from the seat next to it`() {
    let picture = "....      .\n          .\n...."
    #expect(walk(picture, from: "A-1", .down) == "C-1")
    #expect(walk("....\n         ..\n....", from: "A-1", .down) == "C-1")
    #expect(walk("....\n         ..\n....", from: "A-4", .down) == "B-1")
    #expect(walk("....\n         ..\n....", from: "C-4", .up) == "B-1")
  }

  @Test(arguments: [SampleHalls.club, SampleHalls.theatre])
  func `every seat of a hall is reached from every other`(plan: Plan) {
    #expect(unreachable(in: SeatGrid(plan)) == [])
  }

  @Test(arguments: ["....\n         ..\n....", "..\n        ..\n\n..\n               .", ".    .\n\n  .\n         ."])
  func `a row far to the side is reached`(picture: String) {
    #expect(unreachable(in: SeatGrid(drawn(picture))) == [])
  }

  @Test(arguments: generatedPlans)
  func `every seat of any plan is reached from every other`(shape: GeneratedPlan, seed: Int) {
    #expect(unreachable(in: SeatGrid(shape.plan(seed: seed))) == [])
  }

  @Test(arguments: generatedPlans)
  func `moves keep what they promise`(shape: GeneratedPlan, seed: Int) {
    let grid = SeatGrid(shape.plan(seed: seed))
    for seat in grid.spots.indices {
      let spot = grid.spots[seat]
      if let left = grid.seat(from: seat, towards: .left) {
        #expect(grid.spots[left].line == spot.line && grid.spots[left].column < spot.column)
        #expect(grid.seat(from: left, towards: .right) == seat)
      } else {
        #expect(grid.lines[spot.line].first == seat)
      }
      if grid.seat(from: seat, towards: .right) == nil { #expect(grid.lines[spot.line].last == seat) }
      guard let below = grid.seat(from: seat, towards: .down) else {
        #expect(spot.line == grid.lines.count - 1)
        continue
      }
      #expect(grid.spots[below].line > spot.line)
      for line in (spot.line + 1)..<grid.spots[below].line {
        #expect(!grid.lines[line].contains { abs(grid.spots[$0].column - spot.column) <= 2 })
      }
      if grid.spots[below] == SeatGrid.Spot(column: spot.column, line: spot.line + 1) {
        #expect(grid.seat(from: below, towards: .up) == seat)
      }
    }
  }

  @Test func `reading order goes once round the hall, without the seat itself`() {
    let grid = SeatGrid(SampleHalls.club)
    let whole = grid.lines.flatMap { $0 }
    for seat in [whole[0], whole[57], whole[199]] {
      let order = Array(grid.readingOrder(from: seat))
      #expect(([seat] + order).sorted() == Array(grid.spots.indices))
      let index = whole.firstIndex(of: seat) ?? 0
      #expect(order.first == whole[(index + 1) % whole.count])
      #expect(order.last == whole[(index + whole.count - 1) % whole.count])
      #expect(Array(grid.readingOrder(from: seat, backwards: true)) == order.reversed())
    }
  }

  @Test func `a list goes once round the hall in the order of the plan`() {
    let grid = SeatGrid(SampleHalls.club)
    let last = grid.spots.count - 1
    for seat in [0, 57, last] {
      let order = Array(grid.listOrder(from: seat))
      #expect(([seat] + order).sorted() == Array(grid.spots.indices))
      #expect(order.first == (seat == last ? 0 : seat + 1))
      #expect(Array(grid.listOrder(from: seat, backwards: true)) == order.reversed())
    }
  }

  @Test func `an arrow in a list leads to the seat or the row beside, and nowhere past the ends`() {
    let grid = SeatGrid(SampleHalls.club)
    let (row, last) = (grid.rows[1], grid.spots.count - 1)
    #expect(grid.listedSeat(from: 5, towards: .down) == 6)
    #expect(grid.listedSeat(from: 5, towards: .up) == 4)
    #expect(grid.listedSeat(from: row.seats.lowerBound + 3, towards: .left) == grid.rows[0].seats.lowerBound)
    #expect(grid.listedSeat(from: row.seats.lowerBound + 3, towards: .right) == grid.rows[2].seats.lowerBound)
    #expect(grid.listedSeat(from: 0, towards: .up) == nil)
    #expect(grid.listedSeat(from: 0, towards: .left) == nil)
    #expect(grid.listedSeat(from: last, towards: .down) == nil)
    #expect(grid.listedSeat(from: last, towards: .right) == nil)
    #expect(grid.listedSeats(from: 3, to: 6) == [3, 4, 5, 6])
    #expect(grid.listedSeats(from: 6, to: 3) == [6, 5, 4, 3])
  }

  @Test(.timeLimit(.minutes(10)))
  func `the arena is walked from corner to corner`() {
    let grid = SeatGrid(SampleHalls.arena)
    var seat = 0
    var steps = 0
    for direction in [Direction.up, .left, .down, .right, .up] {
      while let next = grid.seat(from: seat, towards: direction) {
        seat = next
        steps += 1
        guard steps < 2_000 else { break }
      }
    }
    #expect(grid.spots[seat].line == 0)
    #expect(steps > 200 && steps < 2_000)
  }
}
