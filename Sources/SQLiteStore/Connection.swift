internal import Foundation
internal import GRDB
internal import GRDBSQLite

/// Runs statements on one connection, each compiled when it is first run and kept.
///
/// GRDB opens, migrates and closes the connection. Its own statements are found by their texts, keep tables of their
/// columns' names and ask for their queue at each step, which costs more than most of those that are run here. A store
/// is used by one thread at a time, so none of them needs that queue.
final class Connection {
  /// nil once it is to be closed.
  private var database: OpaquePointer?
  private var compiled: [SQL: OpaquePointer] = [:]

  init(_ database: OpaquePointer) {
    self.database = database
    // GRDB would hear of commits here, on its queue, for observers; there are none.
    sqlite3_commit_hook(database, nil, nil)
    sqlite3_rollback_hook(database, nil, nil)
  }

  deinit { leave() }

  /// Lets go of everything, since a connection that has statements cannot be closed. Whatever is run afterwards is
  /// refused.
  func leave() {
    for statement in compiled.values { sqlite3_finalize(statement) }
    compiled = [:]
    database = nil
  }

  /// Whether a transaction is open.
  var isInsideTransaction: Bool { database.map { sqlite3_get_autocommit($0) == 0 } ?? false }
  /// How many rows were changed since the connection was opened; undone changes count too.
  var totalChanges: Int { database.map { Int(sqlite3_total_changes($0)) } ?? 0 }
  /// How many rows the last statement that writes has changed.
  var changes: Int { database.map { Int(sqlite3_changes($0)) } ?? 0 }
  var lastInsertedRow: Int64 { database.map { sqlite3_last_insert_rowid($0) } ?? 0 }

  /// Hands over a statement with its values. The body goes from row to row with `step`.
  func with<Answer>(
    _ sql: SQL, _ values: [any Bindable], _ body: (OpaquePointer) throws -> Answer
  ) throws -> Answer {
    let statement = try compile(sql)
    defer { sqlite3_reset(statement) }
    assert(Int(sqlite3_bind_parameter_count(statement)) == values.count, sql.text)
    try bind(values, to: statement, sql)
    return try body(statement)
  }

  private func bind(_ values: [any Bindable], to statement: OpaquePointer, _ sql: SQL) throws {
    var position: Int32 = 0
    for value in values {
      position += 1
      try require(value.bind(to: statement, at: position), sql)
    }
  }

  /// Goes on to the next row. False when there is none.
  func step(_ statement: OpaquePointer) throws -> Bool {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw error(code, String(cString: sqlite3_sql(statement)))
    }
  }

  /// Runs a statement to its end, whatever rows it has.
  func run(_ sql: SQL, _ values: [any Bindable] = []) throws {
    try with(sql, values) { statement in while try step(statement) {} }
  }

  /// Runs a statement to its end once for each of some values, which is its last; those before it stay.
  func run(_ sql: SQL, _ values: [any Bindable], withEach last: some Sequence<some Bindable>) throws {
    let statement = try compile(sql)
    defer { sqlite3_reset(statement) }
    let position = sqlite3_bind_parameter_count(statement)
    assert(Int(position) == values.count + 1, sql.text)
    try bind(values, to: statement, sql)
    for value in last {
      try require(value.bind(to: statement, at: position), sql)
      while try step(statement) {}
      sqlite3_reset(statement)
    }
  }

  /// SQLite's count of the commits of other connections; within a transaction, as of its beginning.
  func dataVersion() throws -> Int64 {
    try with("PRAGMA data_version", []) { try step($0) ? sqlite3_column_int64($0, 0) : -1 }
  }

  private func compile(_ sql: SQL) throws -> OpaquePointer {
    if let statement = compiled[sql] { return statement }
    guard database != nil else { throw DatabaseError(resultCode: .SQLITE_MISUSE, sql: sql.text) }
    var statement: OpaquePointer?
    try require(
      sqlite3_prepare_v3(database, sql.text, -1, UInt32(bitPattern: SQLITE_PREPARE_PERSISTENT), &statement, nil), sql)
    guard let statement else { throw error(SQLITE_MISUSE, sql.text) }
    compiled[sql] = statement
    return statement
  }

  private func require(_ code: Int32, _ sql: SQL) throws {
    guard code == SQLITE_OK else { throw error(code, sql.text) }
  }

  private func error(_ code: Int32, _ sql: String) -> DatabaseError {
    DatabaseError(resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(database)), sql: sql)
  }
}

/// The text of a statement: a literal, or one after another. It is known by where it lies in the program, which is
/// sooner compared than what it says.
struct SQL: Hashable, ExpressibleByStringLiteral {
  private let start: StaticString
  private let rest: StaticString

  init(stringLiteral text: StaticString) { self.init(text, "") }

  private init(_ start: StaticString, _ rest: StaticString) {
    self.start = start
    self.rest = rest
  }

  /// - Parameter start: one that nothing was added to.
  static func + (start: SQL, rest: StaticString) -> SQL {
    precondition(start.rest.utf8CodeUnitCount == 0)
    return SQL(start.start, rest)
  }

  var text: String { start.description + rest.description }

  private var places: (UnsafePointer<UInt8>, UnsafePointer<UInt8>) { (start.utf8Start, rest.utf8Start) }

  static func == (one: SQL, other: SQL) -> Bool { one.places == other.places }

  func hash(into hasher: inout Hasher) {
    hasher.combine(places.0)
    hasher.combine(places.1)
  }
}

/// A value that a statement is run with.
protocol Bindable {
  /// Returns SQLite's code.
  func bind(to statement: OpaquePointer, at position: Int32) -> Int32
}

extension Int64: Bindable {
  func bind(to statement: OpaquePointer, at position: Int32) -> Int32 {
    sqlite3_bind_int64(statement, position, self)
  }
}

extension Int: Bindable {
  func bind(to statement: OpaquePointer, at position: Int32) -> Int32 {
    sqlite3_bind_int64(statement, position, Int64(self))
  }
}

extension String: Bindable {
  func bind(to statement: OpaquePointer, at position: Int32) -> Int32 {
    withCString { sqlite3_bind_text(statement, position, $0, Int32(utf8.count), copied) }
  }
}

extension Data: Bindable {
  func bind(to statement: OpaquePointer, at position: Int32) -> Int32 {
    withUnsafeBytes { sqlite3_bind_blob(statement, position, $0.baseAddress, Int32($0.count), copied) }
  }
}

extension Optional: Bindable where Wrapped: Bindable {
  func bind(to statement: OpaquePointer, at position: Int32) -> Int32 {
    self?.bind(to: statement, at: position) ?? sqlite3_bind_null(statement, position)
  }
}

/// Has SQLite keep a copy of a value of its own.
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
