package import Files
internal import Glibc

/// Tells when another process may have changed the store's file, through a descriptor that becomes readable.
/// Linux's inotify; where it is missing the descriptor is nil and the owner looks every 200 ms instead.
package final class StoreWatcher {
  /// Readable when there is news; nil where the system cannot tell.
  package let descriptor: Int32?
  private let name: [UInt8]
  /// The watch of the log alone; nil where it is watched with the folder.
  private let log: Int32?
  /// Writes, a touch, and the file's going.
  private static let events = UInt32(IN_MODIFY | IN_ATTRIB | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO)
  /// The sign after each commit.
  private static let sign = UInt32(IN_CLOSE_NOWRITE)

  /// Watches the folder, since the log is deleted and made again; but its closing in the log itself, where there is one,
  /// since others may read other files in the folder all the time. It stays the same while somebody has the store open.
  package init(path: FilePath) {
    name = path.name.bytes
    let watcher = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    let ofLog = watcher >= 0 ? inotify_add_watch(watcher, (path + "-wal").cString, Self.sign) : -1
    log = ofLog >= 0 ? ofLog : nil
    let events = log == nil ? Self.events | Self.sign : Self.events
    if watcher >= 0, inotify_add_watch(watcher, path.folder.cString, events) >= 0 {
      descriptor = watcher
    } else {
      if watcher >= 0 { close(watcher) }
      descriptor = nil
    }
  }

  deinit { if let descriptor { close(descriptor) } }

  /// - Parameter path: as text.
  package convenience init(path: String) { self.init(path: FilePath(path)) }

  /// Takes all news. True when some of it was about the store's file or its journal.
  package func drain() -> Bool {
    guard let descriptor else { return true }
    var isOurs = false
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return isOurs }
      var offset = 0
      let header = MemoryLayout<inotify_event>.size
      while offset + header <= count {
        let watch = buffer.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: Int32.self) }
        let length = buffer.withUnsafeBytes {
          Int($0.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self))
        }
        let mask = buffer.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self) }
        // An overflow says that news was lost, which may have been ours.
        isOurs = isOurs || mask & UInt32(IN_Q_OVERFLOW) != 0 || watch == log
        isOurs = isOurs || buffer[(offset + header)..<(offset + header + length)].starts(with: name)
        offset += header + length
      }
    }
  }
}
