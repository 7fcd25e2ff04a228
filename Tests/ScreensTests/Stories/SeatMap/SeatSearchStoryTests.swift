import Booking
import Canvas
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("Going to a seat by name")
struct SeatSearchStoryTests {
  let stage: TestStage

  init() throws {
    stage = try TestStage(season: .single(.floors))
    stage.openMap()
  }

  @Test(arguments: [
    ("B-5", "1층 row B seat 5"), ("b5", "1층 row B seat 5"), ("1층 C열 7", "1층 row C seat 7"),
    ("2층 C열 7번", "2층 row C seat 7"), ("2f c 7", "2층 row C seat 7"), ("2층", "2층 row A seat 1"),
    ("2 b", "2층 row B seat 1"), ("7", "1층 row A seat 7"), ("row C seat 2", "1층 row C seat 2"),
    ("2F B-3", "2층 row B seat 3"),
  ])
  func `a name or a part of it leads to its seat`(_ name: String, _ seat: String) {
    stage.search(name)
    #expect(stage.sentence.hasPrefix(seat + ","), "\(stage.sentence)")
  }

  @Test func `the cursor follows every letter`() {
    stage.press("/")
    #expect(stage.header == "Seat:                           section, row, number, or part of it")
    for (letter, seat) in zip("2층 c7", ["1층 row A seat 2", "2층 row A", "2층 row A", "2층 row C", "2층 row C seat 7"]) {
      stage.type(String(letter))
      #expect(stage.sentence.hasPrefix(seat), "\(letter): \(stage.sentence)")
    }
    stage.press(.backspace)
    #expect(stage.sentence.hasPrefix("2층 row C seat 1"))
  }

  @Test func `several that fit are counted, and Up and Down go through them, round`() {
    stage.press("/")
    stage.type("C-7")
    #expect(stage.header.contains("1 of 2"))
    #expect(stage.sentence.hasPrefix("1층 row C seat 7"))
    stage.press(.down)
    #expect(stage.header.contains("2 of 2"))
    #expect(stage.sentence.hasPrefix("2층 row C seat 7"))
    stage.press(.down)
    #expect(stage.sentence.hasPrefix("1층 row C seat 7"))
    stage.press(.up)
    #expect(stage.sentence.hasPrefix("2층 row C seat 7"))
  }

  @Test func `Enter stays there, and Esc goes back to where one was`() {
    stage.find("B-2")
    stage.press("/")
    stage.type("2층 c8")
    #expect(stage.sentence.hasPrefix("2층 row C seat 8"))
    stage.press(.escape)
    #expect(stage.sentence.hasPrefix("1층 row B seat 2"))
    #expect(!stage.header.contains("Seat:"))
    stage.search("2층 c8")
    #expect(stage.sentence.hasPrefix("2층 row C seat 8"))
    stage.press(.enter)
    #expect(stage.top.contains("Checkout"))
  }

  @Test func `what is not there is said, and the cursor waits where one was`() {
    stage.find("B-2")
    stage.press("/")
    stage.type("Z")
    #expect(stage.header.contains("no such seat"))
    #expect(stage.sentence.hasPrefix("1층 row B seat 2"))
    stage.press(.enter)
    #expect(stage.message.contains("There is no such seat."))
    #expect(stage.header.hasPrefix("Seat: Z"), "it can be typed anew")
    #expect(stage.sentence.hasPrefix("1층 row B seat 2"))
    stage.press(.backspace)
    stage.type("C 1")
    stage.press(.enter)
    #expect(stage.sentence.contains("row C seat 1"))
    #expect(!stage.header.contains("Seat:"))
  }

  @Test func `letters are text, and choose nothing`() {
    _ = stage.takeEffects()
    stage.press("/")
    stage.type("b n u v L q?")
    #expect(stage.header.contains("b n u v L q?"))
    #expect(stage.choice == [])
    #expect(stage.takeEffects().isEmpty)
  }

  @Test func `a paste is looked for`() {
    stage.press("/")
    stage.send([.paste("2층 B열 4번\n")])
    #expect(stage.sentence.hasPrefix("2층 row B seat 4"))
  }

  @Test func `a section's name leads to its seats, and further letters to its rows`() throws {
    let stage = try TestStage(.korean, season: .single(.cross))
    stage.openMap()
    stage.press("/")
    #expect(stage.header == "좌석:                           구역 열 번호, 또는 그 일부")
    stage.type("we")
    #expect(stage.sentence.hasPrefix("West A열 1번"))
    #expect(stage.header.contains("1/12"))
    stage.type("st b3")
    #expect(stage.sentence.hasPrefix("West B열 3번"))
    stage.press(.control("u"))
    stage.type("xyz")
    #expect(stage.header.contains("그런 좌석이 없습니다"))
  }

  @Test func `a range reaches to what is found`() {
    stage.find("A-2")
    stage.press("v")
    stage.search("1층 A 4")
    #expect(stage.choice == ["A-2", "A-3", "A-4"])
  }

  @Test func `from the whole hall a seat is named as it is found, and shown once it is`() {
    stage.press("-", "-")
    stage.press("/")
    stage.type("2층 B 3")
    #expect(stage.sentence.hasPrefix("2층 row B seat 3"))
    #expect(stage.map?.zoom == .hall)
    stage.press(.enter)
    #expect(stage.sentence.hasPrefix("2층 row B seat 3"))
    #expect(stage.map?.zoom == .small)
  }

  @Test func `while a name is typed only arrows, Enter, Esc and Ctrl act`() {
    stage.find("B-2")
    stage.press("/")
    stage.type("C 7")
    for key in [Key.tab, Key(.tab, .shift), .pageDown, Key(.right, .shift)] {
      stage.press(key)
      #expect(stage.sentence.contains("row C seat 7"))
      #expect(stage.choice == [])
    }
    stage.press(.escape, "f", .down, .down)
    #expect(stage.seat == "B-2", "a filter has nothing to step through")
  }
}
