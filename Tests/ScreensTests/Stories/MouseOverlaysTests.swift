import Booking
import Canvas
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("The mouse on questions and cards")
struct MouseOverlaysTests {
  let stage: TestStage

  init() throws { stage = try TestStage() }

  @Test func `an answer is clicked, and nothing else answers`() throws {
    stage.hold("A-1")
    stage.press(.enter)
    let question = stage.grid
    let yes = try #require(stage.place(of: " y Pay "))
    let no = try #require(stage.place(of: " n No "))
    for y in 0..<23 {
      for x in stride(from: 0, to: 80, by: 3) where !(y == yes.y && x >= no.x && x < yes.x + 7) {
        stage.click(x, y)
        #expect(stage.grid == question, "\(x),\(y)")
      }
    }
    stage.click(no.x, no.y)
    #expect(!stage.screen.contains("Pay 88,000 won"))
    #expect(try stage.user().balance == Won(500_000))
    stage.press(.enter)
    stage.click(yes.x + 6, yes.y)
    #expect(try stage.user().balance == Won(412_000))
  }

  @Test func `the gap between two answers is none of them`() throws {
    stage.hold("A-1")
    stage.press(.enter)
    let yes = try #require(stage.place(of: " y Pay "))
    stage.click(yes.x - 1, yes.y)
    stage.click(yes.x + 7, yes.y)
    #expect(stage.screen.contains("Pay 88,000 won"))
  }

  @Test func `a click from before the question appeared does not answer it`() throws {
    stage.hold("A-1")
    stage.press(.enter)
    let yes = try #require(stage.place(of: " y Pay "))
    stage.press(.escape)
    let pay = try #require(stage.keyPlace("Enter pay"))
    stage.send([.click(pay), .click(Position(x: yes.x + 1, y: yes.y))])
    #expect(stage.screen.contains("Pay 88,000 won"))
    #expect(stage.takeEffects().last == .discardTyped)
    #expect(try stage.user().balance == Won(500_000))
  }

  @Test func `answers that stand under each other are told apart`() throws {
    let stage = try TestStage(.korean)
    stage.size = Size(width: 60, height: 16)
    stage.hold("A-1")
    for (answer, expected) in [(" n 계속하기 ", false), (" y 두고 종료 ", true)] {
      stage.press("q")
      stage.click(answer, right: 1)
      #expect(stage.takeEffects().contains(.quit) == expected)
    }
  }

  @Test func `the keys under a question are clicked, and the wheel answers nothing`() throws {
    stage.hold("A-1")
    stage.press(.enter)
    stage.turnWheel(3)
    #expect(stage.screen.contains("Pay 88,000 won"))
    stage.clickKey("←→ choose")
    stage.clickKey("Enter answer")
    #expect(try stage.user().balance == Won(412_000))
  }

  @Test func `a click outside closes a card, and one on it does nothing`() throws {
    for key in ["?", "p", "m"] as [Key] {
      let before = stage.grid
      stage.press(key)
      let open = stage.grid
      stage.click(40, 11)
      #expect(stage.grid == open)
      stage.click(0, 0)
      #expect(stage.grid == before)
    }
  }

  @Test func `a click that closes a card does not reach what is under it`() throws {
    stage.press("p")
    stage.click(3, 6)
    #expect(stage.app.overlay == nil)
    #expect(stage.chosenRow.contains("김하늘"))
  }

  @Test func `the wheel scrolls a card, and back without a detour`() throws {
    stage.size = Size(width: 60, height: 16)
    stage.openMap()
    stage.press("?")
    let top = stage.grid
    stage.turnWheel(1)
    #expect(stage.grid != top)
    stage.turnWheel(30)
    #expect(stage.screen.contains("Ctrl-Z"))
    let bottom = stage.grid
    stage.turnWheel(-1)
    #expect(stage.grid != bottom)
    stage.turnWheel(-30)
    #expect(stage.grid == top)
    stage.press(.escape, "p")
    let policy = stage.grid
    stage.turnWheel(2)
    #expect(stage.grid == policy)
  }

  @Test func `the wheel goes through the messages`() throws {
    for number in 1...40 { stage.app.announce(LocalizedText("알림 \(number).", "News \(number).")) }
    stage.press("m")
    #expect(stage.screen.contains("News 40.") && !stage.screen.contains("News 5."))
    let newest = stage.screen
    stage.turnWheel(-12)
    #expect(stage.screen.contains("News 5.") && !stage.screen.contains("News 40."))
    stage.turnWheel(12)
    #expect(stage.screen == newest)
  }
}
