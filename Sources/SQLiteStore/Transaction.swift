internal import Booking
internal import GRDB

/// The store's verbs on one connection, inside a transaction. Each verb is one statement, prepared once.
struct Transaction: StoreWriter, StoreAuditor {
  let db: Database
  /// Shared by all transactions of a store.
  let memory: Recollection

  func all<Value>(
    _ sql: String, _ arguments: StatementArguments = [], _ decode: (Row) throws -> Value
  ) throws(BookingError) -> [Value] {
    try storing {
      let rows = try Row.fetchCursor(try db.cachedStatement(sql: sql), arguments: arguments)
      var values: [Value] = []
      while let row = try rows.next() { values.append(try decode(row)) }
      return values
    }
  }

  func first<Value>(
    _ sql: String, _ arguments: StatementArguments = [], _ decode: (Row) throws -> Value
  ) throws(BookingError) -> Value? {
    try storing {
      let rows = try Row.fetchCursor(try db.cachedStatement(sql: sql), arguments: arguments)
      return try rows.next().map(decode)
    }
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
