extension BookingEngine {
  /// Ends one's own live holds at once, all or none. No token; an active token's holder has acted (rule 9).
  /// - Throws: `unknownReservation` for another's, `alreadyPaid`, `reservationExpired`.
  package func release(caller: UserID, reservations: [ReservationID]) throws(BookingError) {
    try write { context throws(BookingError) in
      for id in reservations { try context.release(context.ownReservation(id, of: caller)) }
      if let token = try context.store.liveToken(of: caller) { try context.touch(token) }
    }
  }
}

extension WriteContext {
  fileprivate func release(_ hold: Reservation) throws(BookingError) {
    switch hold.status {
    case .held: break
    case .confirmed: throw .alreadyPaid
    case .expired, .released: throw .reservationExpired
    }
    guard try store.releaseReservation(hold.id, at: now) == 1,
      try store.freeSeat(hold.seat, of: hold.session, reservation: hold.id) == 1
    else { throw .storage(.damaged) }
    try store.append(Event(.holdReleased, at: now, rule: 5).about(hold))
  }
}
