internal import Booking
internal import Glibc

/// This machine's clocks. Linux counts the time since its boot, suspension included; elsewhere the wall clock serves.
enum MachineClock {
  static func reading() -> ClockAnchoring.Reading {
    ClockAnchoring.Reading(bootID: bootID, boot: boot(), wall: wall())
  }

  /// Milliseconds since the boot.
  static func boot() -> Int64 { read(bootID == wallID ? CLOCK_REALTIME : CLOCK_BOOTTIME) }

  /// Milliseconds of a clock that never steps, for what concerns this process alone.
  static func steady() -> Int64 { read(CLOCK_MONOTONIC) }

  static func wall() -> Timestamp { Timestamp(milliseconds: read(CLOCK_REALTIME)) }

  /// Booking time by a store's own clock; after another boot the wall clock is all there is.
  static func now(_ anchor: ClockAnchor) -> Timestamp {
    let reading = reading()
    return anchor.bootID == reading.bootID ? anchor.instant(atBoot: reading.boot) : reading.wall
  }

  private static let wallID = "wall"

  private static let bootID: String = {
    let file = open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return wallID }
    defer { close(file) }
    var buffer = [UInt8](repeating: 0, count: 64)
    let count = Glibc.read(file, &buffer, buffer.count)
    return count > 0 ? String(decoding: buffer.prefix(count).filter { $0 > 0x20 }, as: UTF8.self) : wallID
  }()

  private static func read(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}

/// Booking time by this machine's clock since its boot: all terminals of a machine agree, and steps of the wall clock
/// move nothing.
final class MachineBookingClock: BookingClock {
  func now(by anchor: ClockAnchor) -> Timestamp { anchor.instant(atBoot: MachineClock.boot()) }

  func anchor(at instant: Timestamp, rate: Int64) -> ClockAnchor {
    let reading = MachineClock.reading()
    return ClockAnchor(bootID: reading.bootID, boot: reading.boot, instant: instant, rate: rate)
  }
}
