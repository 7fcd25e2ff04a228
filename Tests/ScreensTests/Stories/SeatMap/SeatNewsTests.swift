import Booking
import Canvas
import TestSupport
import Testing

@testable import Screens

@Suite("What another terminal does, seen on the map")
struct SeatNewsTests {
  let stage: TestStage
  let rival: Rival

  init() throws {
    stage = try TestStage()
    rival = try Rival(on: stage)
    stage.openMap()
    stage.find("I-3")
  }

  private func style(of seat: String) throws -> Style {
    let place = try #require(stage.cell(of: seat))
    return stage.grid[place.x, place.y].style
  }

  private func tier(_ name: String) -> String? {
    stage.panel.first { $0.hasPrefix("▢  \(name) ") }.map { String($0.split(separator: " ").last ?? "") }
  }

  @Test func `a seat that is taken stands out for three seconds and then no more`() throws {
    let theme = stage.app.theme
    try rival.hold("A", 3)
    #expect(try style(of: "A-3") == theme.seat(tier: 0))
    stage.hearNews()
    #expect(try style(of: "A-3") == theme.lately(theme.othersHold))
    #expect(try style(of: "A-4") == theme.seat(tier: 0))
    stage.advance(.milliseconds(2900))
    #expect(try style(of: "A-3") == theme.lately(theme.othersHold))
    stage.advance(.milliseconds(1200))
    #expect(try style(of: "A-3") == theme.othersHold)
  }

  @Test(arguments: [60_000, 600_000, 3_600_000] as [Int64])
  func `in a show it does for three seconds of whoever watches, however fast the clock runs`(_ rate: Int64) throws {
    let stage = try TestStage(season: .stage(), kind: .demonstration)
    let rival = try Rival(on: stage)
    stage.openMap()
    stage.find("I-3")
    try stage.engine.setRate(rate)
    stage.hearNews()
    try rival.hold("A", 3)
    stage.hearNews()
    let theme = stage.app.theme
    let place = try #require(stage.cell(of: "A-3"))
    #expect(stage.grid[place.x, place.y].style == theme.lately(theme.othersHold))
  }

  @Test func `so does one that is given back, in its tier's colour`() throws {
    let theme = stage.app.theme
    let holds = try rival.hold("A", 3)
    stage.hearNews()
    stage.advance(.seconds(5))
    try stage.engine.release(caller: holds[0].user, reservations: holds.map(\.id))
    stage.hearNews()
    #expect(try style(of: "A-3") == theme.lately(theme.seat(tier: 0)))
  }

  @Test func `what one takes oneself does not`() throws {
    let theme = stage.app.theme
    stage.find("A-3")
    stage.press(.enter, .escape)
    stage.find("I-3")
    #expect(try style(of: "A-3") == theme.ownHold)
  }

  @Test func `without colour it is underlined`() throws {
    let stage = try TestStage(hasColor: false)
    let rival = try Rival(on: stage)
    stage.openMap()
    stage.find("I-3")
    try rival.hold("A", 3)
    stage.hearNews()
    let place = try #require(stage.cell(of: "A-3"))
    #expect(stage.grid[place.x, place.y].style.attributes.contains(.underline))
    stage.advance(.seconds(4))
    #expect(!stage.grid[place.x, place.y].style.attributes.contains(.underline))
  }

  @Test func `the free seats of each tier follow holds, sales and releases`() throws {
    #expect([tier("R"), tier("S"), tier("A")] == ["100", "48", "52"])
    let holds = try rival.hold("A", 3)
    try rival.hold("F", 3)
    try rival.buy("I", 3)
    stage.hearNews()
    #expect([tier("R"), tier("S"), tier("A")] == ["99", "47", "51"])
    try stage.engine.release(caller: holds[0].user, reservations: holds.map(\.id))
    stage.hearNews()
    #expect([tier("R"), tier("S"), tier("A")] == ["100", "47", "51"])
    stage.sleep(.minutes(4) + .seconds(59))
    #expect(tier("S") == "47")
    // The token of who looks ends first; a new one shows what was freed meanwhile.
    stage.sleep(.seconds(2))
    stage.press(.enter)
    stage.advance(.seconds(10))
    stage.press(.enter)
    #expect([tier("R"), tier("S"), tier("A")] == ["100", "48", "51"])
  }

  @Test func `in the compact window the counts stand in the header`() throws {
    stage.resize(60, 16)
    try rival.hold("A", 3)
    stage.hearNews()
    #expect(stage.header.hasSuffix("▢ R 99 ▢ S 48 ▢ A 52"))
  }

  @Test func `a chosen seat that another takes leaves the choice and the total`() throws {
    stage.find("A-3")
    stage.press(.space, "l", .space)
    try rival.hold("A", 3)
    stage.hearNews()
    #expect(stage.choice == ["A-4"])
    #expect(stage.panel.contains("1 chosen, 88,000 won"))
    #expect(stage.seat == "A-3")
  }

  @Test func `the list and the whole hall follow too`() throws {
    stage.press("i")
    try rival.hold("A", 3)
    stage.hearNews()
    #expect(stage.picture[1].contains("199/200"))
    stage.press("i", "-", "-")
    try rival.hold("A", 4)
    stage.hearNews()
    #expect(stage.sentence.contains("198 of 200 available"))
  }
}
