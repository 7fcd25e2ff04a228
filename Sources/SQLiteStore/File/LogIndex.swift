internal import GRDBSQLite

/// What the index of a log, which all connections share, tells of it: SQLite's WalIndexHdr and WalCkptInfo.
struct LogIndex: Equatable {
  /// How far the log is copied into the file. It changes with every copying, and with every new beginning of the log.
  struct Copying: Equatable {
    /// Of this beginning of the log, as they stand in it.
    let salts: UInt64
    private let done: UInt32
    private let tried: UInt32

    /// Whether all frames to the last one are in the file.
    func reaches(_ frame: Int64) -> Bool { frame > 0 && Int64(done) == frame }

    /// Whether nobody copies; whoever was killed at it counts as copying still.
    var isAtRest: Bool { tried <= done }

    fileprivate init(salts: UInt64, done: UInt32, tried: UInt32) {
      (self.salts, self.done, self.tried) = (salts, done, tried)
    }
  }

  /// The end of what is committed; 0 while the log begins anew.
  let lastFrame: Int64
  /// The sum over all frames to the last, as it stands there.
  let checksum: UInt64
  let copying: Copying
  private let pageSize: Int64

  /// Where a frame begins in the log.
  func offset(ofFrame frame: Int64) -> Int64 { 32 + (frame - 1) * (pageSize + 24) }

  /// nil where there is no index, or somebody is writing it.
  init?(of file: UnsafeMutablePointer<sqlite3_file>) {
    guard let methods = file.pointee.pMethods?.pointee, methods.iVersion >= 2, let map = methods.xShmMap else {
      return nil
    }
    var region: UnsafeMutableRawPointer?
    guard map(file, 0, 32_768, 0, &region) == SQLITE_OK, let region else { return nil }
    let bytes = UnsafeRawBufferPointer(start: region, count: 136)
    func number(_ offset: Int) -> UInt32 { bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self) }
    let header = Array(bytes[..<48])
    let salts = bytes.loadUnaligned(fromByteOffset: 32, as: UInt64.self)
    let size = Int64(bytes.loadUnaligned(fromByteOffset: 14, as: UInt16.self))
    lastFrame = Int64(number(16))
    checksum = UInt64(number(24).bigEndian) | UInt64(number(28).bigEndian) << 32
    pageSize = size & 0xFE00 + (size & 1) << 16
    copying = Copying(salts: salts, done: number(96), tried: number(128))
    // It is written twice, one after the other; the thirteenth byte says that it is filled.
    guard header[12] == 1, header == Array(bytes[48..<96]), header == Array(bytes[..<48]) else { return nil }
  }
}
