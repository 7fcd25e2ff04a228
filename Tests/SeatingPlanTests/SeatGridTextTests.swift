import Testing

@testable import SeatingPlan

struct SeatGridTextTests {
  @Test(arguments: [SampleHalls.club, SampleHalls.theatre, SampleHalls.arena, SampleHalls.stadium])
  func `a hall is read back as it was written, and is the same text again`(plan: Plan) throws {
    let grid = plan == SampleHalls.stadium ? stadiumGrid : SeatGrid(plan)
    let again = try #require(SeatGrid(text: grid.text))
    #expect(again == grid)
    #expect(again.text == grid.text)
  }

  @Test(arguments: generatedPlans)
  func `so is every other plan`(shape: GeneratedPlan, seed: Int) {
    let grid = SeatGrid(shape.plan(seed: seed))
    #expect(SeatGrid(text: grid.text) == grid)
  }

  @Test func `rows of neighbours take little room`() {
    #expect(stadiumGrid.text.utf8.count < 100_000)
  }

  private static let row = #"{"name":"A","runs":[0,0,3,1,0],"section":0}"#

  private static func text(_ rows: String, sections: String = #"["1F"]"#, areas: String = "[]") -> String {
    #"{"areas":\#(areas),"rows":[\#(rows)],"seatGrid":1,"sections":\#(sections)}"#
  }

  @Test func `reads the least there can be`() {
    #expect(SeatGrid(text: Self.text(Self.row))?.spots.count == 3)
  }

  @Test(arguments: [
    "", "{}", "no grid", text(row).replacing("1F", with: "1F\u{0}").dropLast() + "]", text(row, sections: "[]"),
    text(row, sections: #"["1F","2F"]"#), text(row + "," + row),
    text(row.replacing("[0,0,3,1,0]", with: "[0,0,3]")), text(row.replacing("[0,0,3,1,0]", with: "[0,0,3,2,0]")),
    text(row.replacing("[0,0,3,1,0]", with: "[0,0,0,1,0]")), text(row.replacing("[0,0,3,1,0]", with: "[-1,0,3,1,0]")),
    text(row.replacing("[0,0,3,1,0]", with: "[1,0,3,-1,0]")),
    text(row.replacing("[0,0,3,1,0]", with: "[0,9223372036854775807,3,1,0]")),
    text(row.replacing("[0,0,3,1,0]", with: "[0,0,9223372036854775807,1,0]")),
    text(row, areas: #"[{"caption":"","columns":[3,1],"isFilled":true,"isStage":true,"lines":[0,1]}]"#),
    text(
      row, areas: #"[{"caption":"","columns":[0,9223372036854775807],"isFilled":true,"isStage":true,"lines":[0,1]}]"#),
    text(row).replacing("\"seatGrid\":1", with: "\"seatGrid\":2"),
  ])
  func `refuses what is no grid, or none that can be`(text: String) {
    #expect(SeatGrid(text: text) == nil)
  }
}
