import Booking
import Canvas
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("A demonstration explains itself")
struct ExplanationStoryTests {
  /// The keys that lead a signed-in person through every screen, and the screen that each leads to.
  private func everyScreen(_ stage: TestStage, _ look: (String) throws -> Void) throws {
    try look("sign-in")
    stage.signIn()
    try look("concerts")
    stage.press(.enter)
    try look("waiting room")
    stage.press("d")
    try look("panel")
    stage.press("e")
    try look("policy")
    stage.press(.escape, "v")
    try look("comparison")
    stage.press(.escape, .escape)
    stage.advance(.seconds(15))
    try look("sessions")
    stage.press(.enter)
    try look("map")
    stage.press(.space, .enter)
    try look("checkout")
    stage.press(.enter, "y")
    try look("tickets")
  }

  @Test(arguments: Language.allCases) func `at each screen, in two lines of 80 columns beside what hides it`(
    _ language: Language
  ) throws {
    let stage = try TestStage.presenting(language)
    stage.app.explain()
    var seen: Set<String> = []
    try everyScreen(stage) { place in
      let band = try #require(stage.app.explanation, "\(place)")
      let grid = stage.app.frame(stage.size, with: band)
      let lines = [grid.row(22), grid.row(23)]
      #expect(lines[1].hasSuffix(language("E 설명 끄기", "E hides this")), "\(place): \(lines)")
      #expect(lines[0].count > 20)
      seen.insert(lines[0])
    }
    #expect(seen.count == 10, "each screen has one of its own")
  }

  @Test func `names the policy in force`() throws {
    let stage = try TestStage.presenting(
      policy: .with {
        $0.batch = 7
        $0.activationPeriod = .seconds(30)
      })
    stage.app.explain()
    stage.signIn()
    stage.press(.enter)
    let text = stage.app.frame(stage.size, with: stage.app.explanation).text
    #expect(text.contains("7 people enter every 30 s"))
  }

  @Test func `in ASCII names the signs that the map has`() throws {
    let stage = try TestStage.presenting(glyphs: .ascii)
    stage.app.explain()
    stage.openMap()
    let text = stage.app.frame(stage.size, with: stage.app.explanation).row(22)
    #expect(text.contains("hold (o) and buy (x)"))
  }

  @Test func `E hides it, and brings it back`() throws {
    let stage = try TestStage.presenting()
    #expect(stage.app.explanation == nil, "unless it is asked for")
    stage.press("E")
    #expect(stage.app.explanation != nil)
    stage.press("E")
    #expect(stage.app.explanation == nil)
  }

  @Test func `a real house has none, nor has a terminal that only joined`() throws {
    for stage in [try TestStage(), try TestStage(season: .single(.club), kind: .demonstration)] {
      stage.press("E")
      #expect(stage.app.explanation == nil)
      stage.press("?")
      #expect(!stage.screen.contains("explain"))
    }
  }
}
