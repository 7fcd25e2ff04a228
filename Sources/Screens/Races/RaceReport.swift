internal import Booking

/// What came of a race.
struct RaceReport {
  struct Step {
    let at: Timestamp
    /// Who did it or to whom it happened; nil for what befell everybody.
    let user: UserID?
    /// What was done or happened, and what was answered.
    let text: LocalizedText
    /// Why it was refused; nil when it was done.
    let refusal: BookingError?
  }

  /// The seat that it was about.
  struct Seat: Hashable {
    let name: String
    /// Whose it is in the end; nil for nobody's.
    let taker: UserID?
  }

  /// In the order in which they came to the house.
  let steps: [Step]
  /// Whether all came out as the rules have it, and every invariant holds after it.
  let isAsRuled: Bool
  /// What breaks an invariant after it.
  let violations: [Violation]
  /// nil when it was about no seat.
  let seat: Seat?
}
