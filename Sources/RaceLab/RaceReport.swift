package import Booking

/// What came of a race.
package struct RaceReport {
  package struct Step {
    package let at: Timestamp
    /// Who did it or to whom it happened; nil for what befell everybody.
    package let user: UserID?
    /// What was done or happened, and what was answered.
    package let text: LocalizedText
    /// Why it was refused; nil when it was done.
    package let refusal: BookingError?
  }

  /// The seat that it was about.
  package struct Seat: Hashable {
    package let name: String
    /// Whose it is in the end; nil for nobody's.
    package let taker: UserID?
  }

  /// In the order in which they came to the house.
  package let steps: [Step]
  /// Whether all came out as the rules have it, and every invariant holds after it.
  package let isAsRuled: Bool
  /// What breaks an invariant after it.
  package let violations: [Violation]
  /// nil when it was about no seat.
  package let seat: Seat?
}
