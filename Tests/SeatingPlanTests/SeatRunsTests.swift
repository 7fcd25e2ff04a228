import Testing

@testable import SeatingPlan

struct SeatRunsTests {
  private func runs(_ pieces: [[Int]]) -> SeatRuns {
    var runs = SeatRuns()
    for piece in pieces {
      for seat in piece { runs.append(seat) }
      runs.cut()
    }
    return runs
  }

  private func pieces(_ runs: SeatRuns) -> [[Int]] { runs.runs.map { Array(runs.seats[$0]) } }

  @Test func `a cut ends a run, and one with nothing before it makes none`() {
    #expect(pieces(runs([[4, 5], [], [9]])) == [[4, 5], [9]])
    #expect(pieces(runs([])) == [])
    #expect(runs([[1], [2, 3, 4], [5, 6]]).longest == 3)
  }

  @Test func `a seat that is taken out parts its run, and leaves no empty one at an end`() {
    let all = runs([[1, 2, 3, 4, 5], [6, 7], [8]])
    #expect(pieces(all.without([3])) == [[1, 2], [4, 5], [6, 7], [8]])
    #expect(pieces(all.without([1, 5, 6, 8])) == [[2, 3, 4], [7]])
    #expect(all.without([1, 5]).longest == 3)
    #expect(all.without([]) == all)
    #expect(pieces(all.without([1, 2, 3, 4, 5, 6, 7, 8])) == [])
  }

  @Test func `neighbours are parted by an aisle and by who does not pass`() {
    let grid = SeatGrid(drawn("... ...."))
    #expect(grid.neighbours(inRow: 0) == [[0, 1, 2], [3, 4, 5, 6]])
    #expect(grid.neighbours(inRow: 0) { $0 != 1 && $0 != 6 } == [[0], [2], [3, 4, 5]])
  }

  @Test func `a row that is listed from the right, or runs from front to back, is taken from end to end`() {
    let points = [3, 0, 2, 1].map { Plan.Point(x: $0 * 30, y: 0) }
    let level = SeatGrid(Plan(name: "Level", categories: [], zones: [zone("1F", [row("A", points)])]))
    #expect(level.neighbours(inRow: 0) == [[1, 3, 2, 0]])
    let upright = points.map { Plan.Point(x: 0, y: $0.x) }
    let sideways = SeatGrid(Plan(name: "Sideways", categories: [], zones: [zone("1F", [row("A", upright)])]))
    #expect(sideways.neighbours(inRow: 0) == [[1, 3, 2, 0]])
  }

  @Test func `the ends of a row are where it ends, whichever way it runs`() {
    let points = [3, 0, 2, 1].map { Plan.Point(x: $0 * 30, y: 0) }
    let level = SeatGrid(Plan(name: "Level", categories: [], zones: [zone("1F", [row("A", points)])]))
    #expect(level.ends(ofRow: 0) == (1, 0))
    #expect(level.spots.indices.allSatisfy(level.isAlongLine))
    let grid = stadiumGrid
    for (index, row) in grid.rows.enumerated() where ["204", "F2"].contains(grid.sections[row.section].name) {
      let ends = grid.ends(ofRow: index)
      #expect(Set([ends.first, ends.last]) == [row.seats.lowerBound, row.seats.upperBound - 1])
      // The side stand's rows run from front to back.
      #expect(row.seats.allSatisfy(grid.isAlongLine) == (grid.sections[row.section].name == "F2"))
    }
  }

  @Test(arguments: generatedPlans)
  func `every seat is in one run, and neighbours in it are within a step`(_ shape: GeneratedPlan, _ seed: Int) {
    let grid = SeatGrid(shape.plan(seed: seed))
    for row in grid.rows.indices {
      let runs = grid.neighbours(inRow: row)
      #expect(runs.joined().sorted() == Array(grid.rows[row].seats).sorted())
      for run in runs {
        for (a, b) in zip(run, run.dropFirst()) {
          #expect(abs(grid.spots[a].column - grid.spots[b].column) <= 1)
          #expect(abs(grid.spots[a].line - grid.spots[b].line) <= 1)
        }
      }
    }
  }
}
