internal import Glibc

/// A text that is written to a file whole, or not at all as far as the system tells.
enum OutputFile {
  enum Outcome {
    case written(path: String)
    case failed(reason: String)
  }

  /// Writes over what is there.
  static func replace(_ path: String, with text: String) -> Outcome { write(text, to: path, O_TRUNC) }

  /// Writes a file that is not there yet: where there is one, a number is put before the name's ending.
  static func create(_ name: String, with text: String) -> Outcome {
    let end = name.lastIndex(of: ".") ?? name.endIndex
    for number in 1...999 {
      let path = number == 1 ? name : "\(name[..<end])-\(number)\(name[end...])"
      guard access(path, F_OK) != 0 else { continue }
      return write(text, to: path, O_EXCL)
    }
    return .failed(reason: String(cString: strerror(EEXIST)))
  }

  private static func write(_ text: String, to path: String, _ flag: Int32) -> Outcome {
    let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | flag, 0o644)
    guard file >= 0 else { return .failed(reason: String(cString: strerror(errno))) }
    defer { close(file) }
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return .failed(reason: String(cString: strerror(errno))) }
      written += count
    }
    return .written(path: path)
  }
}
