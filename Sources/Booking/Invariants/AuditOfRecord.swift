extension Audit {
  func disorder() -> [String] {
    zip(events, events.dropFirst()).filter { $0.at > $1.at }.map { "event \($1.id) lies before event \($0.id)" }
      + events.filter { $0.at > house.latest }.map { "event \($0.id) lies after the latest instant" }
      + ahead().map { "\($0) lies after the latest instant" }
  }

  /// Rows whose last change lies after the latest instant on record.
  private func ahead() -> [String] {
    reservations.filter { $0.heldAt > house.latest || $0.lastChange > house.latest }.map { "reservation \($0.id)" }
      + tokens.filter { $0.issuedAt > house.latest || $0.lastChange > house.latest }.map { "token \($0.number)" }
      + payments.filter { $0.at > house.latest }.map { "payment \($0.id)" }
      + ledger.enumerated().filter { $1.at > house.latest }.map { "ledger entry \($0 + 1) of user \($1.user)" }
      + requests.filter { $1 > house.latest }.map { "request \($0.request.key.text) of user \($0.request.user)" }
      + policies.entries.enumerated().filter { $1.since > house.latest }.map { "policy \($0.offset + 1)" }
  }

  /// Every change appends to the record, so what the record tells must be what is there.
  func unrecorded() -> [String] { gaps() + otherReservations() + otherTokens() + otherUsers() + otherMoney() }

  /// Events go from the record behind its first one, once they are old enough, and nowhere else.
  private func gaps() -> [String] {
    // Before the first event there is none, but after a reset.
    let isEarly = events.first.map { $0.at >= house.latest - leastRetention } ?? true
    return zip(events, events.dropFirst()).dropFirst(isEarly ? 0 : 1)
      .filter { $1.id.rawValue != $0.id.rawValue + 1 }
      .map { "events between \($0.id) and \($1.id) are not there" }
  }

  private func otherReservations() -> [String] {
    reservations.filter { reservation in
      if let told = replay.holds[reservation.id] { return told != reservation }
      return mustTell(of: reservation.lastChange)
    }
    .map { "reservation \($0.id) stands otherwise than the record tells" }
      + replay.holds.keys.filter { reservation($0) == nil }.sorted().map { "reservation \($0) is only in the record" }
  }

  private func otherTokens() -> [String] {
    tokens.filter { token in
      if let told = replay.tokens[token.number] { return !told.isOf(token) }
      return mustTell(of: token.lastChange)
    }
    .map { "token \($0.number) stands otherwise than the record tells" }
      + replay.tokens.keys.filter { token($0) == nil }.sorted().map { "token \($0) is only in the record" }
  }

  private func otherUsers() -> [String] {
    let told = Set(events.filter { $0.kind == .userAdded }.compactMap(\.user))
    let oldest = told.min()
    return users.filter { !told.contains($0.id) && (recordStart == nil || $0.id > oldest ?? $0.id) }
      .map { "user \($0.id) was added without an event" }
      + told.subtracting(users.map(\.id)).sorted().map { "user \($0) is only in the record" }
  }

  /// Money that came by an event, but for payments, whose reservations tell of them.
  private func otherMoney() -> [String] {
    struct Movement: Hashable {
      let user: UserID
      let amount: Won
      let kind: LedgerEntry.Kind
      let at: Timestamp
    }
    var told: [Movement: [EventID]] = [:]
    for event in events {
      guard let kind = event.kind.movement, let user = event.user, let amount = event.amount else { continue }
      told[Movement(user: user, amount: amount, kind: kind, at: event.at), default: []].append(event.id)
    }
    var faults: [String] = []
    for (index, entry) in ledger.enumerated() where entry.kind != .payment {
      let movement = Movement(user: entry.user, amount: entry.amount, kind: entry.kind, at: entry.at)
      if told[movement]?.isEmpty ?? true {
        if mustTell(of: entry.at) { faults.append("ledger entry \(index + 1) of user \(entry.user) has no event") }
      } else {
        told[movement]?.removeFirst()
      }
    }
    return faults + told.values.flatMap { $0 }.sorted().map { "event \($0) has no ledger entry" }
  }
}

extension Event.Kind {
  /// What kind of ledger entry it makes; nil for none, and for payments.
  fileprivate var movement: LedgerEntry.Kind? {
    switch self {
    case .balanceOpened: .opening
    case .charged: .charge
    case .balanceSet: .adjustment
    default: nil
    }
  }
}

extension Reservation {
  /// When it came to stand as it does.
  var lastChange: Timestamp {
    switch status {
    case .held: heldAt
    case .confirmed(let at), .released(let at), .expired(let at): at
    }
  }
}

extension QueueToken {
  /// When it came to stand as it does.
  var lastChange: Timestamp {
    switch state {
    case .waiting: issuedAt
    case .active(let activity): activity.lastAction
    case .expired(let at, _, _): at
    }
  }
}
