internal import Booking
internal import Files
internal import Glibc

/// Tells other processes that this one has a store open, and whether it found it alone: a lock on the file of a kind that
/// SQLite's own do not touch. It lasts as long as this value.
final class StorePresence {
  private let file: Int32
  /// Who else had the store open when this one came.
  let company: ClockAnchoring.Company

  init(path: FilePath) {
    file = (try? path.open(O_RDONLY)) ?? -1
    company = file >= 0 ? Self.company(of: file) : .unknown
    // Whoever has the file for itself alone, to put it into place or to look, has it for a moment.
    for _ in 0..<100 where file >= 0 {
      if flock(file, LOCK_SH | LOCK_NB) == 0 || errno != EWOULDBLOCK { break }
      usleep(10_000)
    }
  }

  /// Who has it open, for one who only looks.
  static func company(at path: FilePath) -> ClockAnchoring.Company {
    guard let file = try? path.open(O_RDONLY) else { return .unknown }
    defer { close(file) }
    return company(of: file)
  }

  private static func company(of file: Int32) -> ClockAnchoring.Company {
    if flock(file, LOCK_EX | LOCK_NB) == 0 { return .alone }
    return errno == EWOULDBLOCK ? .accompanied : .unknown
  }

  /// Closing any handle of a file ends this process's locks of SQLite's kind on it, so the store must be closed before.
  deinit {
    if file >= 0 { close(file) }
  }
}
