extension BookingEngine {
  /// Use cases 9 and 10: does everything that has fallen due, and says when something will next, nil when nothing will.
  /// Writes nothing when nothing is due.
  @discardableResult
  package func runSchedule() throws(BookingError) -> Timestamp? {
    try read { snapshot throws(BookingError) in
      try Settlement.next(in: snapshot.store, policy: snapshot.policy)?.instant
    }
  }

  /// When something falls due next, perhaps already; nil when nothing will. Does nothing about it.
  package func nextDue() throws(BookingError) -> Timestamp? {
    try store.read { reader throws(BookingError) in
      try Settlement.next(in: reader, policy: try reader.policy())?.instant
    }
  }

  /// Booking time now.
  package func now() throws(BookingError) -> Timestamp {
    try store.read { reader throws(BookingError) in try clock.now(in: reader.house()) }
  }
}
