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

  /// What falls due next, and when.
  package struct Due: Hashable, Sendable {
    package let what: FallenDue.Item
    package let user: UserID?
    package let at: Timestamp

    package init(what: FallenDue.Item, user: UserID?, at: Timestamp) {
      self.what = what
      self.user = user
      self.at = at
    }
  }

  /// What falls due next, perhaps already; nil when nothing will. Does nothing about it.
  package func due() throws(BookingError) -> Due? {
    try store.read { reader throws(BookingError) in
      let policy = try reader.policy()
      guard let item = try Settlement.next(in: reader, policy: policy) else { return nil }
      switch item {
      case .holdEnds(let hold): return Due(what: .hold(hold.id, of: hold.user), user: hold.user, at: item.instant)
      case .tokenEnds(let token, _):
        return Due(what: .token(token.number, of: token.user), user: token.user, at: item.instant)
      case .admission:
        let count = try Settlement.room(in: reader, policy: policy)
        return Due(what: .admission(of: count), user: nil, at: item.instant)
      }
    }
  }

  /// When people are admitted next, if anybody waits.
  package func nextAdmission() throws(BookingError) -> Timestamp {
    try read { snapshot throws(BookingError) in
      AdmissionCalendar(epoch: try snapshot.store.house().admissionEpoch, period: snapshot.policy.activationPeriod)
        .next(after: snapshot.now)
    }
  }

  /// Booking time now.
  package func now() throws(BookingError) -> Timestamp {
    try store.read { reader throws(BookingError) in try clock.now(in: reader.house()) }
  }
}
