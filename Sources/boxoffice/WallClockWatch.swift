internal import Booking

/// Notices that the machine's wall clock is set while a real store is open. Booking time goes on by the time since the boot;
/// nobody should be left to wonder why it is another than the clock on the wall.
struct WallClockWatch {
  /// The anchor as if it had been made when the watch began.
  private var baseline: ClockAnchor

  init(_ reading: ClockAnchoring.Reading) { baseline = reading.anchor(at: reading.wall) }

  /// What is to be said, once for each time it is set.
  mutating func notice(_ reading: ClockAnchoring.Reading) -> ClockAnchoring.Notice? {
    guard let ahead = ClockAnchoring.wallAhead(of: baseline, reading) else { return nil }
    baseline = reading.anchor(at: reading.wall)
    return .wallSet(by: ahead)
  }
}
