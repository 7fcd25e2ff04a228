import Booking
import Foundation
import GRDB
import TestSupport
import Testing

@testable import SQLiteStore

/// Every column of every table changed to another value that it might have, one row and one value at a time.
@Suite("A changed column")
struct ColumnSweepTests {
  /// What breaks no rule when it is changed, and why.
  private static let free = [
    "concert.title_ko": "a title is only shown", "concert.title_en": "a title is only shown",
    "concert.artist_ko": "a name is only shown", "concert.artist_en": "a name is only shown",
    "hall.name_ko": "a name is only shown", "hall.name_en": "a name is only shown",
    "hall.plan": "the picture of a hall, which no rule speaks of",
    "user.name": "a name is only shown",
    "request.key": "whoever asks chooses their keys",
    "token.secret": "nothing else tells the secret of a token that was not presented",
    "house.admitted_through_at": "a piece of a backlog may end a millisecond before the admission of its last instant",
    "house.latest_at": "a piece of a backlog may end a millisecond before the admission of its last instant",
    "house.anchor_boot_id": "the machine's clock when the house was opened last",
    "house.anchor_boot_ms": "the machine's clock when the house was opened last",
    "house.anchor_at": "the machine's clock when the house was opened last",
    "house.anchor_wall_at": "the machine's clock when the house was opened last",
    "house.anchor_suspended_ms": "the machine's clock when the house was opened last",
  ]

  private let template: DatabaseStore

  init() throws {
    template = try LivedInFixture().house.store
    let witness = ClockWitness(wall: .opening, suspended: .zero)
    try template.write { tx throws(BookingError) in
      try tx.setClockAnchor(ClockAnchor(bootID: "test", boot: 0, instant: .opening, witness: witness))
    }
  }

  private var tables: [(table: String, columns: [String])] {
    get throws {
      try template.queue.read { db in
        try String.fetchAll(
          db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
        ).map { ($0, try db.columns(in: $0).map(\.name)) }
      }
    }
  }

  /// Some rows of a table; of events one of each kind.
  private func rows(of table: String) throws -> [Row] {
    try template.queue.read { db in
      let order = table == "event" ? " GROUP BY kind" : ""
      let rows = try Row.fetchAll(db, sql: "SELECT * FROM \(table)\(order)")
      return rows.count <= 20 ? rows : [rows[0], rows[1], rows[2], rows[rows.count / 2], rows[rows.count - 1]]
    }
  }

  /// Values that a column has elsewhere, or could have.
  private func others(than value: DatabaseValue, in column: String, of table: String) throws -> [DatabaseValue] {
    let known = try template.queue.read { db in
      try DatabaseValue.fetchAll(
        db, sql: "SELECT DISTINCT \(column) FROM \(table) WHERE \(column) IS NOT ? ORDER BY 1 DESC LIMIT 2",
        arguments: [value])
    }
    let near: [DatabaseValue] =
      switch value.storage {
      case .int64(let number): [(number + 1).databaseValue, (number - 1).databaseValue]
      case .string(let text): [(text + "1").databaseValue]
      case .blob: [Data(repeating: 7, count: 16).databaseValue]
      case .null: [1.databaseValue]
      case .double: []
      }
    return known + near + (value.isNull ? [] : [.null])
  }

  /// Whether a change is found; nil where the schema refuses it.
  private func isFound(
    _ column: String, of table: String, _ row: Row, _ value: DatabaseValue
  ) throws -> Bool? {
    let store = try template.copy()
    defer { store.close() }
    let isChanged = try store.queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
      defer { try? db.execute(sql: "PRAGMA foreign_keys = ON; PRAGMA ignore_check_constraints = OFF") }
      let condition = row.columnNames.map { "\($0) IS ?" }.joined(separator: " AND ")
      do {
        try db.execute(
          sql: "UPDATE \(table) SET \(column) = ? WHERE \(condition)",
          arguments: [value] + StatementArguments(Array(row.databaseValues)))
        return db.changesCount == 1
      } catch is DatabaseError { return false }
    }
    guard isChanged else { return nil }
    do {
      return try store.audit { reader throws(BookingError) in try Audit(reader) }.violations() != []
    } catch { return true }
  }

  @Test func `is found, but for those that break no rule`() throws {
    var missed: [String: [String]] = [:]
    var tried: Set<String> = []
    for (table, columns) in try tables {
      for row in try rows(of: table) {
        for column in columns {
          for value in try others(than: row[column], in: column, of: table) {
            guard let isFound = try isFound(column, of: table, row, value) else { continue }
            tried.insert("\(table).\(column)")
            if !isFound { missed["\(table).\(column)", default: []].append("\(value) in \(row)") }
          }
        }
      }
    }
    for (column, cases) in missed where Self.free[column] == nil { Issue.record("\(column): \(cases.prefix(3))") }
    for column in Self.free.keys { #expect(missed[column] != nil, "\(column) is found, and need not be listed") }
    let all = try tables.flatMap { table, columns in columns.map { "\(table).\($0)" } }
    #expect(Set(all).subtracting(tried) == [], "no value could be tried")
  }
}
