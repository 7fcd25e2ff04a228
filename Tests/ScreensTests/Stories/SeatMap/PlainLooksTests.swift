import Booking
import Canvas
import TestSupport
import Testing

@testable import Screens

@Suite("Without colour and in ASCII the map is as usable")
struct PlainLooksTests {
  private func open(
    _ season: Season, glyphs: Glyphs = .ascii, hasColor: Bool = false, _ width: Int = 80, _ height: Int = 24
  ) throws -> TestStage {
    let stage = try TestStage(season: season, glyphs: glyphs, hasColor: hasColor)
    stage.resize(width, height)
    stage.openMap()
    return stage
  }

  @Test(arguments: [Glyphs.unicode, .ascii]) func `each tier has its own letter, which stands beside the map`(
    _ glyphs: Glyphs
  ) throws {
    let stage = try open(.single(.theatre), glyphs: glyphs)
    #expect(stage.picture.contains { $0.contains("VVVVVV") })
    for (letter, tier) in [("V", "VIP"), ("R", "R"), ("S", "S"), ("A", "A")] {
      #expect(stage.panel.contains { $0.hasPrefix("\(letter)  \(tier) ") })
    }
  }

  @Test(arguments: [false, true]) func `every status has a sign of its own`(_ hasColor: Bool) throws {
    let stage = try open(.stage(), hasColor: hasColor)
    let rival = try Rival(on: stage)
    stage.find("A-3")
    stage.press(.enter, .enter, "y", .escape, .escape, .enter)
    stage.advance(.seconds(10))
    stage.press(.enter)
    stage.find("A-4")
    stage.press(.enter, .escape)
    try rival.hold("A", 6)
    try rival.buy("A", 7)
    stage.hearNews()
    stage.find("A-5")
    stage.press(.space)
    let free = hasColor ? "." : "R"
    #expect(stage.picture.contains { $0.contains("\(free)\(free)#@*ox\(free)") }, "\(stage.screen)")
    for meaning in ["*  chosen", "@  my hold", "#  ticket", "o  held", "x  sold"] {
      #expect(stage.panel.contains { $0.contains(meaning) })
    }
  }

  @Test func `in the whole hall names, prices and free seats can be read`() throws {
    let stage = try open(.single(.arena), 120, 40)
    for words in ["F1", "101", "212", "165k", "400/400", "STAGE"] { #expect(stage.screen.contains(words)) }
    #expect(stage.screen.contains("%%%%"))
    #expect(FrameFaults.of(stage.grid, isASCII: true) == [])
  }

  @Test func `in the whole hall the section under the cursor stands out`() throws {
    let stage = try open(.single(.arena), 120, 40)
    let place = try #require(stage.place(of: "F2"))
    #expect(stage.grid[place.x, place.y].style.attributes.contains(.reverse))
    let other = try #require(stage.place(of: "F1"))
    #expect(!stage.grid[other.x, other.y].style.attributes.contains(.reverse))
  }

  @Test func `the list tells every status and tier in signs`() throws {
    let stage = try open(.single(.floors))
    try Rival(on: stage).hold("A", 2)
    stage.press("i")
    stage.hearNews()
    #expect(stage.picture[1].contains(" R "))
    #expect(stage.picture[2].contains(" o "))
  }
}
