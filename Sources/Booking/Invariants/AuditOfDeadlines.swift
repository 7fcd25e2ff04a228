extension Audit {
  func movedDeadlines() -> [String] { movedHolds() + movedTokens() }

  private func movedHolds() -> [String] {
    struct Place: Hashable {
      let user: UserID?
      let session: SessionID?
      let seat: SeatID?
    }
    var granted: [ReservationID: Timestamp] = [:]
    var released: [Place: Timestamp] = [:]
    for (event, policy) in record {
      guard let id = event.reservation else { continue }
      let place = Place(user: event.user, session: event.session, seat: event.seat)
      switch event.kind {
      case .seatHeld:
        let old = released[place].flatMap { $0 > event.at ? $0 : nil }
        granted[id] = old ?? event.at + policy.holdDuration
      case .holdReleased: released[place] = granted[id]
      default: break
      }
    }
    var faults: [String] = []
    for reservation in reservations {
      if case .confirmed(let at) = reservation.status, at >= reservation.deadline {
        faults.append("reservation \(reservation.id) was paid past its deadline")
      }
      let most = granted[reservation.id]
      if most.map({ reservation.deadline > $0 }) ?? mustTell(of: reservation.heldAt) {
        faults.append("reservation \(reservation.id) lasts longer than it was given")
      }
    }
    return faults
  }

  private func movedTokens() -> [String] {
    struct Limits {
      let lifetime: Timestamp
      var idle: Timestamp
    }
    var limits: [TicketNumber: Limits] = [:]
    for (event, policy) in record {
      guard let number = event.token else { continue }
      let idle = event.at + policy.idleLimit
      switch event.kind {
      case .tokenActivated: limits[number] = Limits(lifetime: event.at + policy.tokenLifetime, idle: idle)
      case .tokenActed: if let known = limits[number]?.idle { limits[number]?.idle = max(known, idle) }
      default: break
      }
    }
    var faults: [String] = []
    for token in tokens {
      guard let activity = token.lastActivity else { continue }
      let most = limits[token.number]
      if most.map({ activity.lifetimeDeadline > $0.lifetime || activity.idleDeadline > $0.idle })
        ?? mustTell(of: activity.since)
      {
        faults.append("token \(token.number) lives longer than it was given")
        continue
      }
      guard case .expired(let at, let reason, _) = token.state else { continue }
      let isInTime =
        switch reason {
        case .paid, .left: at < activity.deadline
        case .lifetime, .idle: at == activity.deadline && reason == activity.limit
        }
      if !isInTime { faults.append("token \(token.number) did not end at its deadline") }
    }
    return faults
  }

  func overdue() -> [String] {
    reservations.filter { $0.status == .held && $0.deadline <= house.latest }
      .map { "reservation \($0.id) is held past its deadline" }
      + tokens.filter { ($0.activity?.deadline).map { $0 <= house.latest } ?? false }
      .map { "token \($0.number) is active past its deadline" }
  }
}

extension QueueToken {
  /// The limits it has, or had when it ended; nil when it never was active.
  var lastActivity: Activity? {
    switch state {
    case .waiting: nil
    case .active(let activity): activity
    case .expired(_, _, let activity): activity
    }
  }
}
