/// A person as the sign-in screen lists them.
package struct Person: Hashable, Sendable {
  package let user: User
  /// Waiting or active; nil without a live token.
  package let token: QueueToken?
  /// How many seats they hold unpaid.
  package let holds: Int64

  package init(user: User, token: QueueToken?, holds: Int64) {
    self.user = user
    self.token = token
    self.holds = holds
  }
}

extension BookingEngine {
  /// The names of some people; those who are not there have none.
  package func names(of users: Set<UserID>) throws(BookingError) -> [UserID: String] {
    try read { snapshot throws(BookingError) in
      var names: [UserID: String] = [:]
      for user in users { names[user] = try snapshot.store.user(user)?.name }
      return names
    }
  }

  /// Everybody, by number.
  package func users() throws(BookingError) -> [User] {
    try read { snapshot throws(BookingError) in try snapshot.store.users() }
  }

  /// Everybody with how they stand, by number.
  package func people() throws(BookingError) -> [Person] {
    try read { snapshot throws(BookingError) in
      var tokens: [UserID: QueueToken] = [:]
      for token in try snapshot.store.liveTokens() { tokens[token.user] = token }
      let holds = try snapshot.store.liveHoldCounts()
      return try snapshot.store.users().map { Person(user: $0, token: tokens[$0.id], holds: holds[$0.id] ?? 0) }
    }
  }
}
