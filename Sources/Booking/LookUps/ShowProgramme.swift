/// A concert with its sessions, as people without a token may see it: no remaining seats.
package struct ProgrammeEntry: Hashable, Sendable {
  package struct Evening: Hashable, Sendable {
    package let session: Session
    package let venue: LocalizedText
    package let prices: [TierPrice]

    package init(session: Session, venue: LocalizedText, prices: [TierPrice]) {
      self.session = session
      self.venue = venue
      self.prices = prices
    }
  }

  package let concert: Concert
  /// By start.
  package let evenings: [Evening]

  package init(concert: Concert, evenings: [Evening]) {
    self.concert = concert
    self.evenings = evenings
  }
}

extension BookingEngine {
  /// How many seats the sessions have that are on sale now, taken ones included.
  package func seatsForSale() throws(BookingError) -> Int64 {
    try read { snapshot throws(BookingError) in
      var seats: Int64 = 0
      for session in try snapshot.store.sessions() where session.isOnSale(at: snapshot.now) {
        seats += try snapshot.store.seatCount(of: session.id)
      }
      return seats
    }
  }

  /// Every concert with at least one session that has not begun, by its first start.
  package func programme() throws(BookingError) -> [ProgrammeEntry] {
    try read { snapshot throws(BookingError) in
      let venues = try snapshot.store.hallNames()
      let concerts = try snapshot.store.concerts()
      var evenings: [ConcertID: [ProgrammeEntry.Evening]] = [:]
      var order: [ConcertID] = []
      for session in try snapshot.store.sessions() where snapshot.now < session.start {
        if evenings[session.concert] == nil { order.append(session.concert) }
        evenings[session.concert, default: []].append(
          ProgrammeEntry.Evening(
            session: session, venue: venues[session.hall] ?? LocalizedText("", ""),
            prices: try snapshot.store.prices(of: session.id)))
      }
      return order.compactMap { id in
        concerts.first { $0.id == id }.map { ProgrammeEntry(concert: $0, evenings: evenings[id] ?? []) }
      }
    }
  }

  /// A session's hall with its plan, which never changes.
  /// - Throws: `unknownSession`.
  package func hall(of id: SessionID) throws(BookingError) -> Hall {
    try store.read { reader throws(BookingError) in
      guard let session = try reader.session(id), let hall = try reader.hall(session.hall) else {
        throw .unknownSession
      }
      return hall
    }
  }

  /// The policy in force.
  package func policy() throws(BookingError) -> Policy {
    try read { snapshot throws(BookingError) in snapshot.policy }
  }
}
