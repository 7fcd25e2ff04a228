import Testing

@testable import SeatingPlan

struct PlanReaderAreasTests {
  private func area(_ text: String) throws -> Plan.Area? {
    let bytes = try PlanFileText.changed(#""areas": [],"#, to: #""areas": [\#(text)],"#)
    return try PlanReader.read(bytes).plan.zones[1].areas.first
  }

  @Test func `reads every shape with its measures`() throws {
    let at = Plan.Point(x: 0, y: 0)
    let point = Plan.Point(x: 3, y: 4.5)
    #expect(try area(#"{"shape": "circle", "circle": {"radius": 7}}"#)?.circle == Plan.Area.Circle(radius: 7))
    #expect(
      try area(#"{"shape": "ellipse", "ellipse": {"radius": {"x": 3, "y": 4.5}}}"#)
        == Plan.Area(shape: "ellipse", position: at, ellipse: Plan.Area.Ellipse(radius: point)))
    let corners = #"[{"x": 0, "y": 0}, {"x": 3, "y": 4.5}, {"x": 0, "y": 0}]"#
    #expect(
      try area(#"{"shape": "polygon", "polygon": {"points": \#(corners)}}"#)?.polygon?.points == [at, point, at])
    #expect(
      try area(
        #"{"shape": "text", "position": {"x": 3, "y": 4.5}, "text": {"text": "BAR", "size": 20, "color": "navy"}}"#)
        == Plan.Area(shape: "text", position: point, text: Plan.Area.Caption(text: "BAR", color: "navy", size: 20)))
  }

  @Test func `reads its turn and its colours`() throws {
    let text =
      ##"{"shape": "rectangle", "rectangle": {"width": 1, "height": 2}, "rotation": -30.5, "color": "#eee", "border_color": "red"}"##
    let area = try #require(try area(text))
    #expect(area.rotation == -30.5)
    #expect(area.color == "#eee")
    #expect(area.borderColor == "red")
    #expect(area.rectangle == Plan.Size(width: 1, height: 2))
  }

  @Test func `reads the bare text of old plans`() throws {
    let text = #"{"shape": "rectangle", "rectangle": {"width": 1, "height": 2}, "text": "STAGE"}"#
    #expect(try area(text)?.text == Plan.Area.Caption(text: "STAGE"))
  }

  @Test(arguments: [
    (#"{"shape": "circle", "circle": {}}"#, "circle.radius"),
    (#"{"shape": "polygon", "polygon": {}}"#, "polygon.points"),
    (#"{"shape": "ellipse", "ellipse": {"radius": 3}}"#, "ellipse.radius"), (#"{"shape": 3}"#, "shape"),
    (#"{"shape": "text", "text": 3}"#, ""),
  ])
  func `refuses measures that are none, and says where`(text: String, path: String) throws {
    let fault = try #require(throws: PlanFault.self) { try area(text) }
    #expect(fault.spots == [Spot("zones[1].areas[0].\(path.isEmpty ? "text" : path)", "2F")])
  }
}
