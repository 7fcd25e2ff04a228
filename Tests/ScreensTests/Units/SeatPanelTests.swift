import Booking
import Canvas
import TestSupport
import Testing

@testable import Screens

@Suite("What stands beside the map")
struct SeatPanelTests {
  /// Seventeen blocks of one row, each of a tier of its own.
  private static let manyTiers = HallDraft.blocks(
    (0..<17).map { index in
      (name: "B\(index)", x: 0, y: index * 2, rows: 1, width: 8, tier: "T\(index + 10)")
    })

  private func open(_ hall: HallDraft, _ width: Int, _ height: Int) throws -> TestStage {
    let stage = try TestStage(season: .single(hall))
    stage.resize(width, height)
    stage.openMap()
    while let zoom = stage.map?.zoom, zoom != .seats { stage.press(zoom < .seats ? "+" : "-") }
    return stage
  }

  @Test(arguments: [(80, 24), (76, 16), (120, 40)])
  func `however many tiers there are, the choice is whole and the cursor's tier in sight`(
    _ width: Int, _ height: Int
  ) throws {
    let stage = try open(Self.manyTiers, width, height)
    for _ in 0..<4 { stage.press(.space, "l") }
    #expect(stage.panel.contains { $0.hasPrefix("4 chosen, ") })
    #expect(stage.choice.count == 4)
    for _ in 0..<17 {
      let cursor = try #require(stage.map?.cursor)
      let tier = try #require(stage.map?.board?.seats[cursor].tier)
      #expect(stage.panel.contains { $0.contains(" \(tier) ") })
      stage.press("]")
    }
  }

  @Test func `the signs give way to the choice, and come back with it`() throws {
    let stage = try open(.floors, 76, 16)
    #expect(stage.panel.contains { $0.contains("my hold") })
    for _ in 0..<4 { stage.press(.space, "l") }
    #expect(stage.choice.count == 4)
    #expect(!stage.panel.contains { $0.contains("my hold") })
    stage.press(.escape)
    #expect(stage.panel.contains { $0.contains("my hold") })
  }

  @Test func `the small picture shows where the chosen seats are, and one's own, wherever the map is`() throws {
    let stage = try open(.arena, 120, 40)
    func signs(_ sign: Character) -> Int { stage.panel.joined().count { $0 == sign } }
    let (chosen, held) = (signs("☑"), signs("◉"))
    stage.press(.space)
    #expect(signs("☑") == chosen + 2, "in the list of what is chosen, and in the picture")
    stage.press(.enter, .escape)
    #expect(stage.top.contains("Seat map"))
    #expect(signs("☑") == chosen && signs("◉") == held + 1)
    for _ in 0..<30 { stage.press("j") }
    #expect(signs("◉") == held + 1)
  }

  @Test func `in ASCII the whole hall's densities are explained`() throws {
    let stage = try TestStage(season: .single(.arena), glyphs: .ascii)
    stage.openMap()
    for meaning in ["most free", "half free", "few free", "none free"] {
      #expect(stage.panel.contains { $0.contains(meaning) }, "\(meaning)")
    }
  }
}
