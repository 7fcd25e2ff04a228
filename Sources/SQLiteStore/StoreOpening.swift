package import Booking
internal import GRDB
internal import Glibc

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
  static func open(path: String, as stage: Stage = .inUse) throws(BookingError) -> DatabaseStore {
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
        return try DatabaseStore(queue, path: path)
      }
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
      return try Connections.open(path: name, configuration) { queue in
        guard try queue.read({ try !Schema.migrator.hasCompletedMigrations($0) }) else {
          return try DatabaseStore(queue, path: path)
        }
        // An older store is looked at as it will be: a copy of it in memory is brought up to date.
        return try Connections.inMemory { copy in
          try queue.backup(to: copy)
          try queue.close()
          try Schema.migrator.migrate(copy)
          return try DatabaseStore(copy, path: path)
        }
      }
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

  /// What a file is opened as, and so what its connection promises.
  enum Stage {
    /// Commits of a real house reach the disk before they are answered, and no row refers to what is not there.
    case inUse
    /// A new file under a temporary name: fast; made durable and its references checked as a whole, before it is linked
    /// into place.
    case draft

    fileprivate var configuration: Configuration {
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
  /// SQLite's own handle.
  var openedConnection: OpaquePointer {
    get throws {
      guard let sqliteConnection else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
      return sqliteConnection
    }
  }
}
