package import Booking

/// Booking time that a test advances.
package final class ManualClock: BookingClock {
  package var instant: Timestamp

  package init(_ instant: Timestamp = .opening) { self.instant = instant }

  package func now(by anchor: ClockAnchor) -> Timestamp { instant }

  package func anchor(at instant: Timestamp, rate: Int64) -> ClockAnchor {
    ClockAnchor(bootID: "test", boot: 0, instant: instant, rate: rate)
  }

  package func advance(_ duration: Duration) { instant = instant + duration }
}

extension Timestamp {
  /// 1 May 2026, 10:00 in Seoul: when houses of tests open.
  package static let opening = Timestamp(milliseconds: 1_777_597_200_000)
}
