internal import Files
internal import Glibc

/// A lock on the bytes of a store's file by which SQLite's connections keep each other away. It is the kernel's, not the
/// process's: it stands beside the locks of this process's own connections, and ends with this value.
///
/// Closing any handle of a file ends the locks of this process's connections on it, so those must be closed before.
final class FileLock {
  enum Kind {
    /// As an open connection has it: nobody ends as the last one, and so no log is folded and removed.
    case shared
    /// As the last connection has it on its end: nobody else has the file open.
    case exclusive
  }

  enum Refusal: Error {
    /// Somebody has the other kind.
    case taken
    /// The file cannot be opened, or its file system has no such locks.
    case unavailable(errno: Int32)
  }

  private let file: Int32
  /// What SQLite calls PENDING, RESERVED and SHARED.
  private static let bytes: (start: off_t, count: off_t) = (0x4000_0000, 2 + 510)
  private static let shared: (start: off_t, count: off_t) = (0x4000_0002, 510)
  /// F_OFD_SETLK, which the system's module leaves out.
  private static let setLock: Int32 = 37

  init(_ path: FilePath, _ kind: Kind) throws(Refusal) {
    file = Glibc.open(path.cString, (kind == .shared ? O_RDONLY : O_RDWR) | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw .unavailable(errno: errno) }
    var lock = flock()
    lock.l_type = Int16(kind == .shared ? F_RDLCK : F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    (lock.l_start, lock.l_len) = kind == .shared ? Self.shared : Self.bytes
    guard fcntl(file, Self.setLock, &lock) == 0 else {
      let reason = errno
      throw reason == EAGAIN || reason == EACCES ? .taken : .unavailable(errno: reason)
    }
  }

  deinit { close(file) }
}
