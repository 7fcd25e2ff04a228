internal import Files
internal import GRDB
internal import GRDBSQLite

/// Whether a store's file and its log still hold what SQLite's connections wrote. Who copies a backup over the open file,
/// or cuts or exchanges its log, changes them under everybody's hands, and SQLite itself notices neither.
///
/// Never falsely. The salts and the last frame of the log must be those that its shared index tells. The file changes by
/// copying from the log alone, which the index tells too: where it looks written otherwise, the pages that change with
/// nearly every commit are compared, since a mere touch is harmless.
final class StoreContents {
  enum Moment {
    /// With the write lock, before anything is done.
    case locked
    /// After a commit that followed a look with the lock.
    case committed
    /// Whenever somebody may have written.
    case free
    /// Before something is only read: the log is passed over.
    case reading
  }

  private struct File {
    let stamp: FileStamp
    let copying: LogIndex.Copying
    let bytes: [UInt8]
  }

  /// SQLITE_IOERR_SHORT_READ, which Swift cannot import.
  private static let shortRead = SQLITE_IOERR | 2 << 8

  private let database: OpaquePointer
  private let path: FilePath
  private let pageSize: Int64
  /// The first pages of the file and of each table.
  private let pages: [Int64]
  private var known: File?
  /// The log as it was with the lock.
  private var before: LogIndex?
  /// Whether it was seen that somebody else wrote; for good.
  private(set) var isForeign = false

  /// nil for a file without a log.
  /// - Parameter queue: must not be closed for as long as this value is asked.
  init?(_ queue: DatabaseQueue, path: FilePath) throws {
    self.path = path
    let found = try queue.inDatabase { db -> (OpaquePointer, Int64, [Int64])? in
      guard try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal" else { return nil }
      let pages = try Int64.fetchAll(
        db, sql: "SELECT rootpage FROM sqlite_master WHERE type = 'table' AND rootpage > 0 ORDER BY rootpage")
      return (try db.openedConnection, try Int64.fetchOne(db, sql: "PRAGMA page_size") ?? 4096, [1] + pages)
    }
    guard let found else { return nil }
    (database, pageSize, pages) = found
    _ = look(.free, FileStamp(path))
  }

  /// False when somebody else wrote, and from then on. Reads twice from the log, once after a commit.
  /// - Parameter stamp: how the file looks now, or did a moment ago.
  func look(_ moment: Moment, _ stamp: FileStamp?) -> Bool {
    guard !isForeign, let file = handle(SQLITE_FCNTL_FILE_POINTER), let index = LogIndex(of: file) else {
      return !isForeign
    }
    if !isFileOwn(file, stamp, index) {
      isForeign = true
      // What stands in it belongs to the file that was there before.
      if isLogOwn(file, index) { StorePlace.putAside(logOf: path) }
      return false
    }
    switch moment {
    case .locked:
      before = index
      isForeign = !isLogOwn(file, index)
    case .committed: isForeign = !isBeforeStill(file, index)
    case .free: isForeign = !isLogOwn(file, index)
    case .reading: break
    }
    return !isForeign
  }

  /// Whether the file was written by copying from the log, or not at all. Where that cannot be said now, it is later.
  private func isFileOwn(
    _ file: UnsafeMutablePointer<sqlite3_file>, _ stamp: FileStamp?, _ index: LogIndex
  ) -> Bool {
    guard let stamp else { return true }
    if let known, known.stamp == stamp, known.copying == index.copying { return true }
    // Everything between two looks at the index that agree: then nobody copied meanwhile.
    guard index.copying.isAtRest, let first = LogIndex(of: file), first.copying == index.copying,
      let stamp = FileStamp(path), let bytes = readPages(file), FileStamp(path) == stamp,
      LogIndex(of: file)?.copying == index.copying
    else { return true }
    if let known, known.copying == index.copying, known.bytes != bytes { return false }
    if !hasLastPage(file, index) { return false }
    known = File(stamp: stamp, copying: index.copying, bytes: bytes)
    return true
  }

