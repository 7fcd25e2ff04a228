internal import Booking

extension Transaction {
  func user(_ id: UserID) throws(BookingError) -> User? {
    try first("SELECT id, name, balance FROM user WHERE id = ?", [id.rawValue], Self.user)
  }

  func users() throws(BookingError) -> [User] {
    try all("SELECT id, name, balance FROM user ORDER BY id", [], Self.user)
  }

  func insertUser(name: String) throws(BookingError) -> UserID {
    UserID(try insert("INSERT INTO user (name) VALUES (?)", [name], touching: []))
  }

  func credit(_ user: UserID, _ amount: Won) throws(BookingError) -> Int {
    try run("UPDATE user SET balance = balance + ? WHERE id = ?", [amount.amount, user.rawValue], touching: [])
  }

  func debit(_ user: UserID, _ amount: Won) throws(BookingError) -> Int {
    try run(
      "UPDATE user SET balance = balance - ? WHERE id = ? AND balance >= ?",
      [amount.amount, user.rawValue, amount.amount], touching: [])
  }

  func ledger(of user: UserID) throws(BookingError) -> [LedgerEntry] {
    try all(Self.ledgerSQL + " WHERE user_id = ? ORDER BY id", [user.rawValue], Self.entry)
  }

  func allLedgerEntries() throws(BookingError) -> [LedgerEntry] {
    try all(Self.ledgerSQL + " ORDER BY id", [], Self.entry)
  }

  func insertLedgerEntry(_ entry: LedgerEntry) throws(BookingError) {
    try run(
      "INSERT INTO ledger (user_id, amount, kind, payment_id, entered_at) VALUES (?, ?, ?, ?, ?)",
      [
        entry.user.rawValue, entry.amount.amount, entry.kind.rawValue, entry.payment?.rawValue, entry.at.milliseconds,
      ], touching: [])
  }

  private static let ledgerSQL: SQL = "SELECT user_id, amount, kind, payment_id, entered_at FROM ledger"

  private static func user(_ row: Columns) throws -> User {
    try User(id: row.id(0), name: row.name(1), balance: row.won(2))
  }

  private static func entry(_ row: Columns) throws -> LedgerEntry {
    try LedgerEntry(
      user: row.id(0), amount: row.won(1), kind: row.choice(2), payment: row.idIfAny(3), at: row.instant(4))
  }
}
