import GRDBSQLite
import Glibc

/// SQLite's way to files, with a nap at the instant at which a copier of the log has read how long the log is and has not
/// yet looked at how much of it is copied: what a busy machine does once in a million times, done nearly every time.
enum NappingVFS {
  nonisolated(unsafe) private static var system: UnsafeMutablePointer<sqlite3_vfs>!
  nonisolated(unsafe) private static var methods:
    [UnsafePointer<sqlite3_io_methods>: UnsafePointer<sqlite3_io_methods>] =
      [:]

  /// For every connection that this process opens from now on.
  static func use() {
    system = sqlite3_vfs_find(nil)
    let ours = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
    ours.initialize(to: system.pointee)
    ours.pointee.zName = UnsafePointer(strdup("napping"))
    ours.pointee.pNext = nil
    ours.pointee.xOpen = { _, path, file, flags, outFlags in
      let code = NappingVFS.system.pointee.xOpen(NappingVFS.system, path, file, flags, outFlags)
      if code == SQLITE_OK, let file, let own = file.pointee.pMethods {
        file.pointee.pMethods = NappingVFS.napping(own)
      }
      return code
    }
    sqlite3_vfs_register(ours, 1)
  }

  private static func napping(_ own: UnsafePointer<sqlite3_io_methods>) -> UnsafePointer<sqlite3_io_methods> {
    if let ours = methods[own] { return ours }
    let ours = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
    ours.initialize(to: own.pointee)
    // SQLite forgets what it has mapped of a file as soon as it sees that the log has changed. Nothing is mapped here.
    ours.pointee.xUnfetch = { _, _, _ in
      usleep(UInt32.random(in: 0...4_000))
      return SQLITE_OK
    }
    methods[own] = UnsafePointer(ours)
    return UnsafePointer(ours)
  }
}
