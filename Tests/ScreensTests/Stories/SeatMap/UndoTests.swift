import Booking
import Canvas
import TestSupport
import Testing

@testable import Screens

@Suite("Undoing a choice")
struct UndoTests {
  let stage: TestStage

  init() throws {
    stage = try TestStage()
    stage.openMap()
  }

  @Test func `u goes back step by step and says when there is nothing`() {
    stage.find("A-3")
    stage.press(.space, "l", .space, "l", .space, .space)
    #expect(stage.choice == ["A-3", "A-4"])
    stage.press("u")
    #expect(stage.choice == ["A-3", "A-4", "A-5"])
    stage.press("u", "u")
    #expect(stage.choice == ["A-3"])
    stage.press("u")
    #expect(stage.choice == [])
    #expect(stage.message == "")
    stage.press("u")
    #expect(stage.message.contains("There is no choice to undo."))
  }

  @Test func `a choice that Esc dropped comes back`() {
    stage.find("A-3")
    stage.press(.space, "l", .space, .escape)
    #expect(stage.choice == [])
    stage.press("u")
    #expect(stage.choice == ["A-3", "A-4"])
  }

  @Test func `best seats are undone to what was chosen before`() {
    stage.find("H-3")
    stage.press(.space, "b")
    #expect(stage.choice.count == 2 && !stage.choice.contains("H-3"))
    stage.press("u")
    #expect(stage.choice == ["H-3"])
  }

  @Test func `a range that has ended is undone in one step`() {
    stage.find("H-3")
    stage.press(.space)
    stage.find("A-3")
    stage.press("v", "l", "l", "v", "u")
    #expect(stage.choice == ["H-3"])
  }

  @Test func `a range that Esc dropped leaves no steps behind`() {
    stage.find("H-3")
    stage.press(.space)
    stage.find("A-3")
    stage.press("v", "l", "l", .escape)
    #expect(stage.choice == ["H-3"])
    stage.press("u")
    #expect(stage.choice == [])
  }

  @Test func `what another terminal took meanwhile does not come back`() throws {
    let rival = try Rival(on: stage)
    stage.find("A-3")
    stage.press(.space, "l", .space, .escape)
    try rival.hold("A", 3)
    stage.hearNews()
    stage.press("u")
    #expect(stage.choice == ["A-4"])
  }

  @Test func `what was held is not undone`() {
    stage.find("A-3")
    stage.press(.space, .enter, .escape, "u")
    #expect(stage.message.contains("There is no choice to undo."))
    #expect(stage.chips.contains("1 held"))
  }
}
