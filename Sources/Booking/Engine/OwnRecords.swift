extension Snapshot {
  /// The token that was presented, whatever its state: `invalidToken` when it was never issued or its secret differs.
  func find(_ credential: TokenCredential) throws(BookingError) -> QueueToken {
    guard let token = try store.token(credential.number), token.credential.secret == credential.secret else {
      throw .invalidToken(.unknown)
    }
    return token
  }

  /// The caller's own token, whatever its state; `invalidToken` otherwise.
  func find(_ credential: TokenCredential, of caller: UserID) throws(BookingError) -> QueueToken {
    let token = try find(credential)
    guard token.user == caller else { throw .invalidToken(.anothers) }
    return token
  }

  /// The caller's own active token. A token that is not active is refused with `refusal`.
  func findActive(
    _ credential: TokenCredential, of caller: UserID, else refusal: (TokenFault) -> BookingError
  ) throws(BookingError) -> QueueToken {
    let token = try find(credential, of: caller)
    switch token.state {
    case .active: return token
    case .waiting: throw refusal(.waiting)
    case .expired(_, let reason, _): throw refusal(.expired(reason))
    }
  }
}

extension WriteContext {
  /// Records an action of an active token: its idle limit starts anew (rule 9).
  func touch(_ token: QueueToken) throws(BookingError) {
    guard let activity = token.activity else { return }
    let idleDeadline = max(activity.idleDeadline, now + policy.idleLimit)
    guard try store.touchToken(token.number, at: now, idleDeadline: idleDeadline) == 1 else { return }
    try store.append(
      Event(.tokenActed, at: now, rule: 9).with {
        $0.user = token.user
        $0.token = token.number
        $0.deadline = min(activity.lifetimeDeadline, idleDeadline)
      })
  }

  /// Ends a live token now.
  func end(_ token: QueueToken, _ reason: QueueToken.EndReason, rule: Int64) throws(BookingError) {
    guard try store.endToken(token.number, at: now, reason: reason) == 1 else { throw .storage(.damaged) }
    try store.append(
      Event(.tokenEnded, at: now, rule: rule).with {
        $0.user = token.user
        $0.token = token.number
        $0.reason = reason
      })
  }

  /// The caller's own reservation, whatever became of it; `unknownReservation` otherwise.
  func ownReservation(_ id: ReservationID, of caller: UserID) throws(BookingError) -> Reservation {
    guard let reservation = try store.reservation(id), reservation.user == caller else { throw .unknownReservation }
    return reservation
  }
}
