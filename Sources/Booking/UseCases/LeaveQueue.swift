extension BookingEngine {
  /// Ends a waiting or active token at once and frees its place. Holds stay. Again changes nothing.
  /// - Throws: `invalidToken` when it is unknown or another's.
  package func leaveQueue(caller: UserID, token: TokenCredential) throws(BookingError) {
    try write { desk throws(BookingError) in
      let presented = try desk.snapshot.find(token, of: caller)
      guard presented.isLive else { return }
      try desk.end(presented, .left, rule: 2)
      if presented.state == .waiting { try desk.store.insertLeaver(presented.number) }
    }
  }
}
