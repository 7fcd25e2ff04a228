internal import Glibc

/// Why a file was not opened.
package enum OpeningFault: Error, Hashable, Sendable {
  case missing, exists
  case directory, pipe, device, link
  /// By the system's number.
  case system(Int32)

  init(_ number: Int32) {
    self =
      switch number {
      case ENOENT: .missing
      case EEXIST: .exists
      case EISDIR: .directory
      // A pipe that nobody reads, or a socket.
      case ENXIO: .pipe
      case ELOOP: .link
      default: .system(number)
      }
  }

  /// As the system words it.
  package var reason: String {
    let number: Int32 =
      switch self {
      case .missing: ENOENT
      case .exists: EEXIST
      case .directory: EISDIR
      case .pipe: ENXIO
      case .device: ENODEV
      case .link: ELOOP
      case .system(let number): number
      }
    return String(cString: strerror(number))
  }
}

/// The ways in which the program opens files by name. None of them waits for somebody at the other end of a pipe.
extension FilePath {
  /// Opens a plain file that is there, and nothing else.
  /// - Parameter flags: those of `open`; with `O_NOFOLLOW` a link is refused.
  package func open(_ flags: Int32) throws(OpeningFault) -> Int32 {
    let file = Glibc.open(cString, flags | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard file >= 0 else { throw OpeningFault(errno) }
    var status = stat()
    let fault: OpeningFault? =
      if fstat(file, &status) != 0 { OpeningFault(errno) } else { OpeningFault(kind: status.st_mode & S_IFMT) }
    guard let fault else { return file }
    close(file)
    throw fault
  }

  /// Makes a file that is not there yet, for its owner only, whatever the mask of the shell. A link is not followed.
  package func create(_ flags: Int32 = O_WRONLY) throws(OpeningFault) -> Int32 {
    let file = Glibc.open(cString, flags | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw OpeningFault(errno) }
    fchmod(file, 0o600)
    return file
  }

  /// Opens a plain file that the program writes to, made when it is missing. A link is not followed.
  package func openOrCreate(_ flags: Int32) throws(OpeningFault) -> Int32 {
    do throws(OpeningFault) { return try create(flags) } catch {
      guard error == .exists else { throw error }
    }
    return try open(flags | O_NOFOLLOW)
  }
}

extension OpeningFault {
  /// nil for a plain file.
  fileprivate init?(kind: mode_t) {
    switch kind {
    case S_IFREG: return nil
    case S_IFDIR: self = .directory
    case S_IFIFO, S_IFSOCK: self = .pipe
    default: self = .device
    }
  }
}
