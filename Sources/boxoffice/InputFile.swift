internal import Booking
internal import Glibc

/// A file that is read as a whole; `-` is standard input.
struct InputFile {
  /// Why a file cannot be read.
  enum Fault: Error, Hashable {
    case missing
    case isDirectory
    case isPipe
    case tooLarge(mostBytes: Int)
    case unreadable(reason: String)

    func sentence(in language: Language) -> String {
      switch self {
      case .missing: language("파일이 없습니다.", "there is no such file.")
      case .isDirectory: language("파일이 아니라 폴더입니다.", "this is a directory, not a file.")
      case .isPipe: language("파일이 아니라 파이프입니다.", "this is a pipe, not a file.")
      case .tooLarge(let most):
        language("파일이 너무 큽니다 (최대 \(most >> 20) MiB).", "the file is too large (at most \(most >> 20) MiB).")
      case .unreadable(let reason): language("읽을 수 없습니다 (\(reason)).", "cannot be read (\(reason)).")
      }
    }
  }

  let path: String
  let mostBytes: Int
  /// Whether it may be a pipe that somebody writes into in their own time.
  var isPipeAllowed = true

  /// Everything in it. What is too large is not read to its end.
  func bytes() throws(Fault) -> [UInt8] {
    var status = stat()
    if !isPipeAllowed, stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFIFO { throw .isPipe }
    let file = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw errno == ENOENT ? .missing : Self.unreadable }
    defer { if file != STDIN_FILENO { close(file) } }
    guard fstat(file, &status) == 0 else { throw Self.unreadable }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw .isDirectory }
    guard status.st_size <= mostBytes else { throw .tooLarge(mostBytes: mostBytes) }
    var all: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Self.unreadable }
      if count == 0 { return all }
      all += piece.prefix(count)
      guard all.count <= mostBytes else { throw .tooLarge(mostBytes: mostBytes) }
    }
  }

  private static var unreadable: Fault { .unreadable(reason: String(cString: strerror(errno))) }
}
