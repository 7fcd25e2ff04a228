import Booking
import Canvas
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("Who the mouse belongs to")
struct MouseReleaseTests {
  @Test(arguments: Language.allCases) func `M hands the mouse to the terminal, says so, and takes it back`(
    _ language: Language
  ) throws {
    let stage = try TestStage(language)
    stage.press("M")
    #expect(stage.takeEffects() == [.mouse(false)])
    #expect(stage.screen.contains(language("M을 누르면 다시 씁니다.", "M takes it back.")))
    #expect(stage.screen.contains("Shift"))
    stage.press("z")
    let before = stage.grid
    stage.clickKey("q ")
    stage.click("이서준")
    stage.turnWheel(1)
    #expect(stage.grid == before)
    #expect(stage.takeEffects().isEmpty)
    stage.press("?")
    #expect(stage.screen.contains(language("마우스 잡기", "use the mouse")))
    stage.press(.escape, "M")
    #expect(stage.takeEffects() == [.mouse(true)])
    #expect(stage.screen.contains(language("M을 누르면 놓습니다.", "M releases it.")))
    stage.click("이서준")
    #expect(stage.chosenRow.contains("이서준"))
  }

  @Test(arguments: [Mouse.used, .released], Language.allCases)
  func `what M says stands whole on the smallest screen`(_ mouse: Mouse, _ language: Language) throws {
    let stage = try TestStage(language, mouse: mouse)
    stage.size = Size(width: 60, height: 16)
    _ = stage.screen
    stage.press("M")
    #expect(stage.message != "" && !stage.screen.contains("…"))
  }

  @Test(arguments: [(Mouse.declined, "--no-mouse"), (.missing, "이 터미널은"), (.missing, "This terminal")])
  func `without a mouse M says why, and clicks are nothing`(_ mouse: Mouse, _ reason: String) throws {
    let stage = try TestStage(reason.hasPrefix("이") ? .korean : .english, mouse: mouse)
    let before = stage.grid
    stage.click("이서준")
    #expect(stage.grid == before)
    stage.press("M")
    #expect(stage.message.contains(reason))
    #expect(stage.takeEffects().isEmpty)
  }
}
