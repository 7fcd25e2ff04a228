internal import Booking
internal import Foundation

extension Transaction {
  func token(_ number: TicketNumber) throws(BookingError) -> QueueToken? {
    try first(Self.tokenSQL + " WHERE number = ?", [number.rawValue], Self.token)
  }

  func liveToken(of user: UserID) throws(BookingError) -> QueueToken? {
    try first(Self.tokenSQL + " WHERE user_id = ? AND ended_at IS NULL", [user.rawValue], Self.token)
  }

  func latestToken(of user: UserID) throws(BookingError) -> QueueToken? {
    // One that has not ended is the latest: nobody gets another meanwhile.
    if let live = try liveToken(of: user) { return live }
    return try first(
      Self.tokenSQL + " WHERE user_id = ? AND ended_at IS NOT NULL ORDER BY number DESC LIMIT 1", [user.rawValue],
      Self.token)
  }

  func liveTokens() throws(BookingError) -> [QueueToken] {
    try all(Self.tokenSQL + " WHERE ended_at IS NULL ORDER BY number", [], Self.token)
  }

  func allTokens() throws(BookingError) -> [QueueToken] {
    try all(Self.tokenSQL + " ORDER BY number", [], Self.token)
  }

  func activeTokens() throws(BookingError) -> Int64 {
    try count("SELECT COUNT(*) FROM token WHERE live_deadline IS NOT NULL")
  }

  func waitingTokens(after head: TicketNumber, count: Int64) throws(BookingError) -> [QueueToken] {
    try all(
      Self.tokenSQL + " WHERE number > ? AND ended_at IS NULL ORDER BY number LIMIT ?", [head.rawValue, count],
      Self.token)
  }

  func nextTokenToEnd() throws(BookingError) -> QueueToken? {
    try remembered(\.nextTokenToEnd) { () throws(BookingError) in
      try first(
        Self.tokenSQL + " WHERE live_deadline IS NOT NULL ORDER BY live_deadline, number LIMIT 1", [], Self.token)
    }
  }

  func insertToken(_ token: QueueToken) throws(BookingError) {
    let secret = token.credential.secret
    let bytes = withUnsafeBytes(of: (secret.high.bigEndian, secret.low.bigEndian)) { Data($0) }
    try run(
      "INSERT INTO token (number, secret, user_id, issued_at) VALUES (?, ?, ?, ?)",
      [token.number.rawValue, bytes, token.user.rawValue, token.issuedAt.milliseconds], touching: [])
  }

  func activateToken(_ number: TicketNumber, _ activity: QueueToken.Activity) throws(BookingError) -> Int {
    try run(
      """
      UPDATE token SET activated_at = ?, last_action_at = ?, lifetime_deadline = ?, idle_deadline = ?,
        live_deadline = ?
      WHERE number = ? AND activated_at IS NULL AND ended_at IS NULL
      """,
      [
        activity.since.milliseconds, activity.lastAction.milliseconds, activity.lifetimeDeadline.milliseconds,
        activity.idleDeadline.milliseconds, activity.deadline.milliseconds, number.rawValue,
      ], touching: .activeTokens)
  }

  func touchToken(_ number: TicketNumber, at: Timestamp, idleDeadline: Timestamp) throws(BookingError) -> Int {
    try run(
      """
      UPDATE token SET last_action_at = ?, idle_deadline = ?,
        live_deadline = CASE WHEN lifetime_deadline < ? THEN lifetime_deadline ELSE ? END
      WHERE number = ? AND live_deadline IS NOT NULL
      """,
      [
        at.milliseconds, idleDeadline.milliseconds, idleDeadline.milliseconds, idleDeadline.milliseconds,
        number.rawValue,
      ], touching: .activeTokens)
  }

  func endToken(
    _ number: TicketNumber, at: Timestamp, reason: QueueToken.EndReason
  ) throws(BookingError) -> Int {
    try run(
      "UPDATE token SET ended_at = ?, end_reason = ?, live_deadline = NULL WHERE number = ? AND ended_at IS NULL",
      [at.milliseconds, reason.rawValue, number.rawValue], touching: .activeTokens)
  }

  private static let tokenSQL: SQL = """
    SELECT number, secret, user_id, issued_at, activated_at, last_action_at, lifetime_deadline, idle_deadline,
      ended_at, end_reason FROM token
    """

  private static func token(_ row: Columns) throws -> QueueToken {
    let secret = try row.words(1)
    let activity: QueueToken.Activity? =
      if let since = try row.instantIfAny(4) {
        try QueueToken.Activity(
          since: since, lastAction: row.instant(5), lifetimeDeadline: row.instant(6), idleDeadline: row.instant(7))
      } else { nil }
    let state: QueueToken.State =
      if let ended = try row.instantIfAny(8) {
        .expired(at: ended, reason: try row.choice(9), activity: activity)
      } else if let activity { .active(activity) } else { .waiting }
    return try QueueToken(
      credential: TokenCredential(number: row.id(0), secret: TokenSecret(high: secret.0, low: secret.1)),
      user: row.id(2), issuedAt: row.instant(3), state: state)
  }
}
