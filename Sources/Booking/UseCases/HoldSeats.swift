extension BookingEngine {
  /// Use case 5, rule 5: holds all the seats or none, in the order given. Returns the holds.
  /// - Throws: `requestKeyReused`, `invalidToken`, `unknownSession`, `unknownSeat`, `emptyOrRepeated`, `saleClosed`,
  ///   `tooManyHolds`, `seatTaken` naming the first that was lost.
  package func holdSeats(
    caller: UserID, token: TokenCredential, session: SessionID, seats: [SeatID], key: RequestKey
  ) throws(BookingError) -> [Reservation] {
    try write { context throws(BookingError) in
      try context.holdSeats(caller: caller, token: token, session: session, seats: seats, key: key)
    }
  }
}

extension WriteContext {
  func holdSeats(
    caller: UserID, token: TokenCredential, session: SessionID, seats: [SeatID], key: RequestKey
  ) throws(BookingError) -> [Reservation] {
    let contents = "\(token.fingerprint)/\(session)/\(seats.map(\.description).joined(separator: ","))"
    let answer = try once(key, user: caller, .hold, contents: contents) { () throws(BookingError) in
      let presented = try snapshot.findActive(token, of: caller, else: BookingError.invalidToken)
      let states = try checkHold(caller: caller, session: session, seats: seats)
      var ids: [Int64] = []
      for (seat, state) in zip(seats, states) {
        ids.append(try hold(seat, state, of: session, for: presented).rawValue)
      }
      try touch(presented)
      return ids
    }
    var holds: [Reservation] = []
    for id in answer {
      guard let hold = try store.reservation(ReservationID(id)) else { throw .storage(.damaged) }
      holds.append(hold.asMade)
    }
    return holds
  }

  /// Everything rule 5 checks before the seats themselves; answers each seat's state.
  private func checkHold(
    caller: UserID, session id: SessionID, seats: [SeatID]
  ) throws(BookingError) -> [SeatState] {
    guard let session = try store.session(id) else { throw .unknownSession }
    var states: [SeatState] = []
    for seat in seats {
      guard let state = try store.seatState(seat, of: id) else { throw .unknownSeat(seat) }
      states.append(state)
    }
    guard !seats.isEmpty, Set(seats).count == seats.count else { throw .emptyOrRepeated }
    guard session.isOnSale(at: now) else { throw .saleClosed(now < session.saleOpens ? .notYet : .over) }
    guard try store.liveHolds(of: caller) + Int64(seats.count) <= policy.maxHoldsPerUser else {
      throw .tooManyHolds(limit: policy.maxHoldsPerUser)
    }
    for (seat, state) in zip(seats, states) where state.status != .available { throw .seatTaken(seat) }
    return states
  }

  /// Holds one seat that was just looked at, for a token's holder.
  func hold(
    _ seat: SeatID, _ state: SeatState, of session: SessionID, for token: QueueToken
  ) throws(BookingError) -> ReservationID {
    // A seat that this person released keeps its old deadline, so that nothing stretches the five minutes.
    let released = try store.releasedDeadline(of: token.user, seat: seat, session: session)
    let deadline = released.flatMap { $0 > now ? $0 : nil } ?? now + policy.holdDuration
    let id = try store.insertReservation(
      user: token.user, token: token.number, session: session, seat: seat, price: state.price, at: now,
      deadline: deadline)
    guard try store.holdSeat(seat, of: session, version: state.version, reservation: id) == 1 else {
      throw .seatTaken(seat)
    }
    try store.append(
      Event(.seatHeld, at: now, rule: 5).with {
        $0.user = token.user
        $0.token = token.number
        $0.session = session
        $0.seat = seat
        $0.reservation = id
        $0.amount = state.price
        $0.deadline = deadline
      })
    return id
  }
}
