import Booking
import Canvas
import TestSupport
import Testing

@testable import Screens

@Suite("The race laboratory")
struct RaceStoryTests {
  private func laboratory(_ language: Language = .english) throws -> TestStage {
    let stage = try TestStage(language, crowd: 5, kind: .demonstration, show: StageShow())
    stage.signIn()
    stage.press(":")
    stage.type("lab")
    stage.press(.enter)
    return stage
  }

  @Test func `says who wins and why, in which order, and that it is one order`() throws {
    let stage = try laboratory()
    #expect(stage.top.contains("Race laboratory"))
    #expect(stage.screen.contains("In one process nothing happens at once"))
    stage.press(.enter)
    #expect(stage.screen.contains("The seat is 김하늘's."))
    #expect(stage.screen.contains("holds 1F A-1: OK"))
    #expect(stage.screen.contains("That seat is already taken."))
    #expect(stage.screen.contains("Rule 5: who writes first has it"))
    #expect(stage.screen.contains("As the rules have it; all invariants hold."))
    stage.press("o", .enter)
    #expect(stage.screen.contains("The seat is Alex Morgan's."))
  }

  @Test func `who takes part, how many and in which collision can be chosen`() throws {
    let stage = try laboratory()
    stage.press("+", .down, .down, .right, .enter)
    #expect(stage.screen.contains("1.") && stage.screen.contains("3."))
    #expect(stage.screen.split(separator: "\n").count { $0.contains("That seat is already taken.") } == 2)
    stage.press("-", "g")
    for collision in Collision.allCases {
      #expect(stage.screen.contains(collision.title(.english)))
      stage.press(.enter)
      #expect(stage.screen.contains("As the rules have it"), "\(collision)")
      stage.press(.right)
    }
    stage.press("-")
    #expect(stage.message.contains("It takes two."))
    for _ in 0..<8 { stage.press("+") }
    #expect(stage.message.contains("At most 6 people."))
  }

  @Test(arguments: Language.allCases) func `fits the smallest window`(_ language: Language) throws {
    let stage = try laboratory(language)
    stage.size = Size(width: 60, height: 16)
    stage.press("+", .enter)
    for row in stage.screen.split(separator: "\n") { #expect(String(row).cellWidth <= 60) }
  }

  @Test func `is closed where no show stands behind the terminal`() throws {
    let stage = try TestStage(kind: .demonstration)
    stage.signIn()
    stage.press(":")
    stage.type("lab")
    stage.press(.enter)
    #expect(stage.message.contains("Only at the terminal that opened the show."))
  }
}
