internal import Booking
internal import GRDB
internal import GRDBSQLite

/// The store's verbs on one connection, inside a transaction. Each verb is one statement, prepared once.
struct Transaction: StoreWriter, StoreAuditor {
  let db: Database
  /// Shared by all transactions of a store.
  let memory: Recollection

  func all<Value>(
    _ sql: String, _ arguments: StatementArguments = [], _ decode: (Columns) throws -> Value
  ) throws(BookingError) -> [Value] {
    try storing {
      try step(sql, arguments) { columns, next in
        var values: [Value] = []
        while try next() { values.append(try decode(columns)) }
        return values
      }
    }
  }

  func first<Value>(
    _ sql: String, _ arguments: StatementArguments = [], _ decode: (Columns) throws -> Value
  ) throws(BookingError) -> Value? {
    try storing { try step(sql, arguments) { columns, next in try next() ? decode(columns) : nil } }
  }

  /// Runs a statement that only looks, row by row. GRDB's own rows make a table of their columns' names for every
  /// statement that is run, which costs more than most of the statements.
  private func step<Answer>(
    _ sql: String, _ arguments: StatementArguments, _ body: (Columns, () throws -> Bool) throws -> Answer
  ) throws -> Answer {
    let statement = try db.cachedStatement(sql: sql)
    statement.setUncheckedArguments(arguments)
    let handle = statement.sqliteStatement
    defer { sqlite3_reset(handle) }
    return try body(Columns(handle)) { try db.step(handle, sql) }
  }

  func count(_ sql: String, _ arguments: StatementArguments = []) throws(BookingError) -> Int64 {
    try first(sql, arguments) { try $0.count(0) } ?? 0
  }

  /// Answers how many rows changed.
  @discardableResult
  func run(_ sql: String, _ arguments: StatementArguments = []) throws(BookingError) -> Int {
    try storing {
      try db.cachedStatement(sql: sql).execute(arguments: arguments)
      return db.changesCount
    }
  }

  /// Inserts one row and answers its number.
  func insert(_ sql: String, _ arguments: StatementArguments) throws(BookingError) -> Int64 {
    try run(sql, arguments)
    return db.lastInsertedRowID
  }

  func savepoint<Answer>(_ body: () throws(BookingError) -> Answer) throws(BookingError) -> Answer {
    try run("SAVEPOINT command")
    do throws(BookingError) {
      let answer = try body()
      try run("RELEASE command")
      return answer
    } catch {
      memory.forget()
      try run("ROLLBACK TO command")
      try run("RELEASE command")
      throw error
    }
  }
}

extension Database {
  /// Begins or ends a transaction. GRDB's own ways compile the statement anew each time.
  func control(_ sql: String) throws {
    let handle = try cachedStatement(sql: sql).sqliteStatement
    defer { sqlite3_reset(handle) }
    _ = try step(handle, sql)
  }

  /// SQLite's count of the commits of other connections, as of the transaction that it begins.
  func dataVersion() throws -> Int64 {
    let sql = "PRAGMA data_version"
    let handle = try cachedStatement(sql: sql).sqliteStatement
    defer { sqlite3_reset(handle) }
    return try step(handle, sql) ? Columns(handle).value(0) : -1
  }

  /// Goes on to the next row. False when there is none.
  fileprivate func step(_ handle: OpaquePointer, _ sql: String) throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(sqliteConnection)), sql: sql)
    }
  }
}
