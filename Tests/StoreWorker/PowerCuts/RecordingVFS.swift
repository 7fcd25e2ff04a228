import GRDBSQLite
import Glibc

/// SQLite's way to files, with a `Disk` beside it for each recorded folder, which learns of every change in it. The
/// machine's own disk is never waited for: those beside it are the ones that count.
enum RecordingVFS {
  nonisolated(unsafe) private static var disks: [String: Disk] = [:]
  nonisolated(unsafe) private static var layer: VFSLayer!
  nonisolated(unsafe) private static var open: [UnsafeMutablePointer<sqlite3_file>: OpenFile] = [:]

  private struct OpenFile {
    /// nil outside the folders.
    let place: Place?
    let system: UnsafePointer<sqlite3_io_methods>
  }

  private struct Place {
    let disk: Disk
    let name: String
  }

  /// From now on the changes of a folder's files are told to a disk; to none where there is none.
  static func record(_ folder: String, on disk: Disk?) {
    disks[folder] = disk
    guard layer == nil else { return }
    layer = VFSLayer("recording") { ours in
      ours.xOpen = { _, path, file, flags, outFlags in RecordingVFS.opened(path, file, flags, outFlags) }
      ours.xDelete = { _, path, isSynchronized in
        if let place = RecordingVFS.place(path) {
          place.disk.delete(place.name, isSynchronized: isSynchronized != 0)
        }
        return RecordingVFS.layer.system.pointee.xDelete(RecordingVFS.layer.system, path, isSynchronized)
      }
    }
  }

  private static func place(_ path: UnsafePointer<CChar>?) -> Place? {
    guard let path = path.map({ String(cString: $0) }), let slash = path.lastIndex(of: "/"),
      let disk = disks[String(path[..<slash])]
    else { return nil }
    return Place(disk: disk, name: String(path[path.index(after: slash)...]))
  }

  private static func opened(
    _ path: UnsafePointer<CChar>?, _ file: UnsafeMutablePointer<sqlite3_file>?, _ flags: CInt,
    _ outFlags: UnsafeMutablePointer<CInt>?
  ) -> CInt {
    let place = place(path)
    let before = place == nil ? nil : contents(path)
    let code = layer.system.pointee.xOpen(layer.system, path, file, flags, outFlags)
    guard code == SQLITE_OK, let file, let own = file.pointee.pMethods else { return code }
    place?.disk.open(place?.name ?? "", holding: before)
    open[file] = OpenFile(place: place, system: own)
    file.pointee.pMethods = layer.methods(over: own, change: record)
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

  /// Has the methods that change a file tell of it first.
  private static func record(_ methods: inout sqlite3_io_methods) {
    methods.xWrite = { file, bytes, count, offset in
      let open = RecordingVFS.open[file!]!
      if let place = open.place {
        let written = [UInt8](UnsafeRawBufferPointer(start: bytes, count: Int(count)))
        place.disk.write(written, at: Int(offset), in: place.name)
      }
      return open.system.pointee.xWrite(file, bytes, count, offset)
    }
    methods.xTruncate = { file, length in
      let open = RecordingVFS.open[file!]!
      if let place = open.place { place.disk.truncate(place.name, to: Int(length)) }
      return open.system.pointee.xTruncate(file, length)
    }
    methods.xSync = { file, _ in
      if let place = RecordingVFS.open[file!]!.place { place.disk.synchronize(place.name) }
      return SQLITE_OK
    }
    methods.xClose = { file in
      let open = RecordingVFS.open.removeValue(forKey: file!)!
      return open.system.pointee.xClose(file)
    }
  }
}
