/// What has fallen due in a store since its latest instant, but was not done because nobody had it open.
package struct FallenDue: Sendable {
  package enum Item: Hashable, Sendable {
    case hold(ReservationID, of: UserID)
    case token(TicketNumber, of: UserID)
    /// The next admission of those who wait; what follows from it is not foretold.
    case admission(of: Int64)
  }

  /// In order of due instants.
  package let items: [(item: Item, at: Timestamp)]

  /// Finds what is due at `now` without changing anything.
  package init(_ store: any StoreAuditor, at now: Timestamp) throws(BookingError) {
    var items: [(item: Item, at: Timestamp)] = []
    for hold in try store.allReservations() where hold.status == .held {
      items.append((.hold(hold.id, of: hold.user), hold.deadline))
    }
    let tokens = try store.allTokens()
    for token in tokens {
      if let activity = token.activity { items.append((.token(token.number, of: token.user), activity.deadline)) }
    }
    let policy = try store.policy()
    let admitted = try Settlement.room(in: store, policy: policy)
    if admitted > 0 {
      let house = try store.house()
      let calendar = AdmissionCalendar(epoch: house.admissionEpoch, period: policy.activationPeriod)
      let next = calendar.next(after: house.admittedThrough)
      items.append((.admission(of: admitted), next))
    }
    self.items = items.filter { $0.at <= now }.sorted { $0.at < $1.at }
  }
}
