import Booking
import Canvas
import TestSupport
import Testing

@testable import Screens

@Suite("Tickets")
struct TicketsTests {
  @Test func `before the first reservation the list says how to begin`() throws {
    let stage = try TestStage()
    stage.signIn()
    stage.press("t")
    #expect(stage.screen.contains("No reservations yet"))
  }

  @Test func `a ticket is saved as a file with every fact on it`() throws {
    let stage = try TestStage()
    stage.hold("A-7")
    stage.press(.enter, "y", "e")
    let ticket = try #require(stage.office.tickets.first)
    #expect(stage.message.contains("./\(ticket.key)"))
    for fact in [
      "Jazz After Midnight", "Yunseul Quartet", "Fri 1 May 2026 13:00 KST", "Club Ondo", "row A seat 7", "88,000 won",
    ] {
      #expect(ticket.value.contains(fact))
    }
  }

  @Test func `in Korean the file is Korean`() throws {
    let stage = try TestStage(.korean)
    stage.hold("A-7")
    stage.press(.enter, "y", "e")
    let text = try #require(stage.office.tickets.first).value
    #expect(text.contains("2026년 5월 1일 (금) 13:00"))
    #expect(text.contains("A열 7번, R석"))
  }

  @Test func `a file that cannot be written is said`() throws {
    let stage = try TestStage()
    stage.office.isLocked = true
    stage.hold("A-7")
    stage.press(.enter, "y", "e")
    #expect(stage.message.contains("cannot be saved"))
  }

  @Test func `held, paid, expired and released stand in the list, the newest first`() throws {
    let stage = try TestStage()
    stage.hold("A-1")
    stage.press("x", "y")
    stage.sleep(.seconds(1))
    stage.press(.escape)
    stage.find("A-2")
    stage.press(.enter)
    stage.sleep(.minutes(4))
    stage.press("j")
    stage.sleep(.minutes(1))
    stage.press(.escape)
    stage.find("A-3")
    stage.press(.enter, .enter, "y", .escape, .enter)
    stage.advance(.seconds(10))
    stage.press(.enter)
    stage.find("A-4")
    stage.press(.enter, "t")
    let lines = stage.screen.split(separator: "\n").filter { $0.contains("row A") }
    #expect(
      lines.map { String($0.dropFirst(4).prefix(8)).split(separator: " ").first } == [
        "held", "paid", "expired", "released",
      ])
    #expect(lines[0].contains("5:00"))
  }

  @Test func `the card opens and closes with Enter, and follows the list`() throws {
    let stage = try TestStage()
    stage.hold("A-1", "A-2")
    stage.press(.enter, "y")
    #expect(stage.screen.contains("BX-"))
    let first = stage.screen
    stage.press("j")
    #expect(stage.screen.contains("BX-"))
    #expect(stage.screen != first)
    stage.press(.enter)
    #expect(!stage.screen.contains("BX-"))
    stage.press("L", .enter)
    #expect(stage.screen.contains("티켓 번호"))
  }
}
