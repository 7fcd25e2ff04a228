import Booking
import Canvas
import TestSupport
import Testing
import Wording

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

  @Test(arguments: Language.allCases) func `a ticket is exported as a text that is called by its number`(
    _ language: Language
  ) throws {
    let stage = try TestStage(language)
    stage.hold("A-7")
    stage.press(.enter, "y", "e")
    let files = stage.takeEffects().compactMap { effect in
      if case .save(let name, let text) = effect { (name, text) } else { nil }
    }
    #expect(files.map(\.0) == ["boxoffice-BX-9-9.txt"])
    let lines = try #require(files.first).1.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(
      lines
        == (language == .korean
          ? [
            "한밤의 재즈 클럽", "윤슬 쿼텟", "", "일시       2026년 5월 1일 (금) 13:00 KST", "공연장     클럽 온도",
            "좌석       1F A열 7번, R석", "가격       88,000원", "결제       2026년 5월 1일 (금) 10:00 KST", "티켓 번호  BX-9-9",
            "예매자     김하늘", "",
          ]
          : [
            "Jazz After Midnight", "Yunseul Quartet", "", "Date    Fri 1 May 2026 13:00 KST", "Venue   Club Ondo",
            "Seat    1F row A seat 7, R", "Price   88,000 won", "Paid    Fri 1 May 2026 10:00 KST", "Ticket  BX-9-9",
            "Name    김하늘", "",
          ]))
  }

  @Test func `what is not paid has no ticket to export`() throws {
    let stage = try TestStage()
    stage.hold("A-7")
    stage.press("t", "e")
    #expect(stage.screen.contains("Pay first to get a ticket"))
    #expect(!stage.takeEffects().contains { if case .save = $0 { true } else { false } })
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
