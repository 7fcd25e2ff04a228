package import Booking
internal import Files
internal import GRDB
internal import GRDBSQLite

/// How a store comes to be: in memory, in a file, or only to be looked at.
extension DatabaseStore {
  /// An empty store that lives as long as this value.
  package static func inMemory() throws(BookingError) -> DatabaseStore {
    try storing {
      try Connections.inMemory { queue in
        try Schema.migrator.migrate(queue)
        return try DatabaseStore(queue, path: nil)
      }
    }
  }

  /// Opens a file that `StoreFile` has judged to be ours, and brings its schema up to date.
  static func open(path: FilePath, as stage: Stage = .inUse) throws(BookingError) -> DatabaseStore {
    try storing {
      try Connections.open(path: path, stage.configuration) { queue in
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
        // From its first look on a connection keeps everybody from putting another file in this one's place.
        if stage == .inUse, try queue.inDatabase({ try $0.hasMoved }) { throw BookingError.storage(.gone) }
        return try DatabaseStore(queue, path: path)
      }
    }
  }

  /// A copy in memory of a file as it is now, which takes no commands: one of an older schema as it will be. Nothing is
  /// written, in the file or beside it.
  static func openReadOnly(path: FilePath) throws(BookingError) -> DatabaseStore {
    try storing {
      let copy = try StoreLook(path: path).read { queue in
        try Connections.inMemory { copy in
          try queue.backup(to: copy)
          return copy
        }
      }
      if try copy.read({ try !Schema.migrator.hasCompletedMigrations($0) }) {
        // What an older store lacks can be added; what cannot be is no older store's.
        do { try Schema.migrator.migrate(copy) } catch { throw BookingError.storage(.damaged) }
      }
      return try DatabaseStore(copy, path: nil, isReadOnly: true)
    }
  }

  /// What a file is opened as, and so what its connection promises.
  enum Stage {
    /// Commits of a real house reach the disk before they are answered, and no row refers to what is not there.
    case inUse
    /// A new file under a temporary name: fast; made durable and its references checked as a whole, before it is linked
    /// into place.
    case draft

    var configuration: Configuration {
      var configuration = Configuration()
      configuration.busyMode = .callback(BusyPatience().wait)
      configuration.foreignKeysEnabled = self == .inUse
      configuration.prepareDatabase { [self] db in
        switch self {
        case .inUse:
          try db.execute(sql: "PRAGMA journal_mode = WAL")
          try db.execute(sql: "PRAGMA synchronous = FULL")
          try db.execute(sql: "PRAGMA wal_autocheckpoint = 0")
        case .draft:
          try db.execute(sql: "PRAGMA journal_mode = MEMORY")
          try db.execute(sql: "PRAGMA synchronous = OFF")
        }
      }
      return configuration
    }
  }
}

extension Database {
  /// Whether the file is no longer at the path by which it was opened.
  fileprivate var hasMoved: Bool {
    get throws {
      var hasMoved: Int32 = 0
      let code = sqlite3_file_control(try openedConnection, "main", SQLITE_FCNTL_HAS_MOVED, &hasMoved)
      return code == SQLITE_OK && hasMoved != 0
    }
  }

  /// SQLite's own handle.
  var openedConnection: OpaquePointer {
    get throws {
      guard let sqliteConnection else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
      return sqliteConnection
    }
  }
}
