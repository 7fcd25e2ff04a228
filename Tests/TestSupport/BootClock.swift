package import Booking
internal import Glibc

/// Booking time by the machine's time since its boot, which all processes share.
package final class BootClock: BookingClock {
  package init() {}

  package static func microseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_BOOTTIME, &time)
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
  }

  package func now(by anchor: ClockAnchor) -> Timestamp { anchor.instant(atBoot: Self.microseconds() / 1000) }

  package func anchor(at instant: Timestamp, rate: Int64) -> ClockAnchor {
    ClockAnchor(bootID: "boot", boot: Self.microseconds() / 1000, instant: instant, rate: rate)
  }
}
