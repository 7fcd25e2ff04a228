import Testing

@testable import SeatingPlan

struct PlanTests {
  @Test func `a seat stands where its zone, its row and it are, added up`() {
    let seat = Plan.Seat(guid: "g", number: "7", position: Plan.Point(x: 1, y: 2), category: "R")
    let row = Plan.Row(name: "A", position: Plan.Point(x: 10, y: 20), seats: [seat])
    let zone = Plan.Zone(name: "1F", position: Plan.Point(x: 100, y: 200), rows: [row])
    let places = Plan(name: "Hall", categories: [], zones: [zone]).places
    #expect(
      places == [
        Plan.Place(
          guid: "g", zone: "1F", row: "A", number: "7", category: "R", position: Plan.Point(x: 111, y: 222))
      ])
  }

  @Test func `places come zone by zone and row by row, as they are written`() {
    let points = [Plan.Point(x: 30, y: 0), Plan.Point(x: 0, y: 0)]
    let plan = Plan(
      name: "Hall", categories: [],
      zones: [zone("2F", [row("B", points), row("A", points)]), zone("1F", [row("C", points)])])
    #expect(plan.places.map(\.guid) == ["B-1", "B-2", "A-1", "A-2", "C-1", "C-2"])
  }

  @Test func `an empty plan has no places`() {
    #expect(Plan(name: "Hall", categories: [], zones: []).places == [])
  }
}
