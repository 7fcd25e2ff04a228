internal import Booking

/// This machine's clock for the terminal whose crowd acts, which can hold it up: nobody there looks at the house beyond
/// the instant up to which the crowd has acted.
final class ShowClock: BookingClock {
  private let machine = MachineBookingClock()
  /// Beyond this instant it is not told; nil while the crowd keeps up.
  var ceiling: Timestamp?

  func now(by anchor: ClockAnchor) -> Timestamp {
    let now = machine.now(by: anchor)
    return ceiling.map { min($0, now) } ?? now
  }

  func canRead(_ anchor: ClockAnchor) -> Bool { machine.canRead(anchor) }

  func anchor(at instant: Timestamp, rate: Int64) -> ClockAnchor { machine.anchor(at: instant, rate: rate) }
}
