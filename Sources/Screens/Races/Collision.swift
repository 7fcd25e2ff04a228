internal import Booking
internal import Wording

/// A situation in which testers ask what happens: things at once, in the other order, or at the very limit.
struct Collision: Sendable {
  enum Subject: CaseIterable {
    case seats, money, queue, time

    func title(_ language: Language) -> String {
      switch self {
      case .seats: language("좌석", "Seats")
      case .money: language("결제와 잔액", "Payment and wallet")
      case .queue: language("대기열", "Queue")
      case .time: language("시간", "Time")
      }
    }
  }

  let subject: Subject
  let title: LocalizedText
  /// How the rules decide it.
  let ruling: LocalizedText
  /// How many people it takes, at least and at most.
  let people: ClosedRange<Int>
  /// Whether it breaks a row on purpose, so that an invariant must be seen to break.
  let breaksRow: Bool
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
  static let all = ofSeats + ofMoney + ofQueue + ofTime
}
