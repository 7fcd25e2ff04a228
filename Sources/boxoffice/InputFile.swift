internal import Booking
internal import Files
internal import Glibc
internal import Wording

/// A file that is read as a whole: UTF-8 text, without the byte order mark that some programs begin it with. `-` is standard
/// input.
struct InputFile {
  /// Why a file cannot be read.
  enum Fault: Error, Hashable {
    case missing
    case isDirectory
    case isPipe
    case isDevice
    case isUTF16
    case tooLarge(mostBytes: Int)
    case unreadable(reason: String)

    func sentence(in language: Language) -> String {
      switch self {
      case .missing: language("파일이 없습니다.", "there is no such file.")
      case .isDirectory: language("파일이 아니라 폴더입니다.", "this is a directory, not a file.")
      case .isPipe: language("파일이 아니라 파이프입니다.", "this is a pipe, not a file.")
      case .isDevice: language("파일이 아니라 장치입니다.", "this is a device, not a file.")
      case .isUTF16:
        language("UTF-16 글입니다. 파일을 UTF-8로 저장해 주세요.", "this is UTF-16 text; save the file as UTF-8.")
      case .tooLarge(let most):
        language("파일이 너무 큽니다 (최대 \(most >> 20) MiB).", "the file is too large (at most \(most >> 20) MiB).")
      case .unreadable(let reason): language("읽을 수 없습니다 (\(reason)).", "cannot be read (\(reason)).")
      }
    }
  }

  let path: FilePath
  let mostBytes: Int
  /// Whether it may be a pipe or a terminal, into which somebody writes in their own time.
  var isPipeAllowed = true

  /// Everything in it. What is too large is not read to its end.
  func bytes() throws(Fault) -> [UInt8] {
    let file = try descriptor()
    defer { if file != STDIN_FILENO { close(file) } }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw Self.unreadable }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw .isDirectory }
    guard status.st_size <= mostBytes else { throw .tooLarge(mostBytes: mostBytes) }
    var all: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Self.unreadable }
      if count == 0 { return try Self.withoutMark(all) }
      all += piece.prefix(count)
      guard all.count <= mostBytes else { throw .tooLarge(mostBytes: mostBytes) }
    }
  }

  private func descriptor() throws(Fault) -> Int32 {
    if path == "-" { return STDIN_FILENO }
    if isPipeAllowed, isPipe {
      let file = open(path.cString, O_RDONLY | O_CLOEXEC | O_NOCTTY)
      guard file >= 0 else { throw Self.unreadable }
      return file
    }
    do throws(OpeningFault) { return try path.open(O_RDONLY) } catch {
      switch error {
      case .missing: throw .missing
      case .directory: throw .isDirectory
      case .pipe: throw .isPipe
      case .device: throw .isDevice
      default: throw .unreadable(reason: error.reason)
      }
    }
  }

  /// Whether somebody may write into it as it is read: a pipe, or a terminal or the like.
  private var isPipe: Bool {
    var status = stat()
    return stat(path.cString, &status) == 0 && [S_IFIFO, S_IFCHR].contains(status.st_mode & S_IFMT)
  }

  private static func withoutMark(_ bytes: [UInt8]) throws(Fault) -> [UInt8] {
    guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else { throw .isUTF16 }
    return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }

  private static var unreadable: Fault { .unreadable(reason: String(cString: strerror(errno))) }
}
