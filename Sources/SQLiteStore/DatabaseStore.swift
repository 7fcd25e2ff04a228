package import Booking
internal import GRDB
internal import Glibc

/// The house's records in one SQLite database: a file that several processes share, or memory.
///
/// A file is in WAL mode with `synchronous=FULL`: what was answered survives a power cut. Automatic checkpoints are
/// off, because one inside a commit can make a key press wait; see `checkpoint(whenIdle:)`.
package final class DatabaseStore: Store {
  let queue: DatabaseQueue
  private let path: String?
  private let place: StorePlace?
  /// A second connection for checkpoints, made when first needed.
  private var checkpointQueue: DatabaseQueue?
  private var commitsSinceCheckpoint = 0
  private var lastDataVersion: Int64?
  private let connection: Connection
  private let memory = Recollection()
  private var presence: StorePresence?
  /// The transaction that a batch has open.
  private var batch: Transaction?

  /// nil in memory.
  package var filePath: String? { path }

  private init(_ queue: DatabaseQueue, path: String?) throws {
    self.queue = queue
    connection = Connection(try queue.inDatabase { try $0.openedConnection })
    self.path = path
    place = queue.configuration.readonly ? nil : path.map { StorePlace(path: $0) }
  }

  /// An empty store that lives as long as this value.
  package static func inMemory() throws(BookingError) -> DatabaseStore {
    try storing {
      let queue = try DatabaseQueue()
      try Schema.migrator.migrate(queue)
      return try DatabaseStore(queue, path: nil)
    }
  }

  /// Opens a file that `StoreFile` has judged to be ours, and brings its schema up to date.
  static func open(path: String, journal: Journal = .writeAheadLog) throws(BookingError) -> DatabaseStore {
    try storing {
      let queue = try DatabaseQueue(path: path, configuration: journal.configuration)
      let migrator = Schema.migrator
      if try queue.read({ try !migrator.hasCompletedMigrations($0) }) {
        do {
          try migrator.migrate(queue)
        } catch {
          // Another process may have migrated between our look and our write: then this has nothing left to do.
          try migrator.migrate(queue)
        }
      }
      // A demonstration promises a show and not durability.
      let isShow = try queue.read { try String.fetchOne($0, sql: "SELECT kind FROM house") == "demonstration" }
      if isShow { try queue.inDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF") } }
      return try DatabaseStore(queue, path: path)
    }
  }

  /// Opens a file only to look at it; nothing is written. A file that nobody has open, which shows in that it has no
  /// journal, is opened so that nothing is left beside it either, and a folder that cannot be written will do.
  static func openReadOnly(path: String) throws(BookingError) -> DatabaseStore {
    try storing {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(2)
      let isAtRest = access(path + "-wal", F_OK) != 0
      let name = isAtRest ? "file:\(uriPath(path))?immutable=1" : path
      let queue = try DatabaseQueue(path: name, configuration: configuration)
      guard try queue.read({ try !Schema.migrator.hasCompletedMigrations($0) }) else {
        return try DatabaseStore(queue, path: path)
      }
      // An older store is looked at as it will be: a copy of it in memory is brought up to date.
      let copy = try DatabaseQueue()
      try queue.backup(to: copy)
      try queue.close()
      try Schema.migrator.migrate(copy)
      return try DatabaseStore(copy, path: path)
    }
  }

  /// A path as it stands in a URI: everything but letters, digits and a few signs as bytes.
  private static func uriPath(_ path: String) -> String {
    path.utf8.map { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F: String(UnicodeScalar(byte))
      default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }.joined()
  }

  /// How a connection keeps its promises.
  enum Journal {
    /// For use: every commit reaches the disk before it is answered.
    case writeAheadLog
    /// For a new file under a temporary name: fast, and made durable as a whole before it is linked into place.
    case none

    fileprivate var configuration: Configuration {
      var configuration = Configuration()
      configuration.busyMode = .callback(BusyPatience().wait)
      configuration.prepareDatabase { [self] db in
        switch self {
        case .writeAheadLog:
          try db.execute(sql: "PRAGMA journal_mode = WAL")
          try db.execute(sql: "PRAGMA synchronous = FULL")
          try db.execute(sql: "PRAGMA wal_autocheckpoint = 0")
        case .none:
          try db.execute(sql: "PRAGMA journal_mode = MEMORY")
          try db.execute(sql: "PRAGMA synchronous = OFF")
        }
      }
      return configuration
    }
  }

  package func read<Answer>(
    _ body: (any StoreReader) throws(BookingError) -> Answer
  ) throws(BookingError) -> Answer {
    try look { tx throws(BookingError) in try body(tx) }
  }

  /// Looks at everything in one view. What was opened to look at is judged as a copy in memory, since SQLite forgets
  /// what tables forbid where it may not write.
  package func audit<Answer>(
    _ body: (any StoreAuditor) throws(BookingError) -> Answer
  ) throws(BookingError) -> Answer {
    if queue.configuration.readonly { return try copy().audit(body) }
    return try look { tx throws(BookingError) in try body(tx) }
  }

  /// The same records in memory.
  package func copy() throws(BookingError) -> DatabaseStore {
    try requirePlace()
    return try storing {
      let copy = try DatabaseQueue()
      try queue.backup(to: copy)
      return try DatabaseStore(copy, path: nil)
    }
  }

  /// One consistent view. GRDB's own `read` switches `query_only` on and off, and each switch makes SQLite compile
  /// every prepared statement anew; the bodies here can only look by their types.
  private func look<Answer>(_ body: (Transaction) throws(BookingError) -> Answer) throws(BookingError) -> Answer {
    if let batch { return try body(batch) }
    if let place, !place.lookAtFile() { throw .storage(.gone) }
    return try storing {
      try connection.run("BEGIN DEFERRED")
      defer { if connection.isInsideTransaction { try? connection.run("ROLLBACK") } }
      try memory.begin(connection)
      return try body(Transaction(connection: connection, memory: memory))
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
    try requirePlace()
    let (answer, changed) = try storing {
      let before = connection.totalChanges
      try connection.run("BEGIN IMMEDIATE")
      do {
        try memory.begin(connection)
        let answer = try body(Transaction(connection: connection, memory: memory))
        try connection.run("COMMIT")
        return (answer, connection.totalChanges != before)
      } catch {
        if connection.totalChanges != before { memory.forget() }
        if connection.isInsideTransaction { try connection.run("ROLLBACK") }
        throw error
      }
    }
    // What went into a file that has gone meanwhile may be lost, and nobody may be told otherwise.
    try requirePlace()
    if changed { announce() }
    return answer
  }

  /// Throws `storage(gone)` when the file was deleted, moved away or replaced while it was open, and from then on.
  private func requirePlace() throws(BookingError) {
    if let place, !place.look() { throw .storage(.gone) }
  }

  /// Tells the other processes: a commit becomes visible only after its last write, so the log is opened and closed once
  /// more, for their watchers to see. To touch a time stamp would be the same to them, but it changes the disk too: where
  /// its block also says how large the log is, the next commit would wait for that block as well.
  private func announce() {
    commitsSinceCheckpoint += 1
    guard let path else { return }
    let log = Glibc.open(path + "-wal", O_RDONLY | O_CLOEXEC)
    if log >= 0 { Glibc.close(log) } else { utimensat(AT_FDCWD, path, nil, 0) }
  }

  /// Lets other processes know that this one uses the store until it closes it. Answers whether nobody else does.
  package func comeIn() -> Bool {
    guard let path else { return false }
    let presence = StorePresence(path: path)
    self.presence = presence
    return presence.isAlone
  }

  /// Whether another process has committed since this was last asked.
  package func hasForeignChange() throws(BookingError) -> Bool {
    try requirePlace()
    let version = try storing { try connection.dataVersion() }
    defer { lastDataVersion = version }
    return version != lastDataVersion
  }

  /// Closes the last connection of this process; nothing may be asked afterwards.
  package func close() {
    place?.leave()
    try? checkpointQueue?.close()
    connection.leave()
    try? queue.close()
    // Last, since closing a handle of the file takes SQLite's locks on it with it.
    presence = nil
  }
}

extension Database {
  /// SQLite's own handle.
  fileprivate var openedConnection: OpaquePointer {
    get throws {
      guard let sqliteConnection else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
      return sqliteConnection
    }
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
    guard let path, (try? requirePlace()) != nil,
      let copier = try? checkpointQueue ?? DatabaseQueue(path: path, configuration: Self.copying)
    else {
      return
    }
    checkpointQueue = copier
    try? queue.writeWithoutTransaction { db in
      try db.beginTransaction(.immediate)
      defer { try? db.rollback() }
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
