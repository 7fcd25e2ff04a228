import Booking
import TestSupport
import Testing

@testable import Wording

@Suite("What happens in a show, in words")
struct EventWordsTests {
  private func event(_ kind: Event.Kind, _ reason: QueueToken.EndReason? = nil) -> Event {
    Event(kind, at: .opening, rule: 0).with {
      $0.token = TicketNumber(17)
      $0.amount = Won(88_000)
      $0.reason = reason
    }
  }

  /// What only names the person: nothing of the queue or the sale.
  private static let silent: Set<Event.Kind> = [.userAdded, .programmeAdded, .tokenActed, .balanceOpened, .charged]

  @Test(arguments: Event.Kind.allCases) func `every kind has its words in both languages`(kind: Event.Kind) {
    let (korean, english) = (event(kind).words("Ann", .korean), event(kind).words("Ann", .english))
    if Self.silent.contains(kind) {
      #expect([korean, english] == ["Ann", "Ann"])
    } else {
      #expect(korean != english)
      #expect(korean.unicodeScalars.contains { $0.value >= 0xAC00 })
      #expect(english.allSatisfy { $0.isASCII })
    }
  }

  @Test func `no two kinds read alike, nor two reasons for an end`() {
    for language in Language.allCases {
      let kinds = Event.Kind.allCases.filter { !Self.silent.contains($0) }
      #expect(Set(kinds.map { event($0).words("Ann", language) }).count == kinds.count)
      let reasons: [QueueToken.EndReason?] = [.paid, .left, .idle, .lifetime, nil]
      #expect(Set(reasons.map { event(.tokenEnded, $0).words("Ann", language) }).count == reasons.count)
    }
  }

  @Test func `names the person, the ticket and the money`() {
    #expect(event(.tokenActivated).words("Ann", .english) == "Ann is admitted #17")
    #expect(event(.seatHeld).words("Ann", .english) == "Ann holds 1 seat, 88,000 won")
    #expect(event(.seatHeld).words("Ann", .english, count: 3) == "Ann holds 3 seats, 88,000 won")
    #expect(event(.seatHeld).words(nil, .english, count: 2) == "You hold 2 seats, 88,000 won")
    #expect(event(.seatHeld).words(nil, .korean, count: 2) == "나: 2석 임시 예약 88,000원")
    #expect(event(.seatPaid).words("김하늘", .korean) == "김하늘 1석 결제 88,000원")
    #expect(event(.tokenEnded, .idle).words("김하늘", .korean) == "김하늘 토큰 만료: 비활동")
    #expect(event(.houseReset).words("", .english) == "the show starts again")
  }

  @Test func `says what falls due, and whose it is`() {
    func due(_ what: FallenDue.Item) -> BookingEngine.Due { .init(what: what, user: nil, at: .opening) }
    let items: [FallenDue.Item] = [
      .hold(ReservationID(1), of: UserID(1)), .token(TicketNumber(1), of: UserID(1)), .admission(of: 20),
    ]
    #expect(
      items.map { due($0).words("Ann", .english) } == ["Ann's hold ends", "Ann's token ends", "20 enter"])
    #expect(
      items.map { due($0).words("김하늘", .korean) } == ["김하늘의 임시 예약 만료", "김하늘의 토큰 만료", "20명 입장"])
  }
}
