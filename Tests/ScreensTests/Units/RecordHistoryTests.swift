import Booking
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("A record's history in words")
struct RecordHistoryTests {
  private func event(_ kind: Event.Kind, _ seconds: Int64, rule: Int64, _ reason: QueueToken.EndReason? = nil) -> Event
  {
    Event(kind, at: .opening + .seconds(seconds), rule: rule).with {
      $0.token = TicketNumber(1)
      $0.reservation = ReservationID(7)
      $0.amount = Won(88_000)
      $0.reason = reason
      $0.deadline = .opening + .seconds(seconds + 300)
    }
  }

  private func last(_ events: Event...) -> String? { RecordHistory(events).lines.last?.text.english }

  @Test func `an end tells the limit that came, from what it counts, and the rule`() {
    let admission = event(.tokenActivated, 10, rule: 9)
    #expect(
      last(admission, event(.tokenActed, 40, rule: 9), event(.tokenEnded, 340, rule: 9, .idle))
        == "expired: 5:00 after the last action, rule 9")
    #expect(
      last(admission, event(.tokenActed, 550, rule: 9), event(.tokenEnded, 610, rule: 9, .lifetime))
        == "expired: 10:00 after the admission, rule 9")
    #expect(last(admission, event(.tokenEnded, 50, rule: 6, .paid)) == "ended by paying, rule 6")
    #expect(last(admission, event(.tokenEnded, 50, rule: 2, .left)) == "ended by leaving, rule 2")
    #expect(
      last(admission, event(.idleLimitMoved, 60, rule: 0), event(.tokenEnded, 60, rule: 9, .idle))
        == "expired: the idle limit that was moved, rule 9")
  }

  @Test func `a hold tells how long it lasts, and its end what became of it`() {
    let hold = event(.seatHeld, 20, rule: 5)
    #expect(last(hold)?.hasSuffix("(5:00), rule 5") == true)
    #expect(last(hold, event(.holdExpired, 320, rule: 10)) == "expired: unpaid 5:00 after the hold, rule 10")
    #expect(last(hold, event(.seatPaid, 30, rule: 6)) == "paid 88,000 won, seat sold, rule 6")
  }

  @Test(arguments: Event.Kind.allCases) func `every kind has its words in both languages`(_ kind: Event.Kind) {
    let text = RecordHistory([event(kind, 0, rule: 3)]).lines[0].text
    #expect(text.korean.hasSuffix("규칙 3") && text.english.hasSuffix("rule 3"))
    #expect(text.korean.unicodeScalars.contains { $0.value >= 0xAC00 })
    #expect(text.english.allSatisfy { $0.isASCII })
    #expect(!event(kind, 0, rule: 3).record("Ann", .english).isEmpty)
  }

  @Test func `what begins the record needs nothing before it`() {
    #expect(last(event(.tokenEnded, 0, rule: 9, .idle)) == "expired: ? after the last action, rule 9")
  }
}
