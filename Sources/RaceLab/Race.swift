package import Booking
internal import Wording

/// Plays a collision on a scratch copy of a house, whose clock stands and is moved by hand. In one process nothing happens
/// at once: what is shown is one order, by the very use cases that people at terminals use.
package final class Race {
  /// Of the copy, which is spent afterwards.
  let engine: BookingEngine
  /// Who takes part, in the order in which they come; all different.
  let people: [UserID]
  /// The session in which seats were found.
  var session = SessionID(0)

  /// What happened so far, in order.
  private(set) var steps: [RaceReport.Step] = []
  /// The token that each presents.
  var tokens: [UserID: TokenCredential] = [:]
  private var keys = 0
  /// Whether the doors are open, and whether everybody was seen to leave.
  var isOpen = false
  var isEmpty = false
  /// The house's own policy, before the doors were opened, and the copy's when it was told last.
  var housePolicy: Policy?
  var notedPolicy: Policy?
  /// The seat that it is about.
  var contested: Seat?
  /// Whose row was broken on purpose.
  var broken: TicketNumber?

  /// - Parameters:
  ///   - people: as many as the collision takes.
  ///   - engine: of a copy whose clock stands.
  package init(_ people: [UserID], on engine: BookingEngine) {
    self.people = people
    self.engine = engine
  }

  /// - Throws: `saleClosed` where no session with enough free seats is on sale; `storage`.
  package func run(_ collision: Collision) throws(BookingError) -> RaceReport {
    let isAsRuled = try collision.play(self)
    let violations = try engine.violations()
    var seat: RaceReport.Seat?
    if let contested, [.seats, .money].contains(collision.subject) {
      seat = RaceReport.Seat(name: contested.label.short, taker: try taker(of: contested.id))
    }
    let isSound = collision.breaksRow ? hasFound(violations) : violations.isEmpty
    return RaceReport(steps: steps, isAsRuled: isAsRuled && isSound, violations: violations, seat: seat)
  }

  /// Whether the row that was broken is among what the audit found, and nothing else.
  private func hasFound(_ violations: [Violation]) -> Bool {
    guard let broken else { return false }
    return !violations.isEmpty && violations.allSatisfy { $0.place.contains("\(broken)") }
  }

  /// Why something was refused, so far.
  var refusals: [BookingError] { steps.compactMap(\.refusal) }

  func newKey() -> RequestKey {
    keys += 1
    return RequestKey("race-\(keys)")
  }

  private func taker(of seat: SeatID) throws(BookingError) -> UserID? {
    try engine.inspect { auditor throws(BookingError) in try auditor.seat(seat, of: session)?.taker }
  }
}

// MARK: - What is told

extension Race {
  /// Does something and notes what came of it. Only a store that fails ends the race.
  @discardableResult
  func record<Answer>(
    _ user: UserID, _ deed: LocalizedText, _ body: () throws(BookingError) -> Answer,
    answer text: (Answer) -> LocalizedText = { _ in LocalizedText("OK", "OK") },
    refusedFor cause: (BookingError) -> String? = { _ in nil }
  ) throws(BookingError) -> Answer? {
    let now = try engine.now()
    do throws(BookingError) {
      let answer = try body()
      let text = text(answer)
      steps.append(
        RaceReport.Step(
          at: now, user: user,
          text: LocalizedText("\(deed.korean): \(text.korean)", "\(deed.english): \(text.english)"), refusal: nil))
      return answer
    } catch {
      if case .storage = error { throw error }
      let place = cause(error).map { " (\($0))" } ?? ""
      let text = LocalizedText(deed.korean + place, deed.english + place)
      steps.append(RaceReport.Step(at: now, user: user, text: text, refusal: error))
      return nil
    }
  }

  /// Notes something that nobody did.
  func note(_ korean: String, _ english: String, _ user: UserID? = nil) {
    guard let now = try? engine.now() else { return }
    steps.append(RaceReport.Step(at: now, user: user, text: LocalizedText(korean, english), refusal: nil))
  }

  /// Tells what befell the people by itself after an event.
  func tell(after id: EventID) throws(BookingError) {
    for event in try engine.events(after: id, limit: .max) {
      guard let user = event.user, people.contains(user), let text = event.fate else { continue }
      steps.append(RaceReport.Step(at: event.at, user: user, text: text, refusal: nil))
    }
  }
}

extension Event {
  /// What befell somebody by itself; nil for what people do.
  fileprivate var fate: LocalizedText? {
    switch kind {
    case .tokenActivated: LocalizedText("입장 (규칙 9)", "is admitted (rule 9)")
    case .tokenEnded where reason == .idle: LocalizedText("토큰 만료: 비활동 (규칙 9)", "token ends: idle (rule 9)")
    case .tokenEnded where reason == .lifetime: LocalizedText("토큰 만료: 시간 초과 (규칙 9)", "turn expires (rule 9)")
    case .holdExpired: LocalizedText("미결제, 좌석 풀림 (규칙 10)", "hold ends unpaid, the seat is free (rule 10)")
    default: nil
    }
  }
}
