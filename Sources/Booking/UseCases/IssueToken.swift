extension BookingEngine {
  /// Use case 1, rule 1. A user with a live token gets that one, unchanged.
  /// - Throws: `unknownUser`.
  package func issueToken(user: UserID) throws(BookingError) -> TokenStatus {
    try write { context throws(BookingError) in try context.issueToken(user: user) }
  }
}

extension WriteContext {
  func issueToken(user: UserID) throws(BookingError) -> TokenStatus {
    guard try store.user(user) != nil else { throw .unknownUser }
    if let live = try store.liveToken(of: user) { return try snapshot.status(of: live) }
    let number = try store.takeTicketNumber()
    let token = QueueToken(
      credential: TokenCredential(number: number, secret: makeSecret()), user: user, issuedAt: now, state: .waiting)
    try store.insertToken(token)
    try store.append(
      Event(.tokenIssued, at: now, rule: 1).with {
        $0.user = user
        $0.token = number
      })
    return try snapshot.status(of: token)
  }
}
