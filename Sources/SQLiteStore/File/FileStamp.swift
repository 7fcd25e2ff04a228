internal import CFileIdentity
internal import Files

/// How a file looks from outside: which one it is, how long, and when it was last written.
///
/// Not for a log that somebody writes: to ask when it was written makes its next write wait.
struct FileStamp: Equatable {
  let identity: FileIdentity
  private let size: UInt64
  /// Nanoseconds since 1970.
  private let written: Int64

  /// nil where there is no file.
  init?(_ path: FilePath) {
    var stamp = file_stamp()
    guard file_stamp_of(path.cString, &stamp) else { return nil }
    identity = FileIdentity(device: stamp.device, number: stamp.number)
    (size, written) = (stamp.size, stamp.written)
  }
}

/// Tells files apart, whatever their names.
struct FileIdentity: Equatable {
  private let device: UInt64
  private let number: UInt64

  init(device: UInt64, number: UInt64) { (self.device, self.number) = (device, number) }

  /// nil where there is no file.
  init?(_ path: FilePath) {
    var (device, number): (UInt64, UInt64) = (0, 0)
    guard file_identity(path.cString, &device, &number) else { return nil }
    (self.device, self.number) = (device, number)
  }
}
