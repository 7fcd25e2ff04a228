/// A session's seats as rule 4 lists them, and the number of the last change that is in the list.
package struct SeatListing: Sendable {
  package let session: Session
  package let seats: [Seat]
  package let asOf: EventID

  package init(session: Session, seats: [Seat], asOf: EventID) {
    self.session = session
    self.seats = seats
    self.asOf = asOf
  }
}

extension BookingEngine {
  /// Use case 4, rule 4. Works outside the sale window too.
  /// - Throws: `invalidToken` for a token that is unknown, another's or not active; `unknownSession`.
  package func seats(
    caller: UserID, token: TokenCredential, session: SessionID, visit: Visit
  ) throws(BookingError) -> SeatListing {
    switch visit {
    case .action:
      try write { context throws(BookingError) in
        let presented = try context.snapshot.findActive(token, of: caller, else: BookingError.invalidToken)
        let listing = try context.snapshot.seatListing(of: session)
        try context.touch(presented)
        return listing
      }
    case .refresh:
      try read { snapshot throws(BookingError) in
        _ = try snapshot.findActive(token, of: caller, else: BookingError.invalidToken)
        return try snapshot.seatListing(of: session)
      }
    }
  }

  /// A person's sign of life on a seat map: the action of rule 4 without listing again what the screen has.
  /// - Throws: as `seats`.
  package func stay(caller: UserID, token: TokenCredential, session: SessionID) throws(BookingError) {
    try write { context throws(BookingError) in
      let presented = try context.snapshot.findActive(token, of: caller, else: BookingError.invalidToken)
      guard try context.store.session(session) != nil else { throw .unknownSession }
      try context.touch(presented)
    }
  }
}

extension Snapshot {
  fileprivate func seatListing(of id: SessionID) throws(BookingError) -> SeatListing {
    guard let session = try store.session(id) else { throw .unknownSession }
    return SeatListing(session: session, seats: try store.seats(of: id), asOf: try store.lastEvent())
  }
}
