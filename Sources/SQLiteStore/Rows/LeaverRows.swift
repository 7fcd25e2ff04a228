internal import Booking

/// Tokens that left the line while they waited, and how many of them there are in blocks of 64 numbers, of 64 such blocks,
/// and of 64 of those: however long the line is, a place in it is counted from a few rows.
extension Transaction {
  func leavers(before number: TicketNumber) throws(BookingError) -> Int64 {
    guard try number > house().lastTicket else { return try countLeavers(before: number) }
    return try remembered(\.leavers) { () throws(BookingError) in try countLeavers(before: number) }
  }

  private func countLeavers(before number: TicketNumber) throws(BookingError) -> Int64 {
    try count(
      """
      SELECT
        (SELECT COALESCE(SUM(leavers), 0) FROM leaver_block WHERE size = 262144 AND block < ?1 / 262144)
        + (SELECT COALESCE(SUM(leavers), 0) FROM leaver_block
          WHERE size = 4096 AND block >= ?1 / 262144 * 64 AND block < ?1 / 4096)
        + (SELECT COALESCE(SUM(leavers), 0) FROM leaver_block
          WHERE size = 64 AND block >= ?1 / 4096 * 64 AND block < ?1 / 64)
        + (SELECT COUNT(*) FROM leaver WHERE number >= ?1 / 64 * 64 AND number < ?1)
      """, [number.rawValue])
  }

  func allLeavers() throws(BookingError) -> [TicketNumber] {
    try all("SELECT number FROM leaver ORDER BY number") { try $0.id(0) }
  }

  func insertLeaver(_ number: TicketNumber) throws(BookingError) {
    try run("INSERT INTO leaver (number) VALUES (?)", [number.rawValue], touching: .leavers)
    try run(
      """
      INSERT INTO leaver_block (size, block, leavers)
      VALUES (64, ?1 / 64, 1), (4096, ?1 / 4096, 1), (262144, ?1 / 262144, 1)
      ON CONFLICT DO UPDATE SET leavers = leavers + 1
      """, [number.rawValue], touching: .leavers)
  }

  func deleteLeavers(through number: TicketNumber) throws(BookingError) {
    guard try run("DELETE FROM leaver WHERE number <= ?", [number.rawValue], touching: .leavers) > 0 else { return }
    // Blocks that were passed go; of those that were passed in part, the rest is counted, the small ones first.
    let next = number.rawValue + 1
    try run("DELETE FROM leaver_block WHERE size = 64 AND block < ?1 / 64", [next], touching: .leavers)
    try run(
      """
      UPDATE leaver_block SET leavers =
        (SELECT COUNT(*) FROM leaver WHERE number >= ?1 / 64 * 64 AND number < ?1 / 64 * 64 + 64)
      WHERE size = 64 AND block = ?1 / 64
      """, [next], touching: .leavers)
    for (size, part) in [(4096, 64), (262_144, 4096)] as [(Int64, Int64)] {
      try run("DELETE FROM leaver_block WHERE size = ?2 AND block < ?1 / ?2", [next, size], touching: .leavers)
      try run(
        """
        UPDATE leaver_block SET leavers =
          (SELECT COALESCE(SUM(leavers), 0) FROM leaver_block
            WHERE size = ?3 AND block >= ?1 / ?2 * 64 AND block < ?1 / ?2 * 64 + 64)
        WHERE size = ?2 AND block = ?1 / ?2
        """, [next, size, part], touching: .leavers)
    }
  }

  /// Blocks whose sums are not those of their rows, each in a few words.
  func leaverBlockFaults() throws(BookingError) -> [String] {
    try all(
      """
      SELECT size, block FROM leaver_block WHERE leavers <>
        (SELECT COUNT(*) FROM leaver WHERE number >= block * size AND number < block * size + size)
      UNION ALL
      SELECT size, number / size FROM leaver, (SELECT 64 AS size UNION SELECT 4096 UNION SELECT 262144) AS sizes
      WHERE NOT EXISTS (SELECT 1 FROM leaver_block WHERE size = sizes.size AND block = number / sizes.size)
      LIMIT 20
      """
    ) { row in "block \(try row.count(1)) of \(try row.count(0)) tickets does not count who left" }
  }
}
