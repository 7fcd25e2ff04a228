internal import Booking
internal import TestSupport
internal import Testing
internal import Wording

@testable import boxoffice

struct CatchUpSummaryTests {
  private func events(_ kinds: [Event.Kind]) -> [Event] { kinds.map { Event($0, at: .opening, rule: 9) } }

  @Test func `says nothing when nothing fell due`() {
    #expect(CatchUpSummary(events: [], clockNotice: nil).texts.isEmpty)
    #expect(CatchUpSummary(events: events([.tokenActed, .charged]), clockNotice: nil).texts.isEmpty)
  }

  @Test func `counts admissions, ends and releases`() {
    let happened = events([.tokenActivated, .tokenActivated, .tokenActivated, .tokenEnded, .tokenEnded, .holdExpired])
    let texts = CatchUpSummary(events: happened, clockNotice: nil).texts
    #expect(
      texts == [
        LocalizedText(
          "닫혀 있는 동안: 입장 3명, 토큰 만료 2건, 임시 예약 해제 1석.",
          "While it was closed: 3 admitted, 2 tokens ended, 1 holds released.")
      ])
  }

  @Test func `tells how far the record lies ahead of the computer's clock`() throws {
    let text = try #require(
      CatchUpSummary(events: [], clockNotice: .recordAhead(by: .milliseconds(61_500))).texts.first)
    #expect(
      text.english == "The computer's clock is 1 min 1 s behind the record; booking time goes on from the record.")
    #expect(text.korean.contains("1분 1초"))
  }

  @Test func `tells both`() {
    #expect(CatchUpSummary(events: events([.holdExpired]), clockNotice: .recordAhead(by: .seconds(5))).texts.count == 2)
  }
}
