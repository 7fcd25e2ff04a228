internal import Booking
internal import Files
internal import Glibc
internal import SQLiteStore

/// This machine's clocks. Linux counts the time since its boot, suspension included; elsewhere the wall clock serves.
enum MachineClock {
  static func reading() -> ClockAnchoring.Reading {
    ClockAnchoring.Reading(
      bootID: bootID, boot: boot(), wall: wall(),
      suspended: bootID == wallID ? .zero : suspended(), isBornOut: isBornOut)
  }

  /// Whether this process's clock counts the time since the boot as the kernel does, by which the process began just now.
  /// What is put between a process and the C library's clocks (faketime, for one) does not reach that.
  private static let isBornOut: Bool = {
    let text = String(decoding: firstBytes(of: "/proc/self/stat", most: 4096), as: UTF8.self)
    guard bootID != wallID, let began = ProcessStatus.start(in: text) else { return true }
    return abs(read(CLOCK_BOOTTIME) - began.milliseconds) <= Duration.minutes(10).milliseconds
  }()

  private static func suspended() -> Duration {
    let running = read(CLOCK_MONOTONIC) - TimeNamespace.offset(of: "monotonic", in: namespace).milliseconds
    return max(.zero, .milliseconds(boot() - running))
  }

  /// Milliseconds since the boot, as the machine counts them outside of all containers.
  static func boot() -> Int64 {
    bootID == wallID ? read(CLOCK_REALTIME) : read(CLOCK_BOOTTIME) - namespaceOffset.milliseconds
  }

  /// Milliseconds of a clock that never steps, for what concerns this process alone.
  static func steady() -> Int64 { read(CLOCK_MONOTONIC) }

  static func wall() -> Timestamp { Timestamp(milliseconds: read(CLOCK_REALTIME)) }

  /// How far this process's time namespace has its boot clock ahead of the machine's; time_namespaces(7).
  static let namespaceOffset: Duration = {
    TimeNamespace.offset(of: "boottime", in: namespace)
  }()

  /// Booking time of a store that is only looked at; the record's where its owner has to decide.
  static func now(in house: House, at path: FilePath) -> Timestamp {
    ClockAnchoring.instant(
      in: house, by: reading(), company: StoreFile(path: path).company, newestStamp: { FileStamps.newest(around: path) }
    )
  }

  private static let namespace = String(decoding: firstBytes(of: "/proc/self/timens_offsets"), as: UTF8.self)

  private static let wallID = "wall"

  static let bootID: String = {
    let id = firstBytes(of: "/proc/sys/kernel/random/boot_id").filter { $0 > 0x20 }
    return id.isEmpty ? wallID : String(decoding: id, as: UTF8.self)
  }()

  /// What a short file of the kernel says; nothing where it cannot be read.
  private static func firstBytes(of path: String, most: Int = 512) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return [] }
    defer { close(file) }
    var buffer = [UInt8](repeating: 0, count: most)
    let count = Glibc.read(file, &buffer, buffer.count)
    return Array(buffer.prefix(max(0, count)))
  }

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

  func canRead(_ anchor: ClockAnchor) -> Bool { anchor.bootID == MachineClock.bootID }

  func anchor(at instant: Timestamp, rate: Int64) -> ClockAnchor {
    MachineClock.reading().anchor(at: instant, rate: rate)
  }
}

/// What the kernel says of a process's time namespace.
enum TimeNamespace {
  /// The offset of a clock in the text of `/proc/PID/timens_offsets`: a clock's name, seconds and nanoseconds a line.
  static func offset(of clock: String, in text: String) -> Duration {
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count == 3, fields[0] == clock, let seconds = Int64(fields[1]),
        let nanoseconds = Int64(fields[2])
      else { continue }
      return .seconds(seconds) + .milliseconds(nanoseconds / 1_000_000)
    }
    return .zero
  }
}

/// What the kernel says of a process.
enum ProcessStatus {
  /// When a process began, in time since the boot, by the text of `/proc/PID/stat`; proc_pid_stat(5). nil for another text.
  static func start(in text: String) -> Duration? {
    // The program's name stands in brackets, and may have any in it.
    guard let end = text.lastIndex(of: ")") else { return nil }
    let fields = text[text.index(after: end)...].split(separator: " ")
    guard fields.count > 19, let ticks = Int64(fields[19]) else { return nil }
    return .milliseconds(ticks * 1000 / Int64(max(1, sysconf(Int32(_SC_CLK_TCK)))))
  }
}
