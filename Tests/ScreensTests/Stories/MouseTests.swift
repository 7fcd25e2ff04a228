import Booking
import Canvas
import TestSupport
import Testing

@testable import Screens

@Suite("Mouse clicks act like keys")
struct MouseTests {
  let stage: TestStage

  init() throws { stage = try TestStage() }

  private func click(_ text: String) throws { stage.click(try #require(stage.place(of: text), "\(text) is on screen")) }

  @Test func `a click on a person chooses, a second one signs in`() throws {
    try click("Daniel Cho")
    #expect(stage.top.contains("Sign in"))
    try click("Daniel Cho")
    #expect(stage.top.contains("Daniel Cho"))
    #expect(stage.top.contains("Concerts"))
  }

  @Test func `a click on a concert chooses it, a second one joins the queue for it`() throws {
    stage.signIn()
    try click("Winterreise")
    #expect(stage.screen.contains("Moon Garam"))
    try click("Winterreise")
    #expect(stage.top.contains("Waiting room"))
    stage.advance(.seconds(10))
    #expect(stage.screen.contains("sold out"))
  }

  @Test func `a click on a session chooses it, a second one opens its seats`() throws {
    stage.comeIn()
    try click("Fri 15 May 20:00")
    #expect(stage.screen.contains("Fri 15 May 2026"))
    try click("Fri 15 May 20:00")
    #expect(stage.top.contains("Seat map"))
    #expect(stage.screen.contains("Fri 15 May 20:00"))
  }

  @Test func `a click on a seat moves there and chooses it, again gives it back`() throws {
    stage.openMap()
    stage.find("C-1")
    let seat = stage.grid.cursor
    stage.find("I-26")
    stage.click(seat)
    #expect(stage.screen.contains("row C seat 1,"))
    #expect(stage.screen.contains("1 chosen"))
    stage.click(seat)
    #expect(!stage.screen.contains("1 chosen"))
  }

  @Test func `a click on the aisle or on the margin does nothing`() throws {
    stage.openMap()
    stage.find("C-10")
    let aisle = Position(x: stage.grid.cursor.x + 2, y: stage.grid.cursor.y)
    let before = stage.screen
    stage.click(aisle)
    stage.click(Position(x: 1, y: aisle.y))
    #expect(stage.screen == before)
  }

  @Test func `a click on the bottom line does what stands there`() throws {
    stage.openMap()
    stage.click(try #require(stage.place(of: "Space choose  ")))
    #expect(stage.screen.contains("1 chosen"))
    stage.click(try #require(stage.place(of: "? help")))
    #expect(stage.screen.contains("Keys: Seat map"))
  }

  @Test func `a click between the keys of the bottom line does nothing`() throws {
    stage.openMap()
    let before = stage.screen
    stage.click(Position(x: 0, y: 23))
    #expect(stage.screen == before)
  }

  @Test func `a click on a held seat of Checkout chooses which one to release`() throws {
    stage.hold("A-1", "A-2")
    try click("row A seat 2")
    stage.press("x")
    #expect(stage.screen.contains("Release F row A seat 2"))
  }

  @Test func `a click answers no question and closes no card`() throws {
    stage.hold("A-1")
    stage.press(.enter)
    let before = stage.screen
    stage.click(Position(x: 40, y: 12))
    #expect(stage.screen == before)
  }

  @Test func `the wheel moves through a list`() throws {
    stage.signIn()
    stage.send([.wheel(Position(x: 5, y: 5), down: true)])
    #expect(stage.screen.contains("Moon Garam"))
    stage.send([.wheel(Position(x: 5, y: 5), down: false)])
    #expect(stage.screen.contains("Yunseul Quartet"))
  }
}
