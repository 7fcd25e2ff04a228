internal import Booking
internal import Files
internal import Glibc

/// A temporary folder that only this user can enter; it goes with this value.
final class PrivateFolder {
  let path: FilePath

  init() throws {
    let parent = TemporaryFolders.first() ?? "/tmp"
    var template = (parent / "boxoffice-XXXXXX").cString
    guard mkdtemp(&template) != nil else { throw Self.failure(of: parent) }
    path = FilePath(cString: template)
  }

  deinit {
    if let directory = opendir(path.cString) {
      while let entry = readdir(directory) {
        withUnsafePointer(to: &entry.pointee.d_name) { name in
          _ = name.withMemoryRebound(to: CChar.self, capacity: 256) { unlinkat(dirfd(directory), $0, 0) }
        }
      }
      closedir(directory)
    }
    rmdir(path.cString)
  }

  /// Copies a file into a new one.
  static func copy(_ source: FilePath, to target: FilePath) throws {
    let from: Int32
    do throws(OpeningFault) { from = try source.open(O_RDONLY) } catch { throw failure(of: source, error) }
    defer { close(from) }
    let to: Int32
    do throws(OpeningFault) { to = try target.create() } catch { throw failure(of: target, error) }
    defer { close(to) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(from, &buffer, buffer.count)
      guard count >= 0 else { throw failure(of: source) }
      if count == 0 { return }
      var written = 0
      while written < count {
        let more = buffer[written..<count].withUnsafeBytes { write(to, $0.baseAddress, $0.count) }
        guard more > 0 else { throw failure(of: target) }
        written += more
      }
    }
  }

  private static func failure(of path: FilePath, _ fault: OpeningFault = .system(errno)) -> BookingError {
    .storage(fault == .system(ENOSPC) ? .full : .other("\(path): \(fault.reason)"))
  }
}
