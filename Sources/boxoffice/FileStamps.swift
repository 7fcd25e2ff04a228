internal import Booking
internal import Files
internal import Glibc

/// What a file system's own time stamps say of the date, where a machine's clock is in doubt.
enum FileStamps {
  /// How many files of a folder are looked at.
  private static let most = 500

  /// The newest time stamp from before this boot around a store: its own, and those of its folders and the files beside them
  /// on the same file system. What was written since has the date that is in doubt.
  static func newest(around path: FilePath) -> Timestamp? {
    guard let own = Stamp(path) else { return nil }
    let reading = MachineClock.reading()
    let booted = reading.wall - .milliseconds(reading.boot)
    var newest = own.written < booted ? own.written : nil
    for folder in folders(above: path) + ["/", "/var/log", "/var/lib"] {
      guard let stamp = Stamp(folder), stamp.device == own.device else { continue }
      for stamp in [stamp] + entries(of: folder) where stamp.device == own.device {
        for instant in [stamp.written, stamp.changed] where instant < booted {
          newest = max(newest ?? instant, instant)
        }
      }
    }
    return newest
  }

  /// Those that the file lies in, but for the root.
  private static func folders(above path: FilePath) -> [FilePath] {
    path.resolved?.folder.ancestry.filter { $0 != "/" } ?? []
  }

  private static func entries(of folder: FilePath) -> [Stamp] {
    guard let directory = opendir(folder.cString) else { return [] }
    defer { closedir(directory) }
    var stamps: [Stamp] = []
    while stamps.count < most, let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { FilePath(cString: $0) }
      }
      if let stamp = Stamp(folder / name) { stamps.append(stamp) }
    }
    return stamps
  }

  private struct Stamp {
    let device: dev_t
    let written: Timestamp
    let changed: Timestamp

    /// nil where there is no file.
    init?(_ path: FilePath) {
      var status = stat()
      guard lstat(path.cString, &status) == 0 else { return nil }
      device = status.st_dev
      written = Self.instant(status.st_mtim)
      changed = Self.instant(status.st_ctim)
    }

    private static func instant(_ time: timespec) -> Timestamp {
      Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
  }
}
