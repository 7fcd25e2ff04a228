import TestSupport
import Testing

@testable import SeatingPlan

struct BestSeatsTests {
  /// Seats drawn as text that are offered: a dot is free, an x is taken.
  private func offers(_ picture: String, party: Int, times: Int = 1) -> [(seats: [String], parts: Int)] {
    let plan = drawn(picture)
    let free = Set(
      picture.split(separator: "\n").joined().filter { $0 != " " }.enumerated().filter { $1 == "." }.map(\.offset))
    let search = BestSeats(SeatGrid(plan), party: party, where: free.contains)
    var offered: Set<Int> = []
    var found: [(seats: [String], parts: Int)] = []
    for _ in 0..<times {
      guard let offer = search.offer(without: offered) else { break }
      offered.formUnion(offer.seats)
      found.append((offer.seats.map { plan.places[$0].guid }, offer.parts))
    }
    return found
  }

  @Test func `the best are together, nearest to the stage and the middle`() {
    #expect(offers(".......\n.......", party: 3).map(\.seats) == [["A-3", "A-4", "A-5"]])
    #expect(offers("xxxxxxx\n.......", party: 1).map(\.seats) == [["B-4"]])
  }

  @Test func `the next offer has no seat of those before, until there are too few`() {
    let found = offers("....\n....", party: 2, times: 9).flatMap(\.seats)
    #expect(found.count == 8)
    #expect(Set(found).count == 8)
  }

  @Test func `no seat is left alone where that costs little`() {
    // In the middle of five, two would leave one alone at one side.
    #expect(offers("x.....x", party: 2).map(\.seats) == [["A-2", "A-3"]])
  }

  @Test func `an aisle parts a party`() {
    #expect(offers("..  ..\n......", party: 3)[0].seats.allSatisfy { $0.hasPrefix("B") })
    #expect(offers(".. ..", party: 3)[0].parts == 2)
  }

  @Test func `where none can sit together the party is split into as few parts as can be, near each other`() {
    let split = offers("..x..\n.x.x.", party: 4)
    #expect(split[0].parts == 2)
    #expect(Set(split[0].seats) == ["A-1", "A-2", "A-4", "A-5"])
    #expect(offers(".x.x.x.", party: 3)[0].parts == 3)
  }

  @Test func `too few free seats give no offer`() {
    #expect(offers("..x", party: 3).isEmpty)
    #expect(offers("xxx", party: 1).isEmpty)
  }

  @Test func `rows that run from front to back seat people together too`() {
    let grid = stadiumGrid
    let side = Set(grid.sections.indices.filter { grid.sections[$0].name == "203" }.flatMap(grid.seats(ofSection:)))
    let offer = BestSeats(grid, party: 4, where: side.contains).offer()
    #expect(offer?.parts == 1)
    #expect(Set((offer?.seats ?? []).map { grid.spots[$0].column }).count == 1)
  }

  @Test(arguments: [
    block("W", rows: 4, seats: 8, degrees: 60, at: Plan.Point(x: 400, y: 0)),
    block("W", rows: 4, seats: 8, degrees: -60, at: Plan.Point(x: 400, y: 200)),
    block("W", rows: 2, seats: 8, at: Plan.Point(x: 0, y: 300), pitch: 50),
  ])
  func `a slanted wing and a loge with wide seats seat people together too`(wing: Plan.Zone) {
    let plan = Plan(name: "", categories: [], zones: [block("F", rows: 6, seats: 12), wing])
    let offer = BestSeats(SeatGrid(plan), party: 6) { plan.places[$0].zone == "W" }.offer()
    #expect(offer?.parts == 1)
  }

  @Test(arguments: generatedPlans)
  func `neighbours are offered whenever there is a run of them`(shape: GeneratedPlan, seed: Int) {
    let grid = SeatGrid(shape.plan(seed: seed))
    var random = SeededRandom(seed: UInt64(seed))
    let free = Set(grid.spots.indices.filter { _ in Int.random(in: 0..<3, using: &random) > 0 })
    let longest =
      grid.rows.indices.flatMap { row in
        grid.neighbours(inRow: row).flatMap { $0.split { !free.contains($0) }.map(\.count) }
      }.max() ?? 0
    for party in 1...6 {
      guard let offer = BestSeats(grid, party: party, where: free.contains).offer() else {
        #expect(free.count < party)
        continue
      }
      #expect(Set(offer.seats).count == party && offer.seats.allSatisfy(free.contains))
      #expect((offer.parts == 1) == (party <= longest))
      guard offer.parts == 1 else { continue }
      #expect(Set(offer.seats.map { grid.rowOf[$0] }).count == 1)
      for (a, b) in zip(offer.seats, offer.seats.dropFirst()) {
        #expect(
          abs(grid.spots[a].column - grid.spots[b].column) <= 1 && abs(grid.spots[a].line - grid.spots[b].line) <= 1)
      }
    }
  }

  @Test func `the seat nearest to the stage is in the middle of the front`() {
    let grid = SeatGrid(SampleHalls.theatre)
    let best = grid.nearestToStage(among: grid.spots.indices) { _ in true }
    #expect(best.map { grid.spots[$0].line } == 0)
    #expect(grid.nearestToStage(among: grid.spots.indices) { _ in false } == nil)
  }
}
