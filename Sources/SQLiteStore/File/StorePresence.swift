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
    if file >= 0, flock(file, LOCK_EX | LOCK_NB) == 0 {
      company = .alone
    } else {
      company = file >= 0 && errno == EWOULDBLOCK ? .accompanied : .unknown
    }
    // Whoever has it for itself alone, to put the file into place or to look, has it for a moment.
    if file >= 0 { flock(file, LOCK_SH) }
  }

  /// Closing any handle of a file ends this process's locks of SQLite's kind on it, so the store must be closed before.
  deinit {
    if file >= 0 { close(file) }
  }
}
