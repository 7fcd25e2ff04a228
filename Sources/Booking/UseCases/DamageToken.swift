extension BookingEngine {
  /// Marks a waiting token as active, past all rules and without a record, as a mistake of ours or an edited store would:
  /// what judges invariants must find it. Only a copy that is thrown away should suffer it.
  /// - Throws: `notADemonstration`; `invalidToken` for a number that was never given out.
  package func damageToken(_ number: TicketNumber) throws(BookingError) {
    try direct { context throws(BookingError) in
      let activity = QueueToken.Activity(
        since: context.now, lastAction: context.now, lifetimeDeadline: context.now + .hours(1),
        idleDeadline: context.now + .hours(1))
      guard try context.store.activateToken(number, activity) == 1 else { throw .invalidToken(.unknown) }
    }
  }
}
