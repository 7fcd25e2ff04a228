internal import Booking
internal import Glibc

/// A folder below TMPDIR that only this user can enter; it goes with this value.
final class PrivateFolder {
  let path: String

  init() throws {
    let parent = getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    var template = Array("\(parent)/boxoffice-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Self.failure(of: parent) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    if let directory = opendir(path) {
      while let entry = readdir(directory) {
        withUnsafePointer(to: &entry.pointee.d_name) { name in
          _ = name.withMemoryRebound(to: CChar.self, capacity: 256) { unlinkat(dirfd(directory), $0, 0) }
        }
      }
      closedir(directory)
    }
    rmdir(path)
  }

  /// Copies a file into a new one.
  static func copy(_ source: String, to target: String) throws {
    let from = open(source, O_RDONLY | O_CLOEXEC)
    guard from >= 0 else { throw failure(of: source) }
    defer { close(from) }
    let to = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard to >= 0 else { throw failure(of: target) }
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

  private static func failure(of path: String) -> BookingError {
    .storage(errno == ENOSPC ? .full : .other("\(path): \(String(cString: strerror(errno)))"))
  }
}
