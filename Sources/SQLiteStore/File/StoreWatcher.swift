internal import Glibc

/// Tells when another process may have changed the store's file, through a descriptor that becomes readable.
/// Linux's inotify; where it is missing the descriptor is nil and the owner looks every 200 ms instead.
package final class StoreWatcher {
  /// Readable when there is news; nil where the system cannot tell.
  package let descriptor: Int32?
  private let name: [UInt8]
  /// Writes, the sign after each commit, and the file's going.
  private static let events = UInt32(
    IN_MODIFY | IN_CLOSE_NOWRITE | IN_ATTRIB | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO)

  /// Watches the folder, since the journal is deleted and made again.
  package init(path: String) {
    let slash = path.lastIndex(of: "/")
    name = Array(path[(slash.map(path.index(after:)) ?? path.startIndex)...].utf8)
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let watcher = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    if watcher >= 0, inotify_add_watch(watcher, folder, Self.events) >= 0 {
      descriptor = watcher
    } else {
      if watcher >= 0 { close(watcher) }
      descriptor = nil
    }
  }

  deinit { if let descriptor { close(descriptor) } }

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
        let length = buffer.withUnsafeBytes {
          Int($0.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self))
        }
        let mask = buffer.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self) }
        // An overflow says that news was lost, which may have been ours.
        isOurs = isOurs || mask & UInt32(IN_Q_OVERFLOW) != 0
        isOurs = isOurs || buffer[(offset + header)..<(offset + header + length)].starts(with: name)
        offset += header + length
      }
    }
  }
}
