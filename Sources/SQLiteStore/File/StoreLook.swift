internal import Files
internal import GRDB
internal import Glibc

/// Reads a store's file and changes nothing, neither in it nor beside it; what is read is one state of the store, whoever
/// opens, writes, folds and closes it meanwhile.
///
/// Beside a log SQLite's own read transaction gives one view. Without a log it would leave one behind, so the file is read
/// as it lies: whoever begins to write makes a log first, which cannot go again while this has its lock, and then the look
/// is taken again. Where a log lies and no index can be made, as on a medium that cannot be written, a private copy is read.
struct StoreLook {
  let path: FilePath
  private static let patience = Duration.seconds(5)

  private var log: FilePath { path + "-wal" }
  private var index: FilePath { path + "-shm" }

  /// - Parameter body: runs again when what it read was not one state.
  func read<Value>(_ body: (DatabaseQueue) throws -> Value) throws -> Value {
    let end = ContinuousClock.now + Self.patience
    while true {
      if let value = try attempt(body) { return value }
      guard ContinuousClock.now < end else { throw DatabaseError(resultCode: .SQLITE_BUSY) }
      usleep(UInt32.random(in: 500...5_000))
    }
  }

  /// nil when somebody came in between.
  private func attempt<Value>(_ body: (DatabaseQueue) throws -> Value) throws -> Value? {
    let lock: FileLock?
    do throws(FileLock.Refusal) {
      lock = try FileLock(path, .shared)
    } catch {
      if case .taken = error { return nil }
      lock = nil
    }
    return try withExtendedLifetime(lock) {
      guard access(log.cString, F_OK) == 0 else {
        return try unlessDisturbed { try open(isAtRest: true, body) }
      }
      do {
        return try open(isAtRest: false, body)
      } catch let error as DatabaseError where Self.needsIndex(error) {
        return try readCopy(body)
      }
    }
  }

  /// Whether SQLite found no way to an index of the log.
  private static func needsIndex(_ error: DatabaseError) -> Bool {
    error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_READONLY
  }

  private func open<Value>(isAtRest: Bool, _ body: (DatabaseQueue) throws -> Value) throws -> Value {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(2)
    return try Connections.open(path: path, isAtRest: isAtRest, configuration) { queue in
      defer { try? queue.close() }
      return try body(queue)
    }
  }

  /// What a body returns or throws; nil when the file, its log or its index is another after it than before.
  private func unlessDisturbed<Value>(_ body: () throws -> Value) throws -> Value? {
    let before = [path, log, index].map(FileStamp.init)
    let outcome = Result(catching: body)
    guard [path, log, index].map(FileStamp.init) == before else { return nil }
    return try outcome.get()
  }

  /// Reads a copy of file and log in a folder of its own, which then goes.
  private func readCopy<Value>(_ body: (DatabaseQueue) throws -> Value) throws -> Value? {
    let folder = try PrivateFolder()
    let copy = folder.path / "store"
    let isWhole: Void? = try unlessDisturbed {
      try PrivateFolder.copy(path, to: copy)
      try PrivateFolder.copy(log, to: copy + "-wal")
    }
    guard isWhole != nil else { return nil }
    return try Connections.open(path: copy, Configuration()) { queue in
      defer { try? queue.close() }
      return try body(queue)
    }
  }
}
