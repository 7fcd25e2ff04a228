import Booking
import Canvas
import TestSupport
import Testing

@testable import Screens

@Suite("Moving on the seat map")
struct SeatMovesStoryTests {
  let stage: TestStage

  init() throws {
    stage = try TestStage()
    stage.openMap()
  }

  @Test func `a count before a key says how often, and is shown until then`() {
    stage.find("A-3")
    stage.press("5")
    #expect(stage.sentence.hasSuffix(" 5"))
    stage.press("l")
    #expect(stage.seat == "A-8")
    #expect(stage.sentence.hasSuffix("available"))
    stage.press("1", "2", "j")
    #expect(stage.seat.hasPrefix("I-"), "the last row, not beyond")
    stage.press("1", "0")
    #expect(stage.sentence.hasSuffix(" 10"))
    stage.press("k")
    #expect(stage.seat.hasPrefix("A-"))
  }

  @Test func `a 0 alone is the start of the row, and part of a number behind a digit`() {
    stage.find("A-15")
    stage.press("0")
    #expect(stage.seat == "A-1")
    stage.press("1", "0", "l")
    #expect(stage.seat == "A-11", "across the aisle")
    stage.press("$")
    #expect(stage.seat == "A-20")
  }

  @Test func `a key that takes no count forgets it`() {
    stage.find("A-3")
    stage.press("5", "+", "l")
    #expect(stage.seat == "A-4")
    stage.press("7", .escape, "l")
    #expect(stage.seat == "A-5")
    #expect(stage.top.contains("Seat map"), "Esc drops a count that was begun, and leaves nothing")
  }

  @Test func `Home and End stay in the row of the section, also where it runs from front to back`() throws {
    let stage = try TestStage(season: .single(.stadium))
    stage.openMap()
    for (seat, ends) in [
      ("F2 C 15", ["F2 row C seat 1,", "F2 row C seat 30,"]), ("204 20 8", ["204 row 20 seat", "204 row 20 seat"]),
    ] {
      stage.press("/")
      stage.type(seat)
      stage.press(.enter, "+", "+", "+")
      stage.press(.home)
      #expect(stage.sentence.hasPrefix(ends[0]))
      let first = stage.sentence
      stage.press(.end)
      #expect(stage.sentence.hasPrefix(ends[1]))
      #expect(stage.sentence != first)
    }
  }

  @Test func `Home and End are the row's ends, whatever gaps it has`() {
    stage.find("F-8")
    stage.press(.end)
    #expect(stage.seat == "F-24")
    stage.press(.home)
    #expect(stage.seat == "F-1")
  }

  @Test func `Page Down and Page Up go eight rows, and stop at the first and the last`() {
    stage.find("A-3")
    stage.press(.pageDown)
    #expect(stage.seat.hasPrefix("I-"))
    stage.press(.pageUp)
    #expect(stage.seat.hasPrefix("A-"))
  }

  @Test func `n and N go through the free seats in reading order, with counts`() throws {
    let rival = try Rival(on: stage)
    for number in [4, 5] { try rival.hold("A", number) }
    stage.hearNews()
    stage.find("A-3")
    stage.press("n")
    #expect(stage.seat == "A-6")
    stage.press("N")
    #expect(stage.seat == "A-3")
    stage.press("3", "n")
    #expect(stage.seat == "A-8")
    stage.press("3", "N")
    #expect(stage.seat == "A-3")
    stage.press("N", "N", "N")
    #expect(stage.seat == "I-26", "round the hall")
  }

  @Test func `within a filter n goes to the seats that pass`() {
    stage.find("A-3")
    stage.press("f")
    stage.type("S")
    stage.press(.enter)
    #expect(stage.seat == "F-6", "the nearest that passes")
    stage.press("n")
    #expect(stage.seat == "F-7")
    stage.press("6", "N")
    #expect(stage.seat == "F-1")
    stage.press("N")
    #expect(stage.seat == "G-24")
  }

  @Test func `a tier that there is not is said while it is typed`() throws {
    let stage = try TestStage(season: .single(.floors))
    stage.openMap()
    stage.press("f")
    stage.type("VIP")
    #expect(stage.header.contains("no such tier or price"))
  }

  @Test func `the brackets go to the nearest seat of the next tier and of the one before`() {
    stage.find("E-10")
    stage.press("]")
    #expect(stage.sentence.hasPrefix("1F row F seat"))
    stage.press("]")
    #expect(stage.sentence.hasPrefix("1F row H seat"))
    stage.press("]")
    #expect(stage.sentence.hasPrefix("1F row E seat"), "round")
    stage.press("[")
    #expect(stage.sentence.hasPrefix("1F row H seat"))
    stage.press("[")
    #expect(stage.sentence.hasPrefix("1F row G seat"), "the nearest of that tier")
  }

  @Test func `Tab goes from section to section in reading order, with counts, and Shift-Tab back`() throws {
    let stage = try TestStage(season: .single(.cross))
    stage.openMap()
    #expect(stage.sentence.hasPrefix("North"))
    stage.press(.tab)
    #expect(stage.sentence.hasPrefix("West"))
    stage.press(.tab, .tab)
    #expect(stage.sentence.hasPrefix("South"))
    stage.press(.tab)
    #expect(stage.sentence.hasPrefix("North"), "round")
    stage.press("2", .tab)
    #expect(stage.sentence.hasPrefix("East"))
    stage.press(Key(.tab, .shift))
    #expect(stage.sentence.hasPrefix("West"))
  }

  @Test func `arrows lead between sections that stand apart, and back`() throws {
    let stage = try TestStage(season: .single(.cross))
    stage.openMap()
    stage.press("4", "j")
    #expect(stage.sentence.hasPrefix("South"), "past the middle")
    stage.press("k", "k")
    #expect(!stage.sentence.hasPrefix("South"))
    stage.search("West A 6")
    stage.press("l")
    #expect(stage.sentence.hasPrefix("East row A seat 1"))
    stage.press("h")
    #expect(stage.sentence.hasPrefix("West row A seat 6"))
  }

  @Test func `up and down come back to the column they left, however rows end between`() throws {
    let stage = try TestStage(season: .single(.theatre))
    stage.openMap()
    for start in ["E-1", "F-1", "H-1", "K-3"] {
      stage.find(start)
      let seat = stage.sentence
      for way in [("k", "j"), ("j", "k")] as [(Key, Key)] {
        stage.press(way.0, way.0, way.0, way.1, way.1, way.1)
        #expect(stage.sentence == seat, "\(start)")
      }
    }
  }

  @Test func `a count goes through tiers too, and sets the party`() throws {
    let stage = try TestStage(season: .single(.theatre))
    stage.openMap()
    stage.press("]", "]")
    let third = stage.sentence
    stage.press("[", "[", "2", "]")
    #expect(stage.sentence.split(separator: ",")[1] == third.split(separator: ",")[1])
    stage.press("4", "s")
    #expect(stage.panel.contains { $0.contains("s party of 4") })
  }
}
