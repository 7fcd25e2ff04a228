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

  @Test(arguments: Language.allCases) func `a ticket has every fact on it`(_ language: Language) throws {
    let stage = try TestStage(language)
    stage.hold("A-7")
    stage.press(.enter, "y")
    let facts =
      language == .korean
      ? ["한밤의 재즈 클럽", "윤슬 쿼텟", "2026년 5월 1일 (금) 13:00 KST", "클럽 온도", "A열 7번, R석", "88,000원"]
      : [
        "Jazz After Midnight", "Yunseul Quartet", "Fri 1 May 2026 13:00 KST", "Club Ondo", "row A seat 7, R",
        "88,000 won",
      ]
    for fact in facts { #expect(stage.screen.contains(fact)) }
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
    stage.press(.enter, .enter, "y", .escape, .escape, .enter)
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

  @Test func `Esc closes the card before it leaves`() throws {
    let stage = try TestStage()
    stage.hold("A-1")
    stage.press(.enter, "y")
    #expect(stage.screen.contains("BX-"))
    stage.press(.escape)
    #expect(stage.top.contains("Tickets"))
    #expect(!stage.screen.contains("BX-"))
    stage.press(.escape)
    #expect(stage.top.contains("Concerts"))
  }

  @Test func `the card is whole on the smallest screen`() throws {
    let stage = try TestStage()
    stage.size = Size(width: 60, height: 16)
    _ = stage.grid
    stage.hold("A-1")
    stage.press(.enter, "y")
    for fact in ["Date", "Venue", "Seat", "Price", "Paid", "BX-"] { #expect(stage.screen.contains(fact)) }
  }
}
