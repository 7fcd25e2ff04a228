internal import Files
internal import Glibc

/// Where a store's file lies, and whether the file there is still the one that was opened: SQLite goes on writing into
/// one that was deleted, and everything written there is lost.
final class StorePlace {
  private let path: FilePath
  private let log: FilePath
  private let index: FilePath
  private let file: FileIdentity?
  /// How the file looked when it was last looked for.
  private(set) var stamp: FileStamp?
  /// The log and its index, as soon as they were seen. They stay the same for as long as anybody has the store open.
  private var companions: [FilePath: FileIdentity] = [:]
  /// A file that went stays gone for who had it open, even when it comes back: it may have changed elsewhere meanwhile.
  private var isGone = false
  /// When the file was last seen at its path by who only looks.
  private var seenAt: ContinuousClock.Instant?
  /// A key asks the store several times, and to find the file by its path takes a sixth of the time of a short answer.
  private static let trust = Duration.milliseconds(1)

  init(path: FilePath) {
    self.path = path
    log = path + "-wal"
    index = path + "-shm"
    file = FileIdentity(path)
  }

  /// Looks whether the file is still at its path, or was within the last millisecond, which is enough for who only looks:
  /// what is read then is at most old.
  func lookAtFile() -> Bool {
    let now = ContinuousClock.now
    if !isGone, let seenAt, now - seenAt < Self.trust { return true }
    stamp = FileStamp(path)
    guard stamp?.identity == file else { return look() }
    seenAt = now
    return !isGone
  }

  /// Looks whether the file and its log are still at their paths. Where another file has taken the place, the log that was
  /// left there is put aside, or it would be taken for that one's; where none has, it waits for its own to come back for
  /// as long as somebody watches.
  func look() -> Bool {
    stamp = FileStamp(path)
    let found = stamp?.identity
    if found == file {
      if !isGone, companions.isEmpty { for name in [log, index] { companions[name] = FileIdentity(name) } }
      isGone = isGone || companions.contains { FileIdentity($0.key) != $0.value }
    } else {
      isGone = true
      if found != nil { putAsideOwnLog() }
    }
    return !isGone
  }

  /// Stops watching. The log of a file that is not there waits no longer: what comes to its place may be an older copy, or
  /// have changed elsewhere.
  func leave() {
    if !look(), FileIdentity(path) == nil { putAsideOwnLog() }
  }

  private func putAsideOwnLog() {
    if let identity = companions[log], FileIdentity(log) == identity { Self.putAside(logOf: path) }
  }

  /// Gives the log of a file that is no longer there a name that nothing takes for a log; with the file it can be put
  /// together again.
  static func putAside(logOf path: FilePath) {
    let log = path + "-wal"
    if rename(log.cString, (path + "-wal.orphan").cString) != 0, errno == ENAMETOOLONG {
      let start = FilePath(bytes: path.name.bytes.dropLast(".orphan".utf8.count))
      rename(log.cString, (path.folder / start + "-wal.orphan").cString)
    }
    unlink((path + "-shm").cString)
  }
}
