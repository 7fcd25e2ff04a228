internal import Booking
internal import Crowd

/// What a house takes from around it: time, and chance.
struct RunEnvironment {
  let clock: any BookingClock
  /// What the clocks read now.
  let reading: () -> ClockAnchoring.Reading
  /// Where random numbers come from, a new source for each use.
  let random: () -> any RandomNumberGenerator

  /// This machine's.
  static var real: RunEnvironment { real(MachineBookingClock()) }

  /// This machine's, as a clock tells them.
  static func real(_ clock: any BookingClock) -> RunEnvironment {
    RunEnvironment(
      clock: clock, reading: MachineClock.reading, random: { SystemRandomNumberGenerator() })
  }

  /// Those of a show that ends the same every time: it begins on an evening of its own.
  static func played(_ clock: PlayedClock, seed: UInt64) -> RunEnvironment {
    var stream: UInt64 = 1 << 32
    return RunEnvironment(
      clock: clock,
      reading: { ClockAnchoring.Reading(bootID: clock.bootID, boot: clock.boot, wall: PlayedClock.evening) },
      random: {
        stream += 1
        return SeededGenerator(seed: seed, stream: stream)
      })
  }
}
