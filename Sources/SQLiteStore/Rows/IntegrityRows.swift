internal import Booking

/// What the database finds wrong with itself: pages, references, and columns that only repeat what others say.
extension Transaction {
  func integrityFaults() throws(BookingError) -> [String] {
    let pages = try all("PRAGMA integrity_check(20)") { try $0.value(0) as String }.filter { $0 != "ok" }
    let references = try all("PRAGMA foreign_key_check") { row in
      "row \(try row.ifAny(1) as Int64? ?? 0) of \(try row.value(0) as String) refers to nothing"
    }
    return try pages + references + hallFaults() + leaverBlockFaults() + deadlineFaults() + numberFaults()
  }

  /// Active tokens whose nearer deadline is not the one by which they are found when it comes.
  private func deadlineFaults() throws(BookingError) -> [String] {
    try all(
      """
      SELECT number FROM token
      WHERE live_deadline IS NOT NULL AND live_deadline <> MIN(lifetime_deadline, idle_deadline) LIMIT 20
      """
    ) { "token \(try $0.count(0)) is filed under another deadline than its own" }
  }

  /// Rows are numbered from 1, one after another, and none is ever deleted.
  private func numberFaults() throws(BookingError) -> [String] {
    try all(
      """
      SELECT name, first, last, count FROM (
        SELECT 'user' AS name, MIN(id) AS first, MAX(id) AS last, COUNT(*) AS count FROM user
        UNION ALL SELECT 'policy', MIN(id), MAX(id), COUNT(*) FROM policy
        UNION ALL SELECT 'hall', MIN(id), MAX(id), COUNT(*) FROM hall
        UNION ALL SELECT 'seat', MIN(id), MAX(id), COUNT(*) FROM seat
        UNION ALL SELECT 'concert', MIN(id), MAX(id), COUNT(*) FROM concert
        UNION ALL SELECT 'session', MIN(id), MAX(id), COUNT(*) FROM session
        UNION ALL SELECT 'reservation', MIN(id), MAX(id), COUNT(*) FROM reservation
        UNION ALL SELECT 'payment', MIN(id), MAX(id), COUNT(*) FROM payment
        UNION ALL SELECT 'ledger', MIN(id), MAX(id), COUNT(*) FROM ledger
      ) WHERE first <> 1 OR last <> count
      """
    ) { row in
      let (first, last) = (try row.value(1) as Int64, try row.value(2) as Int64)
      return "\(try row.value(0) as String) has \(try row.value(3) as Int64) rows, numbered from \(first) to \(last)"
    }
  }
}
