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

  /// A grid of one row of three seats as text, with some of it written otherwise.
  private static func text(_ changes: (String, String)...) -> String {
    let text =
      #"{"areas":[],"rowNames":["A"],"rowRuns":[1],"rowSections":[0],"runs":[0,0,3,1,0],"seatGrid":1,"sections":["1F"]}"#
    return changes.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  private static func run(_ numbers: String) -> String { text(("[0,0,3,1,0]", "[\(numbers)]")) }

  private static func area(_ columns: String) -> String {
    text(("[]", #"[{"caption":"","columns":[\#(columns)],"isFilled":true,"isStage":true,"lines":[0,1]}]"#))
  }

  @Test func `reads the least there can be`() {
    #expect(SeatGrid(text: Self.text())?.spots.count == 3)
    #expect(SeatGrid(text: Self.run("2,0,3,-1,0"))?.spots.map(\.column) == [2, 1, 0])
    #expect(SeatGrid(text: Self.area("0,1"))?.stage != nil)
  }

  private static let most = "9223372036854775807"
  private static let least = "-9223372036854775808"

  @Test(arguments: [
    "", "{}", "no grid", text(("1F", "1F\u{0}")), text((#"["1F"]"#, "[]")), text((#"["1F"]"#, #"["1F","2F"]"#)),
    text((#"["A"]"#, #"["A","B"]"#)), text(("\"rowRuns\":[1]", "\"rowRuns\":[2]")),
    text(
      ("\"rowRuns\":[1]", "\"rowRuns\":[1,0]"), (#""rowNames":["A"]"#, #""rowNames":["A","B"]"#),
      (#""rowSections":[0]"#, #""rowSections":[0,1]"#), (#""sections":["1F"]"#, #""sections":["1F","2F"]"#)),
    text(("\"rowRuns\":[1]", "\"rowRuns\":[0]")), text(("\"rowRuns\":[1]", "\"rowRuns\":[-1]")),
    text(("\"seatGrid\":1", "\"seatGrid\":2")), run("0,0,3,1"), run("0,0,3,1,0,0"), run("0,0,3,2,0"), run("0,0,0,1,0"),
    run("0,0,-3,1,0"), run("0,-1,3,1,0"), run("1,0,3,-1,0"), run("0,1,3,0,-1"), run("0,0,2,0,0"),
    run("\(most),0,3,1,0"),
    run("0,0,\(most),1,0"), run("0,0,3,\(least),0"), run("0,0,100001,0,1"), area("3,1"), area("0,\(most)"),
    area("\(least),0"),
  ])
  func `refuses what is no grid, or none that can be`(text: String) {
    #expect(SeatGrid(text: text) == nil)
  }
}
