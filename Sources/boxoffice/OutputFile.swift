internal import Glibc

/// Texts that are written to files.
enum OutputFile {
  enum Outcome {
    case written(path: String)
    case failed(reason: String)
  }

  /// Writes over what is there.
  static func replace(_ path: String, with text: String) -> Outcome {
    let file = open(path, O_TRUNC)
    guard file >= 0 else { return .failed(reason: String(cString: strerror(errno))) }
    defer { close(file) }
    return write(text, to: file).map { .failed(reason: $0) } ?? .written(path: path)
  }

  /// Writes a file that is not there yet: where there is one, a number is put before the name's ending. No part of it stays
  /// when it cannot be written whole.
  static func create(_ name: String, with text: String) -> Outcome {
    let end = name.lastIndex(of: ".") ?? name.endIndex
    for number in 1...999 {
      let path = number == 1 ? name : "\(name[..<end])-\(number)\(name[end...])"
      let file = open(path, O_EXCL)
      if file < 0, errno == EEXIST { continue }
      guard file >= 0 else { return .failed(reason: String(cString: strerror(errno))) }
      defer { close(file) }
      guard let reason = write(text, to: file) else { return .written(path: whole(path)) }
      unlink(path)
      return .failed(reason: reason)
    }
    return .failed(reason: String(cString: strerror(EEXIST)))
  }

  /// Where a file lies, from the person's own folder where it is in that.
  private static func whole(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    let whole = String(cString: real)
    guard let home = getenv("HOME").map({ String(cString: $0) }), home.hasPrefix("/"), home != "/",
      whole.hasPrefix(home + "/")
    else { return whole }
    return "~" + whole.dropFirst(home.count)
  }

  private static func open(_ path: String, _ flag: Int32) -> Int32 {
    Glibc.open(path, O_WRONLY | O_CREAT | O_CLOEXEC | flag, 0o644)
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
