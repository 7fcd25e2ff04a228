extension Audit {
  /// Reservations that rule 5 would have refused when they were made: under a token that was not the person's own or not
  /// active then, outside the sale, at another price, or one too many.
  func wrongHolds() -> [String] {
    var faults: [String] = []
    var last: Timestamp?
    var live: [UserID: [Timestamp]] = [:]
    for hold in reservations {
      if let last, hold.heldAt < last {
        faults.append("reservation \(hold.id) was made before reservation \(hold.id.rawValue - 1)")
      }
      last = hold.heldAt
      if !prices.allows(hold.price, for: tier(of: hold), in: hold.session, at: hold.heldAt) {
        faults.append("reservation \(hold.id) was made at \(hold.price.amount) won, which its seat did not cost")
      }
      guard let token = token(hold.token), token.user == hold.user else {
        faults.append("reservation \(hold.id) of user \(hold.user) was made under another's token \(hold.token)")
        continue
      }
      // A tester's guest takes seats without a turn, and no limit counts them.
      if guests.contains(hold.user), token.isGuests, token.issuedAt == hold.heldAt { continue }
      if !token.wasActive(at: hold.heldAt, orEndedThen: house.kind == .demonstration) {
        faults.append("reservation \(hold.id) was made under token \(hold.token), which was not active then")
      }
      if sessions[hold.session]?.isOnSale(at: hold.heldAt) != true {
        faults.append("reservation \(hold.id) was made outside the sale of session \(hold.session)")
      }
      let limit = policies.inForce(at: hold.heldAt).map(\.policy.maxHoldsPerUser).max() ?? 0
      if !addHold(of: hold, to: &live[hold.user, default: []], limit: Int(limit)) {
        faults.append("reservation \(hold.id) is one more than the \(limit) that user \(hold.user) may hold")
      }
    }
    return faults
  }

  private func tier(of hold: Reservation) -> String {
    hallSeats.row(hold.seat.rawValue, by: \.id.rawValue)?.tier ?? ""
  }

  /// Adds a hold's end to those of a person's others. False when too many live at its beginning.
  private func addHold(of hold: Reservation, to ends: inout [Timestamp], limit: Int) -> Bool {
    ends.append(hold.liveUntil)
    if ends.count > limit { ends.removeAll { $0 <= hold.heldAt } }
    return ends.count <= limit
  }

  func movedHolds() -> [String] {
    struct Place: Hashable {
      let user: UserID
      let place: SeatPlace
    }
    var released: [Place: Timestamp] = [:]
    var faults: [String] = []
    for hold in reservations {
      let place = Place(user: hold.user, place: SeatPlace(hold))
      // Who holds again what they released has the old deadline while it is ahead.
      if let old = released[place], old > hold.heldAt {
        if hold.deadline != old { faults.append("reservation \(hold.id) does not keep the deadline of its seat") }
      } else if !policies.inForce(at: hold.heldAt).contains(where: {
        hold.deadline == hold.heldAt + $0.policy.holdDuration
      }) {
        faults.append("reservation \(hold.id) does not last as long as it was given")
      }
      switch hold.status {
      case .held: break
      case .confirmed(let at):
        if at >= hold.deadline { faults.append("reservation \(hold.id) was paid past its deadline") }
      case .released(let at):
        if at >= hold.deadline { faults.append("reservation \(hold.id) was released past its deadline") }
        released[place] = max(released[place] ?? hold.deadline, hold.deadline)
      case .expired(let at):
        if at != hold.deadline { faults.append("reservation \(hold.id) did not expire at its deadline") }
      }
      if hold.liveUntil < hold.heldAt { faults.append("reservation \(hold.id) ended before it began") }
    }
    return faults
  }
}

extension Reservation {
  /// When it counted no more as held; its deadline while it does.
  fileprivate var liveUntil: Timestamp {
    switch status {
    case .held: deadline
    case .confirmed(let at), .expired(let at), .released(let at): at
    }
  }
}

extension QueueToken {
  /// Whether it may stand for a guest, who left the line in the moment in which they came.
  var isGuests: Bool { state == .expired(at: issuedAt, reason: .left, activity: nil) }

  /// - Parameter orEndedThen: whether a limit may have come at that very instant, but later.
  fileprivate func wasActive(at instant: Timestamp, orEndedThen: Bool) -> Bool {
    guard let activity = lastActivity, activity.since <= instant else { return false }
    guard case .expired(let end, let reason, _) = state else { return instant < activity.deadline }
    let isByLimit = reason == .lifetime || reason == .idle
    return instant < end || (instant == end && (!isByLimit || orEndedThen))
  }
}
