import Foundation
import Testing

@testable import SeatingPlan

struct PlanTextTests {
  private static let text = """
    {"name": "작은 홀", "size": {"width": 9, "height": 9}, "categories": [{"name": "R", "color": "#aabbcc"}],
     "zones": [{"name": "1F", "zone_id": "z", "position": {"x": 0, "y": 5}, "areas": [
       {"shape": "rectangle", "color": "#eee", "position": {"x": 1, "y": 2}, "rectangle": {"width": 60, "height": 9},
        "text": {"text": "STAGE", "size": 12}}, {"shape": "circle", "position": {"x": 0, "y": 0}}],
       "rows": [{"row_number": "가", "row_number_position": "both", "position": {"x": 10, "y": 0}, "seats": [
         {"seat_guid": "가-1", "seat_number": "1", "position": {"x": 0.5, "y": 0}, "category": "R", "radius": 10}]}]}]}
    """

  @Test func `reads a plan and passes over keys that it does not know`() throws {
    let plan = try Plan(text: Self.text)
    #expect(plan.name == "작은 홀")
    #expect(plan.categories == [Plan.Category(name: "R", color: "#aabbcc")])
    #expect(plan.zones[0].areas.map(\.text?.text) == ["STAGE", nil])
    #expect(plan.zones[0].areas[0].rectangle == Plan.Area.Size(width: 60, height: 9))
    #expect(
      plan.places == [
        Plan.Place(
          guid: "가-1", zone: "1F", row: "가", number: "1", category: "R", position: Plan.Point(x: 10.5, y: 5))
      ])
  }

  @Test(arguments: [SampleHalls.club, SampleHalls.theatre, drawn(".. ..\n.....")])
  func `what is written is read back, and is the same text again`(plan: Plan) throws {
    let again = try Plan(text: plan.text)
    #expect(again == plan)
    #expect(again.text == plan.text)
  }

  @Test(arguments: [
    "name", "categories", "zones", "rows", "areas", "row_number", "seats", "seat_guid", "seat_number", "category",
    "position", "shape",
  ])
  func `refuses a plan in which a key is missing`(key: String) {
    #expect(throws: PlanFault.unreadable) {
      try Plan(text: Self.text.replacing("\"\(key)\":", with: "\"other\":"))
    }
  }

  @Test(arguments: ["", "{}", "[]", "null", "{\"name\": 1}", "no plan", "{\"name\": \"a\"", "\u{0}"])
  func `refuses what is no plan`(text: String) {
    #expect(throws: PlanFault.unreadable) { try Plan(text: text) }
  }

  @Test func `refuses a number that is none`() {
    #expect(throws: PlanFault.unreadable) {
      try Plan(text: Self.text.replacing("\"x\": 10,", with: "\"x\": \"10\","))
    }
  }
}

/// A real plan that was published, where there is one.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["BOXOFFICE_PLANS"] != nil))
struct PublishedPlanTests {
  private let plan: Plan

  init() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["BOXOFFICE_PLANS"])
    plan = try Plan(text: String(contentsOfFile: "\(folder)/theatre-1057.pretix.json", encoding: .utf8))
  }

  @Test func `has 1,057 seats in two zones`() {
    #expect(plan.places.count == 1_057)
    #expect(Set(plan.places.map { [$0.zone, $0.row, $0.number] }).count == 1_057)
    #expect(plan.zones.map(\.name) == ["Ground floor", "Balcony"])
    #expect(plan.zones.map(\.rows.count) == [32, 3])
  }

  @Test func `stands in the grid as on paper`() {
    let grid = SeatGrid(plan)
    let left = plan.places.map(\.position.x).min() ?? 0
    #expect(Set(grid.spots).count == 1_057)
    #expect(grid.spots.map(\.column) == plan.places.map { Int((($0.position.x - left) / 30).rounded()) })
    #expect(grid.lines.filter { !$0.isEmpty }.count == 35)
    #expect(grid.lines.count > 35)
    #expect(grid.stage != nil)
    #expect(grid.stage?.columns == 12...24)
  }

  @Test func `can be walked from any seat to any other`() {
    #expect(unreachable(in: SeatGrid(plan)) == [])
  }

  @Test func `is read back as it was written`() throws {
    #expect(try Plan(text: plan.text) == plan)
  }
}
