internal import Booking
internal import Crowd

/// What a house takes from around it: time, and chance.
struct Surroundings {
  let clock: any BookingClock
  /// What the clocks read now.
  let reading: () -> ClockAnchoring.Reading
  /// Where random numbers come from, a new source for each use.
  let random: () -> any RandomNumberGenerator

  /// This machine's.
  static var real: Surroundings {
    Surroundings(
      clock: MachineBookingClock(), reading: MachineClock.reading, random: { SystemRandomNumberGenerator() })
  }

  /// Those of a show that ends the same every time: it begins on an evening of its own.
  static func played(_ clock: PlayedClock, seed: UInt64) -> Surroundings {
    var stream: UInt64 = 1 << 32
    return Surroundings(
      clock: clock,
      reading: { ClockAnchoring.Reading(bootID: clock.bootID, boot: clock.boot, wall: PlayedClock.evening) },
      random: {
        stream += 1
        return SeededGenerator(seed: seed, stream: stream)
      })
  }
}

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

  /// Goes with the machine's clock from now on.
  func free() { isFree = true }

  func now(by anchor: ClockAnchor) -> Timestamp { anchor.instant(atBoot: machine) }

  func anchor(at instant: Timestamp, rate: Int64) -> ClockAnchor {
    ClockAnchor(bootID: bootID, boot: machine, instant: instant, rate: rate)
  }

  private var machine: Int64 { isFree ? MachineClock.boot() : boot }
}
