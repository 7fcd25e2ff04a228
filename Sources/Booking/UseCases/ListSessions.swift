/// Why a list is asked for: rule 9 makes a person's look an action, and a screen's own refresh none.
package enum Visit: Sendable { case action, refresh }

/// A session as rule 3 lists it.
package struct SessionListing: Hashable, Sendable {
  package let session: Session
  package let venue: LocalizedText
  package let lowestPrice: Won
  package let highestPrice: Won
  /// Available now.
  package let remaining: Int64
  package let total: Int64

  package init(
    session: Session, venue: LocalizedText, lowestPrice: Won, highestPrice: Won, remaining: Int64, total: Int64
  ) {
    self.session = session
    self.venue = venue
    self.lowestPrice = lowestPrice
    self.highestPrice = highestPrice
    self.remaining = remaining
    self.total = total
  }
}

extension BookingEngine {
  /// Use case 3, rule 3: the sessions on sale, by start, then number; a sold-out one with 0 remaining.
  /// - Throws: `invalidToken` for an unknown token or another's, `inactiveToken` for a waiting or expired one.
  package func sessions(
    caller: UserID, token: TokenCredential, concert: ConcertID? = nil, visit: Visit
  ) throws(BookingError) -> [SessionListing] {
    switch visit {
    case .action:
      try write { context throws(BookingError) in
        let presented = try context.snapshot.findActive(token, of: caller, else: BookingError.inactiveToken)
        try context.touch(presented)
        return try context.snapshot.sessionsOnSale(concert: concert)
      }
    case .refresh:
      try read { snapshot throws(BookingError) in
        _ = try snapshot.findActive(token, of: caller, else: BookingError.inactiveToken)
        return try snapshot.sessionsOnSale(concert: concert)
      }
    }
  }
}

extension Snapshot {
  fileprivate func sessionsOnSale(concert: ConcertID?) throws(BookingError) -> [SessionListing] {
    let venues = try store.hallNames()
    var listings: [SessionListing] = []
    for session in try store.sessions()
    where session.isOnSale(at: now) && (concert ?? session.concert) == session.concert {
      listings.append(try listing(of: session, venue: venues[session.hall] ?? LocalizedText("", "")))
    }
    return listings
  }

  func listing(of session: Session, venue: LocalizedText) throws(BookingError) -> SessionListing {
    let prices = try store.prices(of: session.id).map(\.price)
    let total = try store.seatCount(of: session.id)
    return SessionListing(
      session: session, venue: venue, lowestPrice: prices.min() ?? .zero, highestPrice: prices.max() ?? .zero,
      remaining: total - (try store.takenSeats(of: session.id)), total: total)
  }
}
