internal import Booking
internal import GRDBSQLite

/// What a column holds, as SQLite keeps it.
protocol ColumnValue {
  /// SQLite's name for the kind.
  static var kind: Int32 { get }
  /// - Parameter column: one that holds this kind.
  static func read(_ statement: OpaquePointer, _ column: Int32) -> Self
}

extension Int64: ColumnValue {
  static var kind: Int32 { SQLITE_INTEGER }
  static func read(_ statement: OpaquePointer, _ column: Int32) -> Self { sqlite3_column_int64(statement, column) }
}

extension Int: ColumnValue {
  static var kind: Int32 { SQLITE_INTEGER }
  static func read(_ statement: OpaquePointer, _ column: Int32) -> Self { Int(Int64.read(statement, column)) }
}

extension Bool: ColumnValue {
  static var kind: Int32 { SQLITE_INTEGER }
  static func read(_ statement: OpaquePointer, _ column: Int32) -> Self { Int64.read(statement, column) != 0 }
}

extension String: ColumnValue {
  static var kind: Int32 { SQLITE_TEXT }
  static func read(_ statement: OpaquePointer, _ column: Int32) -> Self {
    sqlite3_column_text(statement, column).map { String(cString: $0) } ?? ""
  }
}

/// The columns of the row that a statement stands on, as values that the house can reckon with. What the schema does not
/// promise, or what no house could have come to, is damage: a file may have been written by something else, or hit by a
/// fault.
struct Columns {
  private let statement: OpaquePointer

  init(_ statement: OpaquePointer) { self.statement = statement }

  func value<Value: ColumnValue>(_ column: Int) throws -> Value {
    guard let value: Value = try ifAny(column) else { throw BookingError.storage(.damaged) }
    return value
  }

  func ifAny<Value: ColumnValue>(_ column: Int) throws -> Value? {
    switch sqlite3_column_type(statement, Int32(column)) {
    case SQLITE_NULL: return nil
    case Value.kind: return Value.read(statement, Int32(column))
    default: throw BookingError.storage(.damaged)
    }
  }

  func id<Record>(_ column: Int) throws -> ID<Record> { ID(try number(column, within: Self.counts)) }

  func idIfAny<Record>(_ column: Int) throws -> ID<Record>? {
    try (ifAny(column) as Int64?).map { ID(try Self.judge($0, within: Self.counts)) }
  }

  /// A whole number of a counter, or how many of something there are.
  func count(_ column: Int) throws -> Int64 { try number(column, within: Self.counts) }

  func instant(_ column: Int) throws -> Timestamp { Timestamp(milliseconds: try number(column, within: Self.instants)) }

  func instantIfAny(_ column: Int) throws -> Timestamp? {
    try (ifAny(column) as Int64?).map { Timestamp(milliseconds: try Self.judge($0, within: Self.instants)) }
  }

  func duration(_ column: Int) throws -> Duration { .milliseconds(try number(column, within: Self.counts)) }
  func won(_ column: Int) throws -> Won { Won(try number(column, within: Self.amounts)) }
  func wonIfAny(_ column: Int) throws -> Won? {
    try (ifAny(column) as Int64?).map { Won(try Self.judge($0, within: Self.amounts)) }
  }

  /// A name, a label or a mark: short, however long a file might make it.
  func name(_ column: Int) throws -> String {
    let text: String = try value(column)
    guard text.utf8.count <= 4096 else { throw BookingError.storage(.damaged) }
    return text
  }

  /// Sixteen bytes, as two numbers whose first byte counts most.
  func words(_ column: Int) throws -> (UInt64, UInt64) {
    guard sqlite3_column_type(statement, Int32(column)) == SQLITE_BLOB,
      let bytes = sqlite3_column_blob(statement, Int32(column)), sqlite3_column_bytes(statement, Int32(column)) == 16
    else { throw BookingError.storage(.damaged) }
    return (
      UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
      UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    )
  }

  func text(_ column: Int) throws -> LocalizedText { LocalizedText(try name(column), try name(column + 1)) }

  /// A value that the schema allows only in known spellings.
  func choice<Value: RawRepresentable>(_ column: Int) throws -> Value
  where Value.RawValue: ColumnValue {
    guard let choice: Value = try choiceIfAny(column) else { throw BookingError.storage(.damaged) }
    return choice
  }

  /// The same where there may be none.
  func choiceIfAny<Value: RawRepresentable>(_ column: Int) throws -> Value?
  where Value.RawValue: ColumnValue {
    guard let raw: Value.RawValue = try ifAny(column) else { return nil }
    guard let choice = Value(rawValue: raw) else { throw BookingError.storage(.damaged) }
    return choice
  }

  func number(_ column: Int, within range: ClosedRange<Int64>) throws -> Int64 {
    try Self.judge(value(column), within: range)
  }

  private static func judge(_ number: Int64, within range: ClosedRange<Int64>) throws -> Int64 {
    guard range.contains(number) else { throw BookingError.storage(.damaged) }
    return number
  }

  /// Ranges in which the house's sums cannot run over: up to the year 9999, ten trillion won, and more rows than a disk
  /// holds.
  private static let instants: ClosedRange<Int64> = 0...253_402_300_799_999
  private static let amounts: ClosedRange<Int64> = -10_000_000_000_000...10_000_000_000_000
  private static let counts: ClosedRange<Int64> = 0...1_000_000_000_000
}
