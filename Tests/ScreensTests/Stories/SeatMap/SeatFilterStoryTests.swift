import Booking
import Canvas
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("Looking for some tiers and prices alone")
struct SeatFilterStoryTests {
  let stage: TestStage

  init() throws {
    stage = try TestStage()
    stage.openMap()
  }

  private func filter(_ text: String) {
    stage.press("f", .control("u"))
    stage.type(text)
    stage.press(.enter)
  }

  private func sign(of seat: String) throws -> Unicode.Scalar? {
    let place = try #require(stage.cell(of: seat))
    return stage.grid[place.x, place.y].scalar
  }

  @Test(arguments: [
    ("R", "R"), ("r", "R"), ("R석", "R"), ("S석 A석", "SA"), ("S A", "SA"), ("S,A", "SA"), ("-66000", "SA"),
    ("66000-", "RS"), ("60000-70000", "S"),
    ("66,000-88,000", "RS"), ("50000", "A"), ("R -50000", ""),
  ])
  func `what passes is drawn as before, the rest with a dash`(_ text: String, _ tiers: String) throws {
    stage.press("f")
    stage.type(text)
    for (tier, seat) in [("R", "E-1"), ("S", "F-1"), ("A", "I-1")] {
      #expect(try sign(of: seat) == (tiers.contains(tier) ? "▢" : "-"), "\(tier)")
    }
  }

  @Test func `it is named in the header and dims the tiers beside the map`() throws {
    filter("S")
    #expect(stage.header.hasPrefix("[S] Fri 1 May"))
    #expect(stage.panel.contains { $0.hasPrefix("-  R ") })
    #expect(stage.panel.contains { $0.hasPrefix("▢  S ") })
    #expect(try sign(of: "A-1") == "-")
  }

  @Test func `it is typed live, and Esc takes back what was typed, then the filter itself`() throws {
    filter("S")
    stage.press("f")
    #expect(stage.header.hasPrefix("Filter: S"))
    stage.press(.backspace)
    #expect(try sign(of: "A-1") == "▢")
    stage.press(.escape)
    #expect(stage.header.hasPrefix("[S]"))
    #expect(try sign(of: "A-1") == "-")
    #expect(stage.bottom.contains("Esc show all"))
    stage.press(.escape)
    #expect(!stage.header.contains("["))
    #expect(try sign(of: "A-1") == "▢")
    #expect(stage.top.contains("Seat map"))
  }

  @Test(arguments: Language.allCases) func `an unknown word is refused in one sentence, and can be mended`(
    _ language: Language
  ) throws {
    let stage = try TestStage(language)
    stage.openMap()
    stage.press("f")
    stage.type("VVIP")
    #expect(stage.header.contains(language("그런 등급이나 가격은 없습니다", "no such tier or price")))
    stage.press(.enter)
    #expect(
      stage.message.contains(language("그런 등급이나 가격은 없습니다. 예: R, ≤66000", "There is no such tier or price. Like this: R"))
    )
    #expect(stage.header.contains("VVIP"))
    for _ in 0..<4 { stage.press(.backspace) }
    stage.type("R")
    stage.press(.enter)
    #expect(stage.message == "")
    #expect(stage.header.hasPrefix("[R]"))
  }

  @Test func `a word that only some tiers answer to is not passed over in silence`() {
    filter("R VVIP")
    #expect(stage.message.contains("There is no such tier or price."))
  }

  @Test func `taken and chosen seats keep their signs`() throws {
    let rival = try Rival(on: stage)
    try rival.hold("A", 4)
    try rival.buy("A", 5)
    stage.hearNews()
    stage.find("A-6")
    stage.press(.space)
    filter("S")
    #expect(try sign(of: "A-4") == "░")
    #expect(try sign(of: "A-5") == "✕")
    #expect(try sign(of: "A-6") == "☑")
  }

  @Test func `in the whole hall what does not pass is no sold seat`() throws {
    let stage = try TestStage(season: .single(.theatre))
    stage.openMap()
    stage.press("-", "f")
    stage.type("VIP")
    stage.press(.enter)
    #expect(stage.sentence.hasPrefix("Section"))
    #expect(stage.picture.contains { $0.contains("----") })
    #expect(!stage.picture.contains { $0.contains("✕") })
  }

  @Test func `in the compact window it is named as well`() throws {
    stage.resize(60, 16)
    filter("S")
    #expect(stage.header.hasPrefix("[S]"))
  }

  @Test func `a seat that does not pass can still be chosen on purpose`() {
    filter("S")
    stage.find("A-3")
    stage.press(.space)
    #expect(stage.choice == ["A-3"])
  }
}
