import GRDBSQLite
import Glibc

/// SQLite's way to files, with a nap at the instant at which a copier of the log has read how long the log is and has not
/// yet looked at how much of it is copied: what a busy machine does once in a million times, done nearly every time.
enum NappingVFS {
  nonisolated(unsafe) private static var layer: VFSLayer!

  static func use() {
    layer = VFSLayer("napping") { ours in
      ours.xOpen = { _, path, file, flags, outFlags in
        let code = NappingVFS.layer.system.pointee.xOpen(NappingVFS.layer.system, path, file, flags, outFlags)
        if code == SQLITE_OK, let file, let own = file.pointee.pMethods {
          file.pointee.pMethods = NappingVFS.layer.methods(over: own) { methods in
            // SQLite forgets what it has mapped of a file as soon as it sees that the log has changed. Nothing is mapped.
            methods.xUnfetch = { _, _, _ in
              usleep(UInt32.random(in: 0...4_000))
              return SQLITE_OK
            }
          }
        }
        return code
      }
    }
  }
}
