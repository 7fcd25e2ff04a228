package import Booking
package import Files
internal import GRDB
internal import Glibc

/// The house's records in one SQLite database: a file that several processes share, or memory.
///
/// A file is in WAL mode with `synchronous=FULL`: what was answered survives a power cut. Automatic checkpoints are
/// off, because one inside a commit can make a key press wait; see `checkpoint(whenIdle:)`.
package final class DatabaseStore: Store {
  let queue: DatabaseQueue
  private let path: FilePath?
  /// Whether it is a copy that was made to look at.
  private let isReadOnly: Bool
  /// Where its file lies; nil in memory, and once it is closed.
  private var place: StorePlace?
  /// What was written into the file; nil where there is no log to know it by, and once it is closed.
  private var fileContents: StoreContents?
  /// A second connection for checkpoints, made when first needed.
  private var checkpointQueue: DatabaseQueue?
  private var commitsSinceCheckpoint = 0
  private var lastDataVersion: Int64?
  private let connection: Connection
  private let memory = RowCache()
  private var presence: StorePresence?
  /// The transaction that a batch has open.
  private var batch: Transaction?

  /// nil in memory.
  package var filePath: FilePath? { path }

  init(_ queue: DatabaseQueue, path: FilePath?, isReadOnly: Bool = false) throws {
    self.queue = queue
    self.isReadOnly = isReadOnly
    connection = Connection(try queue.inDatabase { try $0.openedConnection })
    self.path = path
    place = path.map { StorePlace(path: $0) }
    fileContents = try path.flatMap { try StoreContents(queue, path: $0) }
  }

  deinit { close() }

  package func read<Answer>(
    _ body: (any StoreReader) throws(BookingError) -> Answer
  ) throws(BookingError) -> Answer {
    try look { tx throws(BookingError) in try body(tx) }
  }

  /// Looks at everything in one view.
  package func audit<Answer>(
    _ body: (any StoreAuditor) throws(BookingError) -> Answer
  ) throws(BookingError) -> Answer {
    try look { tx throws(BookingError) in try body(tx) }
  }

  /// The same records in memory.
  package func copy() throws(BookingError) -> DatabaseStore {
    try requireOwn(.free)
    return try storing {
      try Connections.inMemory { copy in
        try queue.backup(to: copy)
        return try DatabaseStore(copy, path: nil)
      }
    }
  }

  /// One consistent view. GRDB's own `read` switches `query_only` on and off, and each switch makes SQLite compile
  /// every prepared statement anew; the bodies here can only look by their types.
  private func look<Answer>(_ body: (Transaction) throws(BookingError) -> Answer) throws(BookingError) -> Answer {
    if let batch { return try body(batch) }
    if let place {
      try requireFileContents(.reading)
      if !place.lookAtFile() { throw .storage(.gone) }
      try requireFileContents(.reading)
    }
    return try storing {
      try connection.run("BEGIN DEFERRED")
      defer { if connection.isInsideTransaction { try? connection.run("ROLLBACK") } }
      try memory.begin(connection)
      let answer = try body(Transaction(connection: connection, memory: memory))
      memory.noteCommitted()
      return answer
    }
  }

  package func write<Answer>(
    _ body: (any StoreWriter) throws(BookingError) -> Answer
  ) throws(BookingError) -> Answer {
    if let batch { return try batch.savepoint { () throws(BookingError) in try body(batch) } }
    return try commit { tx throws(BookingError) in try body(tx) }
  }

  /// Runs a body whose reads and writes are one transaction, committed when it returns and undone when it throws: for
  /// what makes so many small changes that each commit would cost more than the change.
  /// Within another it is a part of that one.
  package func batch<Answer>(_ body: () throws(BookingError) -> Answer) throws(BookingError) -> Answer {
    if let batch { return try batch.savepoint(body) }
    return try commit { tx throws(BookingError) in
      batch = tx
      defer { batch = nil }
      return try body()
    }
  }

  private func commit<Answer>(
    _ body: (Transaction) throws(BookingError) -> Answer
  ) throws(BookingError) -> Answer {
    guard !isReadOnly else { throw .storage(.readOnly) }
    let (answer, changed) = try storing {
      let before = connection.totalChanges
      try connection.run("BEGIN IMMEDIATE")
      do {
        try requireOwn(.locked)
        try memory.begin(connection)
        let answer = try body(Transaction(connection: connection, memory: memory))
        try finish()
        memory.noteCommitted()
        return (answer, connection.totalChanges != before)
      } catch {
        if connection.totalChanges != before { memory.forget() }
        if connection.isInsideTransaction { try connection.run("ROLLBACK") }
        throw error
      }
    }
    guard changed else { return answer }
    // What went into a file that has gone or was written over meanwhile may be lost, and nobody may be told otherwise.
    do throws(BookingError) { try requireOwn(.committed) } catch {
      if case .storage(let fault) = error { throw .storage(fault.withUnknownOutcome) }
      throw error
    }
    announce()
    return answer
  }

  private func finish() throws {
    do { try connection.run("COMMIT") } catch let error as DatabaseError {
      throw BookingError.storage(StorageFault(ofCommit: error))
    }
  }

  /// Throws `storage(gone)` when the file was deleted, moved away or replaced while it was open, and from then on;
  /// `storage(overwritten)` when it or its log was written by something else than SQLite.
  private func requireOwn(_ moment: StoreContents.Moment) throws(BookingError) {
    guard let place else { return }
    if fileContents?.isForeign ?? false { throw .storage(.overwritten) }
    guard place.look() else { throw .storage(.gone) }
    try requireFileContents(moment)
  }

  private func requireFileContents(_ moment: StoreContents.Moment) throws(BookingError) {
    if let fileContents, !fileContents.look(moment, place?.stamp) { throw .storage(.overwritten) }
  }

  /// Tells the other processes: a commit becomes visible only after its last write, so the log is opened and closed once
  /// more, for their watchers to see. To touch a time stamp would be the same to them, but it changes the disk too: where
  /// its block also says how large the log is, the next commit would wait for that block as well.
  private func announce() {
    commitsSinceCheckpoint += 1
    guard let path else { return }
    let log = Glibc.open((path + "-wal").cString, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    if log >= 0 { Glibc.close(log) } else { utimensat(AT_FDCWD, path.cString, nil, 0) }
  }

  /// Lets other processes know that this one uses the store until it closes it. Returns who else does.
  package func registerPresence() -> ClockAnchoring.Company {
    guard let path else { return .unknown }
    let presence = StorePresence(path: path)
    self.presence = presence
    return presence.company
  }

  /// Whether another process has committed since this was last asked.
  package func hasForeignChange() throws(BookingError) -> Bool {
    try requireOwn(.free)
    let version = try storing { try connection.dataVersion() }
    defer { lastDataVersion = version }
    return version != lastDataVersion
  }

  /// Closes the last connection of this process; nothing may be asked afterwards.
  package func close() {
    // Only once: whatever lies there later is not this one's.
    try? requireOwn(.free)
    place?.leave()
    place = nil
    // The last connection copies its log into the file, which must not happen to one that another has written over.
    let keeper = fileContents?.isForeign ?? false ? path.flatMap { try? FileLock($0, .shared) } : nil
    fileContents = nil
    try? checkpointQueue?.close()
    connection.leave()
    try? queue.close()
    withExtendedLifetime(keeper) {}
    // Last, since closing a handle of the file takes SQLite's locks on it with it.
    presence = nil
  }
}

extension DatabaseStore {
  /// What a commit waits for before it is answered: the disk, or nothing, so that a power cut may take the last ones.
  package enum Durability: String { case full, normal }

  /// Has commits wait for something else from now on. Houses keep to `full`; the benchmark shows what that costs.
  package func setDurability(_ durability: Durability) throws(BookingError) {
    try storing { try queue.inDatabase { try $0.execute(sql: "PRAGMA synchronous = \(durability.rawValue)") } }
  }
}

extension DatabaseStore {
  /// Commits that make a checkpoint worth its while when there is time, and when there is none.
  private static let idleThreshold = 100
  private static let busyThreshold = 500

  /// Whether `checkpoint` has something to do.
  package func wantsCheckpoint(whenIdle isIdle: Bool) -> Bool {
    path != nil && commitsSinceCheckpoint >= (isIdle ? Self.idleThreshold : Self.busyThreshold)
  }

  /// Copies the log into the file. SQLite before 3.51.3 can corrupt a file when a log is reset while it is copied, so
  /// the write lock is held meanwhile: without a writer nobody resets it. When the lock is taken it is left for later.
  package func checkpoint() {
    // Where the file is gone, another by its name would be made.
    guard let path, (try? requireOwn(.free)) != nil,
      let copier = try? checkpointQueue ?? Connections.open(path: path, Self.copying, { $0 })
    else {
      return
    }
    checkpointQueue = copier
    try? queue.writeWithoutTransaction { db in
      try db.beginTransaction(.immediate)
      defer { try? db.rollback() }
      // What one has that was written over must not be mixed with the log.
      try requireOwn(.locked)
      _ = try copier.writeWithoutTransaction { try $0.checkpoint(.passive) }
      commitsSinceCheckpoint = 0
    }
  }

  private static var copying: Configuration {
    var configuration = Configuration()
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA wal_autocheckpoint = 0") }
    return configuration
  }
}

extension DatabaseStore {
  /// Every row of every table as text, in order: what a test compares, to show that nothing changed or that two
  /// stores are equal.
  package func contents() throws(BookingError) -> String {
    try storing {
      try queue.read { db in
        let tables = try String.fetchAll(
          db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")
        return try tables.map { table in
          let rows = try Row.fetchAll(db, sql: "SELECT * FROM \"\(table)\"")
          return ([table] + rows.map(\.description)).joined(separator: "\n")
        }.joined(separator: "\n\n")
      }
    }
  }
}
