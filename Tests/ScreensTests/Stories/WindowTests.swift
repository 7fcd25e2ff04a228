import Booking
import Canvas
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("The window's size")
struct WindowTests {
  @Test(arguments: Language.allCases) func `too small a window says what is needed`(_ language: Language) throws {
    let stage = try TestStage(language)
    let text = stage.frame(59, 15).text
    #expect(text.contains(language("60×16", "60x16")))
    #expect(text.contains(language("59×15", "59x15")))
    #expect(stage.frame(60, 16).text.contains(language("로그인", "Sign in")))
  }

  @Test func `in it only quitting and resizing act, and nothing is lost`() throws {
    let stage = try TestStage()
    stage.openMap()
    stage.find("A-1")
    stage.press(.space)
    let before = stage.screen
    stage.size = Size(width: 40, height: 10)
    _ = stage.screen
    stage.press(.enter, "x", .escape, "L", "w")
    stage.send([.paste("n"), .click(Position(x: 3, y: 9)), .wheel(Position(x: 1, y: 1), down: true)])
    #expect(stage.screen.contains("too small"))
    stage.size = Size(width: 80, height: 24)
    #expect(stage.screen == before)
    _ = stage.takeEffects()
    _ = stage.frame(40, 10)
    stage.press("q")
    #expect(stage.takeEffects() == [.quit])
  }

  @Test func `a hold goes on and is told of when the window is large again`() throws {
    let stage = try TestStage()
    stage.hold("A-1")
    stage.size = Size(width: 20, height: 5)
    _ = stage.screen
    stage.sleep(.minutes(2))
    stage.size = Size(width: 80, height: 24)
    #expect(stage.chips.contains("1 held 3:00"))
  }

  @Test func `resizing while a question is open keeps the question`() throws {
    let stage = try TestStage()
    stage.hold("A-1")
    stage.press(.enter)
    _ = stage.frame(30, 8)
    #expect(stage.frame(120, 40).text.contains("Pay 88,000 won"))
  }

  @Test func `the seat under the cursor stays on screen at every size`() throws {
    let stage = try TestStage(season: .single(.theatre))
    stage.openMap()
    for (width, height) in [(60, 16), (80, 24), (61, 17), (120, 40), (60, 40), (200, 16)] {
      stage.size = Size(width: width, height: height)
      for key in ["G", .pageDown, .pageDown, .end, .pageUp, .home] as [Key] {
        stage.press(key)
        let grid = stage.grid
        #expect(grid.cursor.y > 2 && grid.cursor.y < height - 3)
        #expect(grid.cursor.x < width)
        #expect(grid[grid.cursor.x, grid.cursor.y].style == stage.app.theme.cursor(over: .plain))
      }
    }
  }
}
