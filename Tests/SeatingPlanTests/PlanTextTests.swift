import Foundation
import Testing

@testable import SeatingPlan

struct PlanTextTests {
  private static let text = """
    {"name": "작은 홀", "size": {"width": 9, "height": 9}, "categories": [{"name": "R", "color": "#aabbcc"}],
     "zones": [{"name": "1F", "zone_id": "z", "position": {"x": 0, "y": 5}, "areas": [
       {"shape": "rectangle", "color": "#eee", "position": {"x": 1, "y": 2}, "rectangle": {"width": 60, "height": 9},
        "text": {"text": "STAGE", "size": 12}}, {"shape": "circle", "position": {"x": 0, "y": 0}, "circle": {"radius": 4}}],
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

  @Test(
    arguments: [
      ("name", "name"), ("categories", "categories"), ("zones", "zones"), ("rows", "zones[0].rows"),
      ("seats", "zones[0].rows[0].seats"), ("seat_guid", "zones[0].rows[0].seats[0].seat_guid"),
      ("seat_number", "zones[0].rows[0].seats[0].seat_number"), ("category", "zones[0].rows[0].seats[0].category"),
      ("position", "zones[0].position"), ("rectangle\": {\"width", "zones[0].areas[0].rectangle.width"),
    ])
  func `refuses a plan in which a key is missing`(key: String, path: String) throws {
    let name = key.split(separator: "\"").last.map(String.init) ?? key
    let text = Self.text.replacing("\"\(key)\":", with: "\"\(key.dropLast(name.count))other\":")
    let fault = try #require(throws: PlanFault.self) { try Plan(text: text) }
    #expect(fault.kind == "missing")
    #expect(fault.spots.map(\.path) == [path])
  }

  @Test(arguments: ["areas", "row_number", "shape"])
  func `reads a plan in which a key is missing that need not be there`(key: String) throws {
    let plan = try Plan(text: Self.text.replacing("\"\(key)\":", with: "\"other\":"))
    #expect(plan.places.map(\.guid) == ["가-1"])
  }

  @Test(
    arguments: [
      ("", "emptyFile"), ("{}", "missing"), ("[]", "wrongType"), ("null", "wrongType"), ("{\"name\": 1}", "wrongType"),
      ("no plan", "notJSON"), ("{\"name\": \"a\"", "notJSON"), ("\u{0}", "notUTF8"),
    ])
  func `refuses what is no plan`(text: String, kind: String) throws {
    let fault = try #require(throws: PlanFault.self) { try Plan(text: text) }
    #expect(fault.kind == kind)
  }

  @Test func `refuses a number that is none`() throws {
    let fault = try #require(throws: PlanFault.self) {
      try Plan(text: Self.text.replacing("\"x\": 10,", with: "\"x\": \"10\","))
    }
    #expect(fault.spots.map(\.path) == ["zones[0].rows[0].position.x"])
  }
}

/// A real plan that was published, where there is one.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["BOXOFFICE_PLANS"] != nil))
struct PublishedPlanTests {
  private let reading: PlanReading
  private var plan: Plan { reading.plan }

  init() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["BOXOFFICE_PLANS"])
    let file = URL(fileURLWithPath: "\(folder)/theatre-1057.pretix.json")
    reading = try PlanReader.read(Array(Data(contentsOf: file)))
  }

  @Test func `has seats in two zones by the same ids, and nothing else to say`() {
    #expect(reading.notices.map(\.kind) == [.renamedID])
    #expect(reading.notices.map(\.count) == [84])
  }

  @Test func `has 1,057 seats in two zones`() {
    #expect(plan.places.count == 1_057)
    #expect(Set(plan.places.map { [$0.zone, $0.row, $0.number] }).count == 1_057)
    #expect(Set(plan.places.map(\.guid)).count == 1_057)
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
