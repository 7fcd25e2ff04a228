package import Files
internal import Glibc

/// A store that nobody has open, and that nobody can open for as long as this value lives: no terminal, and no other
/// program through SQLite.
package final class ClosedStore {
  /// Under which name the store stands, with its log and its index, once it gave way.
  package let aside: FilePath
  private let path: FilePath
  private let file: Int32
  private let lock: FileLock?
  private static let companions = ["-wal", "-shm"]

  /// - Parameter mark: what the name of the old store ends with.
  init(_ path: FilePath, mark: String) throws(StoreFileFault) {
    self.path = path
    aside = Self.freeName(path, mark)
    do throws(OpeningFault) { file = try path.open(O_RDONLY) } catch { throw .unreadable(path, reason: error.reason) }
    // Terminals have the other kind of this lock for as long as they have the store open.
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      close(file)
      throw .inUse(path)
    }
    do throws(FileLock.Refusal) { lock = try FileLock(path, .exclusive) } catch {
      switch error {
      case .taken:
        close(file)
        throw .inUse(path)
      case .unavailable(let reason) where reason == EACCES || reason == EROFS || reason == EPERM:
        close(file)
        throw .unreadable(path, reason: String(cString: strerror(reason)))
      case .unavailable: lock = nil
      }
    }
  }

  deinit { close(file) }

  /// A name beside the store that neither it nor a log has; a long one is cut.
  private static func freeName(_ path: FilePath, _ mark: String) -> FilePath {
    let name = path.name.bytes
    var length = min(name.count, 240 - mark.utf8.count)
    // Not within a letter.
    while length > 0, length < name.count, name[length] & 0xC0 == 0x80 { length -= 1 }
    let start = path.folder / FilePath(bytes: name.prefix(length))
    for number in 1... {
      let free = start + ".\(mark)\(number == 1 ? "" : "-\(number)")"
      if ([""] + companions).allSatisfy({ access((free + $0).cString, F_OK) != 0 }) { return free }
    }
    return path
  }

  /// Moves the store aside with its log, and another file into its place. When that fails everything is as before.
  ///
  /// The log goes first, or it would be taken for the new store's.
  func giveWay(to new: FilePath) throws(StoreFileFault) {
    var moved: [String] = []
    func restore() { for suffix in moved { rename((aside + suffix).cString, (path + suffix).cString) } }
    func fault() -> StoreFileFault { .unreadable(path, reason: String(cString: strerror(errno))) }
    for suffix in Self.companions where access((path + suffix).cString, F_OK) == 0 {
      guard rename((path + suffix).cString, (aside + suffix).cString) == 0 else {
        let fault = fault()
        restore()
        throw fault
      }
      moved.append(suffix)
    }
    // With a second name of the old one, the new one takes its place at once; without, there is none for an instant.
    let isLinked = link(path.cString, aside.cString) == 0
    guard isLinked || rename(path.cString, aside.cString) == 0, rename(new.cString, path.cString) == 0 else {
      let fault = fault()
      if isLinked { unlink(aside.cString) } else { rename(aside.cString, path.cString) }
      restore()
      throw fault
    }
  }
}
