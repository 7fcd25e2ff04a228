import Testing

@testable import SeatingPlan

struct SeatIDsTests {
  private func plan(_ zones: [[String]]) -> Plan {
    let at = Plan.Point(x: 0, y: 0)
    return Plan(
      name: "Hall", categories: [],
      zones: zones.map { ids in
        let seats = ids.map { Plan.Seat(guid: $0, number: "1", position: at, category: "R") }
        return zone("Z", [Plan.Row(name: "A", position: at, seats: seats)])
      })
  }

  private func ids(_ zones: [[String]]) -> [String] { SeatIDs.unique(in: plan(zones)).plan.places.map(\.guid) }

  @Test func `leaves a plan as it is whose ids are unique`() {
    let unique = plan([["a", "b"], ["c"]])
    let (plan, renamed) = SeatIDs.unique(in: unique)
    #expect(plan == unique)
    #expect(renamed == [])
  }

  @Test func `puts repeated ids behind the number of their zone`() {
    #expect(ids([["a", "b"], ["b", "c"], ["a", "b"]]) == ["a", "b", "2/b", "c", "3/a", "3/b"])
    #expect(SeatIDs.unique(in: plan([["a", "b"], ["b", "c"], ["a", "b"]])).renamed == [2, 4, 5])
  }

  @Test func `takes no id that a seat has, earlier or later`() {
    #expect(ids([["a", "2/a"], ["a"], ["2/2/a"]]) == ["a", "2/a", "2/2/2/a", "2/2/a"])
  }
}
