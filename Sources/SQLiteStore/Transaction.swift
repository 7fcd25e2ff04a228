internal import Booking

/// The store's verbs on one connection, inside a transaction.
struct Transaction: StoreWriter, StoreAuditor {
  let connection: Connection
  /// Shared by all transactions of a store.
  let memory: RowCache

  func all<Value>(
    _ sql: SQL, _ values: [any Bindable] = [], _ decode: (Columns) throws -> Value
  ) throws(BookingError) -> [Value] {
    var rows: [Value] = []
    try each(sql, values) { rows.append(try decode($0)) }
    return rows
  }

  func each(
    _ sql: SQL, _ values: [any Bindable] = [], _ body: (Columns) throws -> Void
  ) throws(BookingError) {
    try storing {
      try connection.with(sql, values) { statement in
        while try connection.step(statement) { try body(Columns(statement)) }
      }
    }
  }

  func first<Value>(
    _ sql: SQL, _ values: [any Bindable] = [], _ decode: (Columns) throws -> Value
  ) throws(BookingError) -> Value? {
    try storing {
      try connection.with(sql, values) { try connection.step($0) ? decode(Columns($0)) : nil }
    }
  }

  func count(_ sql: SQL, _ values: [any Bindable] = []) throws(BookingError) -> Int64 {
    try first(sql, values) { try $0.count(0) } ?? 0
  }

  /// Returns how many rows changed.
  /// - Parameter touched: what it may have changed of what is remembered.
  @discardableResult
  func run(
    _ sql: SQL, _ values: [any Bindable] = [], touching touched: RowCache.Parts = .all
  ) throws(BookingError) -> Int {
    try storing {
      memory.follow(connection)
      try connection.run(sql, values)
      memory.follow(connection, touching: touched)
      return connection.changes
    }
  }

  /// Inserts one row and answers its number.
  func insert(
    _ sql: SQL, _ values: [any Bindable], touching touched: RowCache.Parts = .all
  ) throws(BookingError) -> Int64 {
    try run(sql, values, touching: touched)
    return connection.lastInsertedRow
  }

  /// Inserts rows that differ in their last value alone.
  func insertEach(
    _ sql: SQL, _ values: [any Bindable], _ last: some Sequence<some Bindable>
  ) throws(BookingError) {
    try storing {
      memory.follow(connection)
      try connection.run(sql, values, withEach: last)
      memory.follow(connection)
    }
  }

  func savepoint<Answer>(_ body: () throws(BookingError) -> Answer) throws(BookingError) -> Answer {
    try run("SAVEPOINT command", touching: [])
    do throws(BookingError) {
      let answer = try body()
      try run("RELEASE command", touching: [])
      return answer
    } catch {
      memory.forget()
      do throws(BookingError) {
        try run("ROLLBACK TO command")
        try run("RELEASE command")
      } catch let second {
        // A store that failed has perhaps undone everything already; why it failed first says more.
        if case .storage = error { throw error }
        throw second
      }
      throw error
    }
  }
}
