import Booking
import Canvas
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("A choice that leaves a seat alone")
struct StrandedSeatTests {
  private func open(_ language: Language = .english, _ width: Int = 80, _ height: Int = 24) throws -> TestStage {
    let stage = try TestStage(language)
    stage.resize(width, height)
    stage.openMap()
    return stage
  }

  @Test func `is warned of beside the map, and can be held all the same`() throws {
    let stage = try open()
    stage.find("A-2")
    stage.press(.space)
    #expect(stage.panel.contains("! leaves A-1 alone"))
    stage.press(.enter)
    #expect(stage.chips.contains("1 held"))
  }

  @Test func `is warned of in the line below where nothing stands beside the map`() throws {
    let stage = try open(.korean, 60, 16)
    stage.find("A-2")
    stage.press(.space)
    #expect(stage.sentence.hasPrefix("1F A-2 8.8만 고른 좌석 | 1석 88,000원 ! 홀로 남음: A-1"))
    let english = try open(.english, 60, 16)
    english.find("A-2")
    english.press(.space)
    #expect(english.sentence.hasPrefix("1F A-2 88k chosen | 1 seat, 88,000 won ! leaves A-1 alone"))
  }

  @Test func `the warning goes when the seat is taken along or the choice dropped`() throws {
    let stage = try open()
    stage.find("A-2")
    stage.press(.space, "h", .space)
    #expect(!stage.screen.contains("alone"))
    stage.press("u")
    #expect(stage.screen.contains("leaves A-1 alone"))
    stage.press(.escape)
    #expect(!stage.screen.contains("alone"))
  }

  @Test func `names the seats between two chosen ones, and those at both ends`() throws {
    let stage = try open()
    stage.find("A-2")
    stage.press(.space, "l", "l", .space)
    #expect(stage.panel.contains("! leaves A-1, A-3 alone"))
  }

  @Test func `is not warned of where it cannot be avoided`() throws {
    let stage = try open()
    let rival = try Rival(on: stage)
    try rival.hold("A", 4)
    stage.hearNews()
    stage.find("A-1")
    stage.press(.space, "l", .space)
    #expect(stage.choice == ["A-1", "A-2"])
    #expect(!stage.screen.contains("alone"), "three were free, of which two are chosen")
    stage.press("h", .space)
    #expect(stage.choice == ["A-2"])
    #expect(stage.panel.contains("! leaves A-1, A-3 alone"))
  }

  @Test func `an aisle ends a row of neighbours`() throws {
    let stage = try open()
    stage.find("A-9")
    stage.press(.space)
    #expect(stage.panel.contains("! leaves A-10 alone"))
  }
}
