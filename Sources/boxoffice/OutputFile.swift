internal import Files
internal import Glibc

/// Texts that are written to files: for their owner only, and never through a link.
enum OutputFile {
  enum Outcome {
    case written(path: String)
    case failed(reason: String)
  }

  /// Writes over what is there.
  static func replace(_ path: FilePath, with text: String) -> Outcome {
    do throws(OpeningFault) {
      let file = try path.openOrCreate(O_WRONLY | O_TRUNC)
      defer { close(file) }
      return write(text, to: file).map { .failed(reason: $0) } ?? .written(path: "\(path)")
    } catch {
      return .failed(reason: error.reason)
    }
  }

  /// Writes a file that is not there yet: where there is one, a number is put before the name's ending. No part of it stays
  /// when it cannot be written whole.
  /// - Parameter numbers: how many names are tried.
  static func create(_ path: FilePath, with text: String, numbers: Int = 999) -> Outcome {
    let end = path.bytes.lastIndex(of: UInt8(ascii: ".")) ?? path.bytes.endIndex
    let ending = String(decoding: path.bytes[end...], as: UTF8.self)
    for number in 1...numbers {
      let path = number == 1 ? path : FilePath(bytes: path.bytes[..<end]) + "-\(number)\(ending)"
      do throws(OpeningFault) {
        let file = try path.create()
        defer { close(file) }
        guard let reason = write(text, to: file) else { return .written(path: whole(path)) }
        unlink(path.cString)
        return .failed(reason: reason)
      } catch {
        guard error == .exists else { return .failed(reason: error.reason) }
      }
    }
    return .failed(reason: OpeningFault.exists.reason)
  }

  /// Where a file lies, from the person's own folder where it is in that.
  private static func whole(_ path: FilePath) -> String {
    let whole = path.resolved ?? path
    guard let home = Folders().home, home != "/", whole.bytes.starts(with: (home + "/").bytes) else {
      return "\(whole)"
    }
    return "~\(FilePath(bytes: whole.bytes.dropFirst(home.bytes.count)))"
  }

  /// Writes all of a text; returns why it could not.
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
