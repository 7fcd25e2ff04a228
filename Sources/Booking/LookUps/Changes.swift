/// What changed in a session since a screen last looked.
package struct SeatChanges: Sendable {
  /// The seats that changed, as they stand now.
  package let seats: [Seat]
  package let asOf: EventID

  package init(seats: [Seat], asOf: EventID) {
    self.seats = seats
    self.asOf = asOf
  }
}

extension BookingEngine {
  /// The number of the last thing that happened.
  package func lastEvent() throws(BookingError) -> EventID {
    try read { snapshot throws(BookingError) in try snapshot.store.lastEvent() }
  }

  /// What happened after `id`, in order.
  package func events(after id: EventID, limit: Int64 = 1000) throws(BookingError) -> [Event] {
    try read { snapshot throws(BookingError) in try snapshot.store.events(after: id, limit: limit) }
  }

  /// What is on record after `id`, in order, and whether some of what happened after it has gone from the record. Nothing
  /// that has fallen due is done for it.
  package func recorded(
    after id: EventID, limit: Int64 = 1000
  ) throws(BookingError) -> (events: [Event], lacksSome: Bool) {
    try store.read { reader throws(BookingError) in
      (try reader.events(after: id, limit: limit), try EventRecord.lacksEvents(after: id, in: reader))
    }
  }

  /// A token as it is on record, without doing what has fallen due; nil for a number that was never given out.
  package func recorded(_ number: TicketNumber) throws(BookingError) -> QueueToken? {
    try store.read { reader throws(BookingError) in try reader.token(number) }
  }

  /// The seats of a session that changed after `id`, or all of them where that is not on record any more or a price
  /// changed; a screen's refresh, so no action.
  /// - Throws: `invalidToken` as the list of seats does.
  package func seatChanges(
    caller: UserID, token: TokenCredential, session: SessionID, after id: EventID
  ) throws(BookingError) -> SeatChanges {
    try read { snapshot throws(BookingError) in
      _ = try snapshot.findActive(token, of: caller, else: BookingError.invalidToken)
      let store = snapshot.store
      let last = try store.lastEvent()
      if try EventRecord.lacksEvents(after: id, in: store) {
        return SeatChanges(seats: try store.seats(of: session), asOf: last)
      }
      var changed: Set<SeatID> = []
      for event in try store.events(after: id, limit: last.rawValue - id.rawValue) where event.session == session {
        if event.kind == .priceSet { return SeatChanges(seats: try store.seats(of: session), asOf: last) }
        if let seat = event.seat { changed.insert(seat) }
      }
      var seats: [Seat] = []
      for seat in changed.sorted() {
        guard let current = try store.seat(seat, of: session) else { throw .storage(.damaged) }
        seats.append(current)
      }
      return SeatChanges(seats: seats, asOf: last)
    }
  }

  /// How long the queue was over the last `span`, as the length after each change, oldest first; it begins with the
  /// length at the start of the span, or at the earliest change among the last `depth` events.
  package func queueHistory(
    span: Duration, depth: Int64 = 2000
  ) throws(BookingError) -> [(at: Timestamp, length: Int64)] {
    try read { snapshot throws(BookingError) in
      let since = snapshot.now - span
      var length = try QueueLine(snapshot.store).length()
      var history = [(at: snapshot.now, length: length)]
      let events = try snapshot.store.lastEvents(depth)
      var reachesBack = events.count < depth
      for event in events.reversed() {
        guard event.at > since else {
          reachesBack = true
          break
        }
        guard let change = try snapshot.queueChange(of: event) else { continue }
        history.append((event.at, length))
        length -= change
      }
      if reachesBack { history.append((since, length)) }
      return history.reversed()
    }
  }
}

extension Snapshot {
  /// By how much an event made the queue longer; nil when it did not touch it.
  fileprivate func queueChange(of event: Event) throws(BookingError) -> Int64? {
    switch event.kind {
    case .tokenIssued: return 1
    case .tokenActivated: return -1
    case .tokenEnded:
      guard event.reason == .left, let number = event.token, let token = try store.token(number) else { return nil }
      guard case .expired(_, _, activity: nil) = token.state else { return nil }
      return -1
    default: return nil
    }
  }
}
