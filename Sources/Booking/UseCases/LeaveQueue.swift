extension BookingEngine {
  /// Ends a waiting or active token at once and frees its place. Holds stay. Again changes nothing.
  /// - Throws: `invalidToken` when it is unknown or another's.
  package func leaveQueue(caller: UserID, token: TokenCredential) throws(BookingError) {
    try write { context throws(BookingError) in
      let presented = try context.snapshot.find(token, of: caller)
      guard presented.isLive else { return }
      try context.leave(presented)
    }
  }
}

extension WriteContext {
  /// Ends a live token because its holder goes.
  func leave(_ token: QueueToken) throws(BookingError) {
    try end(token, .left, rule: 2)
    if token.state == .waiting { try store.insertLeaver(token.number) }
  }
}
