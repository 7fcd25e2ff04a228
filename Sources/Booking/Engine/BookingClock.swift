/// Tells booking time by the anchor that a store keeps: all terminals on one store agree on it.
package protocol BookingClock: AnyObject {
  /// Booking time at this moment. It never steps back; the store's latest instant guards against one that does.
  func now(by anchor: ClockAnchor) -> Timestamp

  /// Whether it can tell booking time by this anchor: a machine's clock only by those of its present boot.
  func canRead(_ anchor: ClockAnchor) -> Bool

  /// An anchor by which booking time reads `instant` at this moment, and runs on at `rate` thousandths of real time.
  func anchor(at instant: Timestamp, rate: Int64) -> ClockAnchor
}

extension BookingClock {
  package func canRead(_ anchor: ClockAnchor) -> Bool { true }
}

/// A clock that moves only when it is told to, for what must end the same every time.
package final class SteppedClock: BookingClock {
  /// Milliseconds of real time so far.
  private var boot: Int64 = 0

  package init() {}

  package func now(by anchor: ClockAnchor) -> Timestamp { anchor.instant(atBoot: boot) }

  package func anchor(at instant: Timestamp, rate: Int64) -> ClockAnchor {
    ClockAnchor(bootID: "stepped", boot: boot, instant: instant, rate: rate)
  }

  /// Lets real time pass.
  package func advance(_ duration: Duration) { boot += duration.milliseconds }
}
