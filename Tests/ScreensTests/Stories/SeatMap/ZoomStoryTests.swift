import Booking
import Canvas
import TestSupport
import Testing

@testable import Screens

@Suite("Nearer and farther")
struct ZoomStoryTests {
  /// What the map shows of a row at each zoom, from the farthest.
  private func open(_ season: Season = .stage()) throws -> TestStage {
    let stage = try TestStage(season: season)
    stage.openMap()
    return stage
  }

  @Test func `plus and minus walk the ladder and stop at its ends`() throws {
    let stage = try open()
    stage.find("C-5")
    stage.press("-", "-", "-", "-")
    #expect(stage.sentence.hasPrefix("Section 1F, R, S, A"))
    #expect(!stage.screen.contains("▢▢▢▢"))
    stage.press("+")
    #expect(stage.picture.contains { $0.contains("▢▢▢▢▢▢") })
    stage.press("=")
    #expect(stage.picture.contains { $0.contains("▢ ▢ ▢ ▢") })
    stage.press("+")
    #expect(stage.picture.contains { $0.contains("▢4  ▢5  ▢6") })
    let nearest = stage.picture
    stage.press("+")
    #expect(stage.picture == nearest)
    #expect(stage.message.contains("This is the closest."))
  }

  @Test func `the cursor stays on its seat, and on screen`() throws {
    let stage = try open()
    stage.find("H-24")
    for key in ["+", "+", "+", "-", "-", "-", "-", "+", "+", "+"] as [Key] {
      stage.press(key)
      #expect(stage.seat == "H-24")
      #expect(stage.layout.map.contains(stage.grid.cursor))
      if stage.map?.zoom != .hall {
        #expect(stage.sentence == "1F row H seat 24, A, 44,000 won, available")
        #expect(stage.grid.cursor == stage.cell(of: "H-24"))
      }
    }
  }

  @Test func `as a whole Space opens the section under the cursor, and Enter holds only what is chosen there`() throws {
    let stage = try open(.single(.arena))
    stage.press("2", "b")
    #expect(stage.sentence.hasPrefix("Section F2,"))
    #expect(stage.bottom.contains("Enter hold 2 seats"))
    #expect(stage.screen.contains("☑"), "what is chosen is to be seen")
    stage.press(.left)
    #expect(stage.bottom.contains("Enter open this section"))
    stage.press(.enter)
    #expect(stage.map?.zoom != .hall)
    #expect(stage.chips.contains("held") == false)
    stage.press("-", "-", "-", .right, .space)
    #expect(stage.map?.zoom != .hall)
    #expect(stage.choice.count == 2)
  }

  @Test func `as a whole n goes to the next section that has free seats of those looked for`() throws {
    let stage = try open(.single(.arena))
    var seen: [String] = [stage.sentence]
    for _ in 0..<3 {
      stage.press("n")
      #expect(!seen.contains(stage.sentence))
      seen.append(stage.sentence)
    }
    stage.press("3", "N")
    #expect(stage.sentence == seen[0])
    stage.press("f")
    stage.type("VIP")
    stage.press(.enter, "n")
    #expect(stage.sentence.contains("VIP"))
  }

  @Test func `the arena opens as a whole, and the sentence names the section with its free seats`() throws {
    let stage = try open(.single(.arena))
    #expect(stage.sentence == "Section F2, VIP, 165,000 won, 400 of 400 available")
    #expect(["201", "101", "F1", "F6", "111", "212", "STAGE"].allSatisfy(stage.screen.contains))
    #expect(stage.bottom.contains("Enter open this section"))
    stage.press(.left)
    #expect(stage.sentence.hasPrefix("Section F1,"))
    stage.press(.down)
    #expect(stage.sentence.hasPrefix("Section F4, R,"))
    stage.press("l", "l")
    #expect(stage.sentence.hasPrefix("Section F6, R,"))
    stage.press("j", "j")
    #expect(stage.sentence.hasPrefix("Section 2"))
    stage.press("j")
    #expect(stage.sentence.hasPrefix("Section 2"), "the last one")
  }

  @Test func `Enter opens the section at its best seat`() throws {
    let stage = try open(.single(.arena))
    stage.press("h", .enter)
    #expect(stage.sentence == "F1 row A seat 20, VIP, 165,000 won, available")
    #expect(stage.bottom.contains("Enter hold "))
    stage.press("-")
    #expect(stage.sentence.hasPrefix("Section F1,"))
  }

  @Test func `where seats cannot be told apart Space opens the section, and ranges say why not`() throws {
    let stage = try open(.single(.arena))
    stage.press("v")
    #expect(stage.message.contains("Too small to choose seats; + goes closer."))
    stage.press(Key(.right, .shift))
    #expect(stage.message.contains("Too small to choose seats"))
    #expect(stage.choice == [])
    stage.press(.space)
    #expect(stage.choice == [])
    #expect(stage.sentence.contains("row A seat"))
  }

  @Test func `the whole hall shows one's own holds and tickets, each with its sign`() throws {
    let stage = try TestStage(season: .single(.theatre))
    stage.hold("A-3")
    stage.press(.enter, "y", .escape, .escape, .enter)
    stage.advance(.seconds(10))
    stage.press(.enter)
    stage.find("C-5")
    stage.press(.enter, .escape, "-", "-")
    #expect(stage.picture.contains { $0.contains("✓") })
    #expect(stage.picture.contains { $0.contains("◉") })
  }

  @Test func `a section that another terminal fills says so`() throws {
    let stage = try open(.single(.cross))
    let rival = try Rival(on: stage)
    stage.press("-", "-")
    #expect(stage.sentence == "Section North, VIP, 165,000 won, 12 of 12 available")
    try rival.hold("A", 1)
    stage.hearNews()
    #expect(stage.sentence == "Section North, VIP, 165,000 won, 11 of 12 available")
  }

  @Test func `a chosen seat stays chosen from the whole hall to the numbers`() throws {
    let stage = try open()
    stage.find("C-5")
    stage.press(.space, "-", "-")
    #expect(stage.picture.contains { $0.contains("☑") })
    #expect(stage.bottom.contains("Enter hold 1 seat"))
    stage.press("+", "+", "+", "+")
    #expect(stage.picture.contains { $0.contains("☑5") })
    #expect(stage.choice == ["C-5"])
  }

  @Test(arguments: Zoom.allCases) func `a window of another size shows the same seat`(_ zoom: Zoom) throws {
    let stage = try open(.single(.theatre))
    stage.search("2F C 30")
    for _ in Zoom.allCases { stage.press("-") }
    for _ in 0..<zoom.rawValue { stage.press("+") }
    let sentence = stage.sentence
    for (width, height) in [(60, 16), (120, 40), (75, 20), (200, 60), (80, 24)] {
      stage.resize(width, height)
      #expect(stage.map?.zoom == zoom)
      #expect(stage.sentence.contains(sentence), "\(width)x\(height)")
      #expect(stage.layout.map.contains(stage.grid.cursor), "\(width)x\(height)")
      #expect(FrameFaults.of(stage.grid, isASCII: false) == [])
    }
  }
}
