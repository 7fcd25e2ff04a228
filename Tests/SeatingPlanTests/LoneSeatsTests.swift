import Testing

@testable import SeatingPlan

struct LoneSeatsTests {
  /// A row as text: a dot is free, an x taken, a star chosen. Returns the numbers of the seats left alone.
  private func lone(_ picture: String) -> [Int] {
    let signs = Array(picture.filter { $0 != " " })
    let grid = SeatGrid(drawn(picture))
    let chosen = signs.indices.filter { signs[$0] == "*" }
    return grid.loneSeats(leftBy: chosen) { signs[$0] != "x" }.map { $0 + 1 }
  }

  @Test func `a single seat between a choice and a taken one, or the row's end, is left alone`() {
    #expect(lone(".**...") == [1])
    #expect(lone("x.**...x") == [2])
    #expect(lone("..*.*..") == [4])
    #expect(lone("*.*.*...") == [2, 4])
  }

  @Test func `two or more are not`() {
    #expect(lone("..**..") == [])
    #expect(lone("****") == [])
  }

  @Test func `nothing is said of what cannot be avoided`() {
    #expect(lone(".**") == [])
    #expect(lone("x.**x") == [])
    #expect(lone("x.x**..") == [])
  }

  @Test func `an aisle ends a run`() {
    #expect(lone("... .**...") == [4])
    #expect(lone("... .**") == [])
  }

  @Test func `without a choice nothing is`() {
    #expect(lone("x.x.x") == [])
  }
}
