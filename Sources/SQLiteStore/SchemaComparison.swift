internal import Booking
internal import GRDB

/// Whether a database has the tables, indexes, triggers and views that the migrations make, and no others. What SQLite
/// keeps for itself (`sqlite_…`) does not count, nor how a definition is spaced and quoted, which differs between its
/// versions.
extension Transaction {
  func schemaFaults() throws(BookingError) -> [String] {
    let expected = try Self.expected.get()
    let found = try definitions()
    var faults: [String] = []
    for (name, definition) in expected.definitions where found[name] != definition {
      faults.append(found[name] == nil ? "\(name) is missing" : "\(name) is defined otherwise")
    }
    for name in found.keys where expected.definitions[name] == nil { faults.append("\(name) is not this program's") }
    let marks = try marks()
    if marks != expected.marks { faults.append("the file is marked \(marks), not \(expected.marks)") }
    return faults.sorted()
  }

  private struct Pattern {
    let definitions: [String: String]
    let marks: [Int64]
  }

  /// Those of a new store, found once.
  private static let expected: Result<Pattern, BookingError> = Result { () throws(BookingError) in
    let store = try DatabaseStore.inMemory()
    defer { store.close() }
    return try store.audit { auditor throws(BookingError) in
      guard let auditor = auditor as? Transaction else { throw .storage(.damaged) }
      return Pattern(definitions: try auditor.definitions(), marks: try auditor.marks())
    }
  }

  /// Definitions by kind and name, and the migrations that were carried out.
  private func definitions() throws(BookingError) -> [String: String] {
    let objects = try all("SELECT type, name, COALESCE(sql, '') FROM sqlite_master WHERE name NOT GLOB 'sqlite_*'") {
      row in
      ("\(try row.value(0) as String) \(try row.name(1))", Self.normal(try row.value(2)))
    }
    let migrations = try all("SELECT identifier FROM grdb_migrations") { ("migration \(try $0.name(0))", "") }
    return Dictionary(objects + migrations) { first, _ in first }
  }

  /// Whose file it is, and what other programs may have noted of its version.
  private func marks() throws(BookingError) -> [Int64] {
    [
      try first("PRAGMA application_id") { try $0.value(0) } ?? 0,
      try first("PRAGMA user_version") { try $0.value(0) } ?? 0,
    ]
  }

  /// A definition without comments, spaces and quotation marks around names.
  private static func normal(_ sql: String) -> String {
    var normal = ""
    for line in sql.split(separator: "\n") {
      var isComment = false
      var last: Character = " "
      for character in line where !isComment {
        if character == "-", last == "-" {
          isComment = true
          normal.removeLast()
        } else if !character.isWhitespace, character != "\"", character != "`" {
          normal.append(character)
        }
        last = character
      }
    }
    return normal
  }
}
