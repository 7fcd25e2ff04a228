import Booking
import Canvas
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("The best seats together")
struct BestSeatsStoryTests {
  let stage: TestStage

  init() throws {
    stage = try TestStage()
    stage.openMap()
  }

  @Test func `b chooses two seats side by side near the stage, and the cursor goes there`() {
    stage.find("I-3")
    stage.press("b")
    #expect(stage.choice.count == 2)
    #expect(stage.choice.allSatisfy { $0.hasPrefix("A-") })
    #expect(stage.seat == stage.choice.first)
    stage.press(.enter)
    #expect(stage.chips.contains("2 held"))
  }

  @Test func `b again offers the next best, none of them twice`() {
    var seen: [String] = []
    for _ in 0..<6 {
      stage.press("b")
      #expect(stage.choice.count == 2)
      #expect(Set(seen).isDisjoint(with: stage.choice))
      seen += stage.choice
    }
  }

  @Test func `after the last offer it begins again and says so`() throws {
    let stage = try TestStage(season: .single(.studio))
    stage.openMap()
    stage.press("4", "b")
    let best = stage.choice
    #expect(best == ["A-1", "A-2", "A-3", "A-4"])
    stage.press("b")
    #expect(stage.choice == ["B-1", "B-2", "B-3", "B-4"])
    stage.press("b")
    #expect(stage.message.contains("Those were all; here is the best again."))
    #expect(stage.choice == best)
  }

  @Test func `another party begins anew at the best`() throws {
    let fresh = try TestStage()
    fresh.openMap()
    fresh.press("3", "b")
    stage.press("b", "3", "b")
    #expect(stage.choice == fresh.choice)
    #expect(stage.choice.count == 3)
  }

  @Test func `says that it replaces what was chosen by hand, and u brings that back`() {
    stage.press("b")
    #expect(stage.message == "", "nothing was replaced")
    stage.find("C-5")
    stage.press(.escape, .space)
    let mine = stage.choice
    #expect(mine == ["C-5"])
    stage.press("b")
    #expect(stage.message.contains("This replaces what you had chosen; u brings it back."))
    stage.press("u")
    #expect(stage.choice == mine)
  }

  @Test func `moving begins anew at the best`() {
    stage.press("b")
    let best = stage.choice
    stage.press("b")
    #expect(stage.choice != best)
    stage.press("l", "b")
    #expect(stage.choice == best)
  }

  @Test func `s and a count set the size of the party, up to what one may hold`() {
    #expect(stage.panel.contains { $0.contains("s party of 2") })
    stage.press("s")
    #expect(stage.panel.contains { $0.contains("s party of 3") })
    stage.press("s", "s", "s")
    #expect(stage.panel.contains { $0.contains("s party of 2") }, "round: 4, 1, 2")
    stage.press("3", "b")
    #expect(stage.choice.count == 3)
    stage.press("b")
    #expect(stage.choice.count == 3, "it stays three")
  }

  @Test func `more than one may hold is refused in a sentence`() {
    stage.press("5", "b")
    #expect(stage.message.contains(BookingError.tooManyHolds(limit: 4).sentence(in: .english)))
    #expect(stage.choice == [])
    stage.press("b")
    #expect(stage.choice.count == 4)
  }

  @Test func `what is held already makes the party smaller`() {
    stage.find("I-3")
    stage.press(.space, "l", .space, "l", .space, .enter, .escape, "b")
    #expect(stage.message.contains(BookingError.tooManyHolds(limit: 4).sentence(in: .english)))
    stage.press("1", "b")
    #expect(stage.choice.count == 1)
  }

  @Test(arguments: Language.allCases) func `a party that must be split is told so`(_ language: Language) throws {
    let stage = try TestStage(language, season: .single(.studio))
    let rival = try Rival(on: stage)
    stage.openMap()
    for row in ["A", "B"] { try rival.hold(row, 2) }
    stage.hearNews()
    stage.press("4", "b")
    #expect(stage.choice.count == 4)
    #expect(
      stage.message.contains(
        language("나란히 4석은 없어 2곳으로 나누었습니다.", "No 4 seats are free side by side; these are in 2 places.")))
  }

  @Test func `too few free seats are a sentence`() throws {
    let stage = try TestStage(season: .single(.studio, sold: 6))
    stage.openMap()
    stage.press("3", "b")
    #expect(stage.message.contains("Fewer than 3 seats are free."))
    #expect(stage.choice == [])
    stage.press("2", "b")
    #expect(stage.choice.count == 2)
  }

  @Test func `only seats that pass the filter are offered`() {
    stage.press("f")
    stage.type("-50000")
    stage.press(.enter, "b")
    #expect(stage.choice.count == 2)
    #expect(stage.choice.allSatisfy { $0.hasPrefix("H-") || $0.hasPrefix("I-") })
  }

  @Test func `another filter begins anew at the best`() {
    stage.press("b")
    let best = stage.choice
    stage.press("b", "f")
    stage.type("R")
    stage.press(.enter, "b")
    #expect(stage.choice == best)
  }
}
