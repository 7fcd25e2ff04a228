internal import Glibc

/// Where a store's file lies, and whether the file there is still the one that was opened: SQLite goes on writing into
/// one that was deleted, and everything written there is lost.
final class StorePlace {
  private let path: String
  private let file: FileIdentity?
  /// The log and its index, as soon as they were seen.
  private var companions: [String: FileIdentity] = [:]

  init(path: String) {
    self.path = path
    file = FileIdentity(path)
  }

  /// Whether the file is still at its path.
  func isInPlace() -> Bool {
    guard FileIdentity(path) == file else { return false }
    if companions.isEmpty { for name in Self.companionNames(path) { companions[name] = FileIdentity(name) } }
    return true
  }

  /// Whether the log or its index still lie beside the path.
  var hasCompanions: Bool { companions.contains { FileIdentity($0.key) == $0.value } }

  /// Removes the log and its index, and nothing that has taken their place.
  func removeCompanions() {
    for (name, identity) in companions where FileIdentity(name) == identity { unlink(name) }
  }

  private static func companionNames(_ path: String) -> [String] { [path + "-wal", path + "-shm"] }
}

/// Tells files apart, whatever their names.
private struct FileIdentity: Equatable {
  let device: dev_t
  let inode: ino_t

  /// nil where there is no file.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    (device, inode) = (status.st_dev, status.st_ino)
  }
}
