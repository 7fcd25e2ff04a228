internal import Booking

extension Transaction {
  func request(
    _ key: RequestKey, of user: UserID, for useCase: RequestRecord.UseCase
  ) throws(BookingError) -> RequestRecord? {
    try first(
      "SELECT contents, answer FROM request WHERE user_id = ? AND use_case = ? AND key = ?",
      [user.rawValue, useCase.rawValue, key.text]
    ) { row in
      try RequestRecord(
        user: user, useCase: useCase, key: key, contents: row.value(0), answer: Self.numbers(row.value(1)))
    }
  }

  func insertRequest(_ record: RequestRecord, at: Timestamp) throws(BookingError) {
    try run(
      "INSERT INTO request (user_id, use_case, key, contents, answer, answered_at) VALUES (?, ?, ?, ?, ?, ?)",
      [
        record.user.rawValue, record.useCase.rawValue, record.key.text, record.contents,
        record.answer.map(String.init).joined(separator: ","), at.milliseconds,
      ], touching: [])
  }

  func allRequests() throws(BookingError) -> [(request: RequestRecord, at: Timestamp)] {
    try all("SELECT user_id, use_case, key, contents, answer, answered_at FROM request ORDER BY user_id, use_case, key")
    {
      row in
      (
        try RequestRecord(
          user: row.id(0), useCase: row.choice(1), key: RequestKey(row.value(2)), contents: row.value(3),
          answer: Self.numbers(row.value(4))),
        try row.instant(5)
      )
    }
  }

  /// Numbers as they are written in an answer; none where something else is there.
  private static func numbers(_ text: String) -> [Int64] {
    let numbers = text.split(separator: ",").compactMap { Int64($0) }
    return numbers.map(String.init).joined(separator: ",") == text ? numbers : []
  }
}