  /// Whether the page of the log's last frame stands in the file as it was copied there: a file that was written over right
  /// after that looks as if the copying had changed it. Where not all is copied nothing can be said.
  private func hasLastPage(_ file: UnsafeMutablePointer<sqlite3_file>, _ index: LogIndex) -> Bool {
    guard index.copying.reaches(index.lastFrame), let log = handle(SQLITE_FCNTL_JOURNAL_POINTER), hasSalts(log, index),
      let frame = read(log, 24 + Int(pageSize), at: index.offset(ofFrame: index.lastFrame)),
      frame.number(at: 8) == index.copying.salts
    else { return true }
    let page = frame[..<4].reduce(0) { $0 << 8 | Int64($1) }
    guard page > 0, let copied = read(file, Int(pageSize), at: (page - 1) * pageSize) else { return true }
    // In between others may have gone on.
    return copied == Array(frame[24...]) || LogIndex(of: file) != index
  }

  private func readPages(_ file: UnsafeMutablePointer<sqlite3_file>) -> [UInt8]? {
    var all: [UInt8] = []
    all.reserveCapacity(pages.count * Int(pageSize))
    for page in pages {
      guard let bytes = read(file, Int(pageSize), at: (page - 1) * pageSize) else { return nil }
      all += bytes
    }
    return all
  }

  /// Whether the log has the salts and the last frame that its index tells.
  private func isLogOwn(_ file: UnsafeMutablePointer<sqlite3_file>, _ index: LogIndex) -> Bool {
    guard index.lastFrame > 0, let log = handle(SQLITE_FCNTL_JOURNAL_POINTER) else { return true }
    let isOwn = hasSalts(log, index) && hasFrame(log, index)
    // Without the lock others may have gone on in between.
    return isOwn || LogIndex(of: file) != index
  }

  /// Whether what was there with the lock is there after the commit, unless the log has begun anew.
  private func isBeforeStill(_ file: UnsafeMutablePointer<sqlite3_file>, _ index: LogIndex) -> Bool {
    guard let log = handle(SQLITE_FCNTL_JOURNAL_POINTER) else { return true }
    if let before, before.lastFrame > 0, before.copying.salts == index.copying.salts {
      return hasFrame(log, before) || LogIndex(of: file).map { $0.copying.salts != index.copying.salts } ?? true
    }
    guard index.lastFrame > 0 else { return true }
    return hasSalts(log, index) || LogIndex(of: file).map { $0.copying.salts != index.copying.salts } ?? true
  }

  private func hasSalts(_ log: UnsafeMutablePointer<sqlite3_file>, _ index: LogIndex) -> Bool {
    read(log, 8, at: 16).map { $0.number(at: 0) == index.copying.salts } ?? true
  }

  private func hasFrame(_ log: UnsafeMutablePointer<sqlite3_file>, _ index: LogIndex) -> Bool {
    guard let frame = read(log, 24, at: index.offset(ofFrame: index.lastFrame)) else { return true }
    return frame.number(at: 8) == index.copying.salts && frame.number(at: 16) == index.checksum
  }

  private func handle(_ operation: Int32) -> UnsafeMutablePointer<sqlite3_file>? {
    var file: UnsafeMutablePointer<sqlite3_file>?
    guard sqlite3_file_control(database, "main", operation, &file) == SQLITE_OK, file?.pointee.pMethods != nil else {
      return nil
    }
    return file
  }

  /// Bytes as SQLite itself reads them, with zeros behind the end; nil where they cannot be read. A handle of our own would
  /// end the locks of this process when it is closed.
  private func read(_ file: UnsafeMutablePointer<sqlite3_file>, _ count: Int, at offset: Int64) -> [UInt8]? {
    guard let read = file.pointee.pMethods.pointee.xRead else { return nil }
    var bytes = [UInt8](repeating: 0, count: count)
    let code = read(file, &bytes, Int32(count), offset)
    return code == SQLITE_OK || code == Self.shortRead ? bytes : nil
  }
}

extension [UInt8] {
  /// Eight bytes as they lie.
  fileprivate func number(at offset: Int) -> UInt64 {
    withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
  }
}
