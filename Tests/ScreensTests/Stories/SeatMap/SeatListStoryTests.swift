import Booking
import Canvas
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("The hall as a list")
struct SeatListStoryTests {
  private func open(_ language: Language = .english, _ season: Season = .single(.floors)) throws -> TestStage {
    let stage = try TestStage(language, season: season)
    stage.openMap()
    stage.press("i")
    return stage
  }

  @Test(arguments: Language.allCases) func `sections, rows and seats stand side by side with what is free`(
    _ language: Language
  ) throws {
    let stage = try open(language)
    #expect(language("구역|열|좌석", "Section|Row|Seat").split(separator: "|").allSatisfy(stage.picture[0].contains))
    #expect(stage.picture[1].hasPrefix(">1층"))
    #expect(stage.picture[1].contains("24/24") && stage.picture[1].contains("8/8"))
    #expect(stage.picture[1].hasSuffix(language("▢     1  R석      88,000", "▢     1  R        88,000")))
    #expect(stage.sentence.hasPrefix("1층"))
  }

  @Test func `the same keys choose and hold the same seats as on the map`() throws {
    let list = try open()
    let map = try TestStage(season: .single(.floors))
    map.openMap()
    for stage in [list, map] {
      stage.search("2층 B 3")
      stage.press(.space)
      stage.search("1층 C 5")
      stage.press(.space)
    }
    #expect(list.choice == map.choice)
    #expect(list.sentence == map.sentence)
    for stage in [list, map] { stage.press(.enter) }
    #expect(list.top.contains("Checkout"))
    #expect(list.screen == map.screen)
    #expect(
      try list.engine.account(of: list.user().id).holds.map(\.seat)
        == map.engine.account(of: map.user().id).holds.map(\.seat))
  }

  @Test func `up and down go through the seats, left and right through the rows`() throws {
    let stage = try open()
    stage.search("1층 A 7")
    stage.press("j")
    #expect(stage.sentence.hasPrefix("1층 row A seat 8"))
    stage.press("j")
    #expect(stage.sentence.hasPrefix("1층 row B seat 1"))
    stage.press("l")
    #expect(stage.sentence.hasPrefix("1층 row C seat 1"))
    stage.press("2", "h")
    #expect(stage.sentence.hasPrefix("1층 row A seat 1"))
    stage.press("h", "k")
    #expect(stage.sentence.hasPrefix("1층 row A seat 1"), "the first")
    stage.press("9", "9", "j")
    #expect(stage.sentence.hasPrefix("2층 row C seat 8"), "the last")
    stage.press("j", "l")
    #expect(stage.sentence.hasPrefix("2층 row C seat 8"))
  }

  @Test func `Tab, tiers, free seats and row ends work as on the map`() throws {
    let stage = try open()
    stage.press(.tab)
    #expect(stage.sentence.hasPrefix("2층"))
    stage.press("[")
    #expect(stage.sentence.contains(", R, "))
    stage.press(.end)
    #expect(stage.sentence.contains("seat 8"))
    stage.press("n")
    #expect(stage.sentence.contains("seat 1"))
    stage.press(.home, "b")
    #expect(stage.choice.count == 2)
    stage.press("u")
    #expect(stage.choice == [])
  }

  @Test func `Home and End stay in the section's row, Page Up and Page Down go eight seats`() throws {
    let stage = try open(.english, .single(.cross))
    stage.search("East A 3")
    stage.press(.home)
    #expect(stage.sentence.hasPrefix("East row A seat 1,"))
    stage.press(.end)
    #expect(stage.sentence.hasPrefix("East row A seat 6,"))
    stage.press(.pageDown)
    #expect(stage.sentence.hasPrefix("South row A seat 2,"))
    stage.press(.pageUp)
    #expect(stage.sentence.hasPrefix("East row A seat 6,"))
  }

  @Test func `a range runs through the seats of the list, over the end of a row`() throws {
    let stage = try open()
    stage.search("1층 A 7")
    stage.press("v", "j", "j")
    #expect(stage.choice == ["A-7", "A-8", "B-1"])
    stage.press("k", "k", "k")
    #expect(stage.choice == ["A-7", "A-6"])
    stage.press("v", Key(.down, .shift))
    #expect(stage.choice.contains("A-6"))
  }

  @Test func `a filter and others' holds show there too`() throws {
    let stage = try open()
    let rival = try Rival(on: stage)
    try rival.hold("A", 2)
    stage.hearNews()
    #expect(stage.picture[1].contains("23/24") && stage.picture[1].contains("7/8"))
    #expect(stage.picture[2].contains("░"))
    // The cursor goes to a seat that passes, so its neighbours before it are looked at.
    stage.press("f")
    stage.type("S")
    stage.press(.enter, .home, .left)
    #expect(stage.picture[1].contains("-"), "\(stage.picture)")
  }

  @Test func `a seat's number and tier are whole where the price has no room`() throws {
    let stage = try TestStage(
      season: .single(.blocks([(name: "Left balcony", x: 0, y: 0, rows: 2, width: 120, tier: "VIP")])))
    stage.openMap()
    stage.press("i")
    stage.search("Left balcony A 117")
    #expect(stage.picture.contains { $0.contains("117  VIP") })
    stage.resize(120, 40)
    #expect(stage.picture.contains { $0.contains("117  VIP") && $0.contains("165,000") })
  }

  @Test func `a list has no sizes, and says so`() throws {
    let stage = try open()
    for key in ["+", "-"] as [Key] {
      stage.press(key)
      #expect(stage.message.contains("A list does not zoom; i shows the map."))
    }
  }

  @Test func `i goes back to the map at the same seat and zoom`() throws {
    let stage = try TestStage(season: .single(.floors))
    stage.openMap()
    stage.press("+")
    stage.search("2층 B 3")
    let map = stage.picture
    stage.press("i")
    #expect(stage.picture != map)
    #expect(stage.bottom.contains("i map"))
    stage.press("i")
    #expect(stage.picture == map)
  }

  @Test func `from the whole hall one comes to the same list`() throws {
    let stage = try TestStage(season: .single(.floors))
    stage.openMap()
    stage.press("-", "-", "i")
    #expect(stage.sentence.hasPrefix("1층 row A seat"), "a seat in words, not a section")
    stage.press(.space)
    #expect(stage.choice.count == 1)
    #expect(stage.bottom.contains("Enter hold 1 seat"))
  }

  @Test func `a long list keeps the cursor in sight at every size`() throws {
    let stage = try open(.english, .single(.theatre))
    for seat in ["1F A 1", "1F S 42", "2F F 42", "2F A 20"] {
      stage.search(seat)
      for (width, height) in [(60, 16), (80, 24), (120, 40)] {
        stage.resize(width, height)
        #expect(stage.layout.map.contains(stage.grid.cursor), "\(seat) at \(width)x\(height)")
        #expect(FrameFaults.of(stage.grid, isASCII: false) == [])
      }
    }
  }
}
