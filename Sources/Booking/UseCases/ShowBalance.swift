extension BookingEngine {
  /// Use case 8, rule 8. No token.
  /// - Throws: `unknownUser`.
  package func balance(user: UserID) throws(BookingError) -> Won {
    try read { snapshot throws(BookingError) in
      guard let user = try snapshot.store.user(user) else { throw .unknownUser }
      return user.balance
    }
  }
}
