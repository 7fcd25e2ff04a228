extension WriteContext {
  /// Carries out a command once per request key. The same key again answers the first answer and changes nothing;
  /// with other contents it is `requestKeyReused`. Only a success is remembered.
  func once(
    _ key: RequestKey, user: UserID, _ useCase: RequestRecord.UseCase, contents: String,
    _ command: () throws(BookingError) -> [Int64]
  ) throws(BookingError) -> [Int64] {
    if let record = try store.request(key, of: user, for: useCase) {
      guard record.contents == contents else { throw .requestKeyReused }
      return record.answer
    }
    let answer = try command()
    try store.insertRequest(
      RequestRecord(user: user, useCase: useCase, key: key, contents: contents, answer: answer), at: now)
    return answer
  }
}
