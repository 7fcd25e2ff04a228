package import Booking
package import Wording

/// A situation in which testers ask what happens: things at once, in the other order, or at the very limit.
package struct Collision: Sendable {
  package enum Subject: CaseIterable {
    case seats, money, queue, time

    package func title(_ language: Language) -> String {
      switch self {
      case .seats: language("좌석", "Seats")
      case .money: language("결제와 잔액", "Payment and wallet")
      case .queue: language("대기열", "Queue")
      case .time: language("시간", "Time")
      }
    }
  }

  package let subject: Subject
  package let title: LocalizedText
  /// How the rules decide it.
  package let ruling: LocalizedText
  /// The number of the rule that decides it.
  package var rule: Int? {
    let digits = ruling.english.drop { !$0.isNumber }.prefix { $0.isNumber }
    return ruling.english.hasPrefix("Rule") ? Int(digits) : nil
  }

  /// How many people it takes, at least and at most.
  package let people: ClosedRange<Int>
  /// Whether it breaks a row on purpose, so that an invariant must be seen to break.
  package let breaksRow: Bool
  /// Plays it, and says whether all came out as the rules have it.
  let play: @Sendable (Race) throws(BookingError) -> Bool

  init(
    _ subject: Subject, people: ClosedRange<Int>, _ title: LocalizedText, rule ruling: LocalizedText,
    breaksRow: Bool = false, play: @escaping @Sendable (Race) throws(BookingError) -> Bool
  ) {
    self.subject = subject
    self.people = people
    self.title = title
    self.ruling = ruling
    self.breaksRow = breaksRow
    self.play = play
  }

  /// All of them, by subject.
  package static let all = ofSeats + ofMoney + ofQueue + ofTime
}
