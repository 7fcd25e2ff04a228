internal import CFileIdentity
internal import Files
internal import Glibc

/// A new store's file under a name of its own in the folder where it will lie, locked for as long as it is being made: one
/// that nobody holds was left by a process that was killed. Its name says nothing about who makes it, since processes in
/// different containers may have the same number, and its length does not depend on the store's.
final class StoreDraft {
  let path: FilePath
  private let file: Int32

  private static let prefix = ".boxoffice-new-"
  private static let digits = 16
  static let nameLength = prefix.utf8.count + digits
  private static let suffixes = ["", "-wal", "-shm", "-journal"]

  init(in folder: FilePath) throws(OpeningFault) {
    while true {
      let number = String(UInt64.random(in: 0 ... .max), radix: 16)
      let zeros = String(repeating: "0", count: Self.digits - number.count)
      let path = folder / "\(Self.prefix)\(zeros)\(number)"
      let file = try path.create(O_RDWR)
      flock(file, LOCK_EX)
      // Whoever clears up may have taken it for a stale one before it was locked.
      if FileIdentity(path) != nil {
        (self.path, self.file) = (path, file)
        return
      }
      close(file)
    }
  }

  deinit {
    close(file)
    for suffix in Self.suffixes { unlink((path + suffix).cString) }
  }

  /// Waits until what was written is on the disk.
  func sync() throws(OpeningFault) {
    guard fsync(file) == 0 else { throw .system(errno) }
  }

  /// Gives it its final name. False where there is a file of that name; nobody's file is written over.
  ///
  /// The caller holds the folder's lock: whoever finds an empty file of that name waits for it.
  func place(at target: FilePath) throws(OpeningFault) -> Bool {
    if rename_to_new(path.cString, target.cString) { return true }
    guard errno == EEXIST else { throw .system(errno) }
    return false
  }

  /// Bytes.
  var size: Int64 {
    var status = stat()
    return fstat(file, &status) == 0 ? Int64(status.st_size) : 0
  }

  /// Removes the drafts that nobody holds any more.
  static func removeStale(in folder: FilePath) {
    guard let directory = opendir(folder.cString) else { return }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { FilePath(cString: $0) }
      }
      guard isDraft(name.bytes), let file = try? (folder / name).open(O_RDONLY | O_NOFOLLOW) else { continue }
      if flock(file, LOCK_EX | LOCK_NB) == 0 {
        for suffix in suffixes { unlink((folder / name + suffix).cString) }
      }
      close(file)
    }
  }

  private static func isDraft(_ name: [UInt8]) -> Bool {
    let number = name.dropFirst(prefix.utf8.count)
    return name.starts(with: prefix.utf8) && number.count == digits
      && number.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
