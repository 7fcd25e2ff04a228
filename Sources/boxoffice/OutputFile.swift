internal import Glibc

/// Texts that are written to files.
enum OutputFile {
  enum Outcome {
    case written(path: String)
    case failed(reason: String)
  }

  /// Writes over what is there.
  static func replace(_ path: String, with text: String) -> Outcome { write(text, to: path, O_TRUNC) }

  /// Writes a file that is not there yet: where there is one, a number is put before the name's ending. No part of it stays
  /// when it cannot be written whole.
  static func create(_ name: String, with text: String) -> Outcome {
    let end = name.lastIndex(of: ".") ?? name.endIndex
    for number in 1...999 {
      let path = number == 1 ? name : "\(name[..<end])-\(number)\(name[end...])"
      guard access(path, F_OK) != 0 else { continue }
      let outcome = write(text, to: path, O_EXCL)
      if case .failed = outcome { unlink(path) }
      return outcome
    }
    return .failed(reason: String(cString: strerror(EEXIST)))
  }

  private static func write(_ text: String, to path: String, _ flag: Int32) -> Outcome {
    let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | flag, 0o644)
    guard file >= 0 else { return .failed(reason: String(cString: strerror(errno))) }
    defer { close(file) }
    return write(text, to: file).map { .failed(reason: $0) } ?? .written(path: path)
  }

  /// Writes all of a text; answers why it could not.
  static func write(_ text: String, to file: Int32) -> String? {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return String(cString: strerror(errno)) }
      written += count
    }
    return nil
  }
}
