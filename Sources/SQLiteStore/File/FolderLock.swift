internal import Files
internal import Glibc

/// A lock on a folder, which those who put new stores into it hold one after the other, for as long as this value lives.
/// Where a folder cannot be locked there is none.
final class FolderLock {
  private let folder: Int32

  /// Waits for whoever holds it.
  init(_ path: FilePath) {
    folder = open(path.cString, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folder >= 0 { flock(folder, LOCK_EX) }
  }

  /// Waits until the names in the folder are on the disk.
  func sync() { if folder >= 0 { fsync(folder) } }

  deinit { if folder >= 0 { close(folder) } }
}
