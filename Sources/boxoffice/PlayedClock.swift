internal import Booking

/// The clock of a show that a script plays: it stands until the script lets it pass.
final class PlayedClock: BookingClock {
  let bootID: String
  private(set) var boot: Int64
  /// Whether it has been left to the machine's.
  private var isFree = false

  /// Eight in the evening in Seoul, on Friday, 5 March 2027.
  static let evening = Timestamp(milliseconds: 1_804_244_400_000)

  /// A clock that starts with the machine's, so that other terminals on the same store agree with it; or, for a show
  /// that nobody watches, one that starts at nothing.
  init(isWatched: Bool) {
    let reading = MachineClock.reading()
    (bootID, boot) = isWatched ? (reading.bootID, reading.boot) : ("script", 0)
  }

  /// Lets machine time pass.
  func pass(_ milliseconds: Int64) { boot += max(0, milliseconds) }

  /// Milliseconds by which the machine's clock is ahead.
  var lag: Int64 { isFree ? 0 : max(0, MachineClock.boot() - boot) }

  /// Goes with the machine's clock from now on.
  func free() { isFree = true }

  func now(by anchor: ClockAnchor) -> Timestamp { anchor.instant(atBoot: machine) }

  func canRead(_ anchor: ClockAnchor) -> Bool { anchor.bootID == bootID }

  func anchor(at instant: Timestamp, rate: Int64) -> ClockAnchor {
    ClockAnchor(bootID: bootID, boot: machine, instant: instant, rate: rate)
  }

  private var machine: Int64 { isFree ? MachineClock.boot() : boot }
}
