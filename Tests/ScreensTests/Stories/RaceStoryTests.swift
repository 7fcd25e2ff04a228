import Booking
import Canvas
import RaceLab
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("The race laboratory")
struct RaceStoryTests {
  private func laboratory(_ language: Language = .english, crowd: Int = 5) throws -> TestStage {
    let stage = try TestStage(language, crowd: crowd, kind: .demonstration, show: StageShow())
    stage.signIn()
    stage.press(":")
    stage.type("lab")
    stage.press(.enter)
    return stage
  }

  @Test func `lists what can be played, with the ruling of the chosen one`() throws {
    let stage = try laboratory()
    #expect(stage.top.contains("Race laboratory"))
    #expect(stage.screen.contains("Seats") && stage.screen.contains("the same seat at once"))
    #expect(stage.screen.contains("Rule 5: who writes first has it"))
    #expect(stage.screen.contains("On a copy of the present state"))
    stage.press("G")
    #expect(stage.screen.contains("With nothing due, a look writes nothing."))
    stage.press("/")
    stage.type("charge")
    #expect(stage.screen.contains("the limits of a charge") && !stage.screen.contains("the same seat at once"))
    stage.type("zzz")
    #expect(stage.screen.contains("Found 0") || !stage.screen.contains("the limits of a charge"))
    stage.press(.enter, .enter)
    #expect(stage.message.contains("No such collision."))
  }

  @Test func `says who wins and why, in which order, and again when the order is changed`() throws {
    let stage = try laboratory()
    stage.press(.enter)
    #expect(stage.top.contains("the same seat at once"))
    #expect(stage.screen.contains("1F A-1 is 김하늘's. Correct by the rules; all invariants hold."))
    #expect(stage.screen.contains("holds 1F A-1: until"))
    #expect(stage.screen.contains("That seat is already taken."))
    #expect(stage.screen.contains("Rule 5: who writes first has it"))
    stage.press("o")
    #expect(stage.screen.contains("1F A-1 is Alex Morgan's."))
    stage.press(.enter)
    #expect(stage.screen.contains("1F A-1 is Alex Morgan's."), "again")
    stage.press(.escape)
    #expect(stage.top.contains("Race laboratory"))
  }

  @Test func `who takes part, and how many, can be chosen, within what the collision takes`() throws {
    let stage = try laboratory()
    stage.press(.enter, "+", .down, .right)
    #expect(stage.screen.contains("1.") && stage.screen.contains("3."))
    #expect(stage.screen.split(separator: "\n").count { $0.contains("That seat is already taken.") } == 2)
    stage.press("-", "-")
    #expect(stage.message.contains("It takes two."))
    for _ in 0..<8 { stage.press("+") }
    #expect(stage.message.contains("At most 6 people."))
    stage.press("n", "n", "n")
    #expect(stage.top.contains("one's own seat, held again"))
    #expect(!stage.screen.contains("2."))
    stage.press("+")
    #expect(stage.message.contains("It is one person's."))
    stage.press("o")
    #expect(stage.message.contains("One person takes part."))
    stage.press("N")
    #expect(stage.top.contains("another's seat, around its deadline"))
    #expect(stage.screen.contains("2."))
  }

  @Test(arguments: Language.allCases) func `the palette plays each by its name`(_ language: Language) throws {
    let stage = try TestStage(language, crowd: 5, kind: .demonstration, show: StageShow())
    stage.signIn()
    for collision in Collision.all {
      stage.press(":")
      stage.type(language("경합: \(collision.title.korean)", "race: \(collision.title.english)"))
      stage.press(.enter)
      #expect(stage.top.contains(language(collision.title).prefix(14)), "\(stage.screen)")
      #expect(stage.screen.contains(language("규칙대로", "Correct by the rules")), "\(stage.screen)")
    }
    stage.press(.escape)
    #expect(!stage.screen.contains(language("규칙대로", "Correct by the rules")), "one after another takes its place")
  }

  @Test(arguments: Language.allCases) func `fits the smallest window, and tells what it has no room for`(
    _ language: Language
  ) throws {
    let stage = try laboratory(language)
    stage.size = Size(width: 60, height: 16)
    for row in stage.screen.split(separator: "\n") { #expect(String(row).cellWidth <= 60) }
    stage.press("G")
    stage.press(.enter)
    stage.press("N", "N")
    let end = language("1 분 간격 틱", "ticks of 1 min")
    #expect(stage.screen.contains(language("위로 0줄", "0 more above")) && !stage.screen.contains(end))
    for row in stage.screen.split(separator: "\n") { #expect(String(row).cellWidth <= 60) }
    for _ in 0..<20 { stage.press(.pageDown) }
    #expect(stage.screen.contains(language("아래로 0줄", ", 0 below")), "\(stage.screen)")
    stage.press(.pageUp)
    #expect(!stage.screen.contains(language("아래로 0줄", ", 0 below")))
    stage.press(.enter)
    #expect(stage.screen.contains(language("위로 0줄", "0 more above")), "played again from its beginning")
  }

  @Test func `is closed where no show stands behind the terminal`() throws {
    let stage = try TestStage(kind: .demonstration)
    stage.signIn()
    for text in ["lab", "race: the same seat"] {
      stage.press(":")
      stage.type(text)
      stage.press(.enter)
      #expect(stage.message.contains("Only at the terminal that opened the show."))
    }
  }
}
