import GRDBSQLite
import Glibc

/// SQLite's way to files, with a `Disk` beside it that learns of every change in one folder. Every connection that this
/// process opens goes through it. The machine's own disk is never waited for: the one beside it is the one that counts.
enum RecordingVFS {
  nonisolated(unsafe) private static var folder = ""
  nonisolated(unsafe) private static var disk: Disk?
  nonisolated(unsafe) private static var system: UnsafeMutablePointer<sqlite3_vfs>!
  /// SQLite's own methods, and ours that stand for them.
  nonisolated(unsafe) private static var methods:
    [UnsafePointer<sqlite3_io_methods>: UnsafePointer<sqlite3_io_methods>] =
      [:]
  nonisolated(unsafe) private static var open: [UnsafeMutablePointer<sqlite3_file>: OpenFile] = [:]

  private struct OpenFile {
    /// nil outside the folder.
    let name: String?
    let system: UnsafePointer<sqlite3_io_methods>
  }

  /// From now on the changes of a folder's files are told to a disk.
  static func record(_ folder: String, on disk: Disk) {
    (self.folder, self.disk) = (folder + "/", disk)
    guard system == nil else { return }
    system = sqlite3_vfs_find(nil)
    let ours = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
    ours.initialize(to: system.pointee)
    ours.pointee.zName = UnsafePointer(strdup("recording"))
    ours.pointee.pNext = nil
    ours.pointee.xOpen = { _, path, file, flags, outFlags in
      RecordingVFS.opened(path, file, flags, outFlags)
    }
    ours.pointee.xDelete = { _, path, isSynchronized in
      if let name = RecordingVFS.name(path) { RecordingVFS.disk?.delete(name, isSynchronized: isSynchronized != 0) }
      return RecordingVFS.system.pointee.xDelete(RecordingVFS.system, path, isSynchronized)
    }
    sqlite3_vfs_register(ours, 1)
  }

  private static func name(_ path: UnsafePointer<CChar>?) -> String? {
    guard let path = path.map({ String(cString: $0) }), path.hasPrefix(folder) else { return nil }
    return String(path.dropFirst(folder.count))
  }

  private static func opened(
    _ path: UnsafePointer<CChar>?, _ file: UnsafeMutablePointer<sqlite3_file>?, _ flags: CInt,
    _ outFlags: UnsafeMutablePointer<CInt>?
  ) -> CInt {
    let name = name(path)
    if let name { disk?.open(name, holding: contents(path)) }
    let code = system.pointee.xOpen(system, path, file, flags, outFlags)
    guard code == SQLITE_OK, let file, let own = file.pointee.pMethods else { return code }
    open[file] = OpenFile(name: name, system: own)
    file.pointee.pMethods = recording(own)
    return code
  }

  private static func contents(_ path: UnsafePointer<CChar>?) -> [UInt8]? {
    guard let path, let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    var bytes = [UInt8](repeating: 0, count: ftell(file))
    rewind(file)
    _ = fread(&bytes, 1, bytes.count, file)
    return bytes
  }

  /// The same methods, but that those which change a file tell of it first.
  private static func recording(_ own: UnsafePointer<sqlite3_io_methods>) -> UnsafePointer<sqlite3_io_methods> {
    if let ours = methods[own] { return ours }
    let ours = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
    ours.initialize(to: own.pointee)
    ours.pointee.xWrite = { file, bytes, count, offset in
      let open = RecordingVFS.open[file!]!
      if let name = open.name {
        let written = [UInt8](UnsafeRawBufferPointer(start: bytes, count: Int(count)))
        RecordingVFS.disk?.write(written, at: Int(offset), in: name)
      }
      return open.system.pointee.xWrite(file, bytes, count, offset)
    }
    ours.pointee.xTruncate = { file, length in
      let open = RecordingVFS.open[file!]!
      if let name = open.name { RecordingVFS.disk?.truncate(name, to: Int(length)) }
      return open.system.pointee.xTruncate(file, length)
    }
    ours.pointee.xSync = { file, _ in
      if let name = RecordingVFS.open[file!]!.name { RecordingVFS.disk?.synchronize(name) }
      return SQLITE_OK
    }
    ours.pointee.xClose = { file in
      let open = RecordingVFS.open.removeValue(forKey: file!)!
      return open.system.pointee.xClose(file)
    }
    methods[own] = UnsafePointer(ours)
    return UnsafePointer(ours)
  }
}
