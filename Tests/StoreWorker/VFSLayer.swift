import GRDBSQLite
import Glibc

/// A layer over SQLite's own way to files, through which goes every connection that this process opens from now on.
struct VFSLayer {
  let system: UnsafeMutablePointer<sqlite3_vfs>
  /// SQLite's own methods, and those that stand for them.
  private var methods: [UnsafePointer<sqlite3_io_methods>: UnsafePointer<sqlite3_io_methods>] = [:]

  /// - Parameter change: what is other than in SQLite's own.
  init(_ name: String, change: (inout sqlite3_vfs) -> Void) {
    system = sqlite3_vfs_find(nil)
    let ours = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
    ours.initialize(to: system.pointee)
    ours.pointee.zName = UnsafePointer(strdup(name))
    ours.pointee.pNext = nil
    change(&ours.pointee)
    sqlite3_vfs_register(ours, 1)
  }

  /// The methods of a file with some of them changed.
  mutating func methods(
    over own: UnsafePointer<sqlite3_io_methods>, change: (inout sqlite3_io_methods) -> Void
  ) -> UnsafePointer<sqlite3_io_methods> {
    if let ours = methods[own] { return ours }
    let ours = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
    ours.initialize(to: own.pointee)
    change(&ours.pointee)
    methods[own] = UnsafePointer(ours)
    return UnsafePointer(ours)
  }
}
