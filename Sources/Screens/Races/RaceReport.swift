internal import Booking

/// What came of a race.
struct RaceReport {
  enum Deed: Hashable {
    case hold([SeatLabel])
    case pay(Won)
    case endToken
  }

  struct Step {
    let at: Timestamp
    let user: UserID
    let deed: Deed
    /// Why it was refused; nil when it was done.
    let refusal: BookingError?
  }

  let collision: Collision
  /// In the order in which they came to the house.
  let steps: [Step]
  /// Whether all came out as the rules have it, and every invariant holds after it.
  let isAsRuled: Bool
  /// Who has what it was about.
  let winner: UserID?
}
