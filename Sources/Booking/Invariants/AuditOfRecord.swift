extension Reservation {
  /// When it came to stand as it does.
  fileprivate var lastChange: Timestamp {
    switch status {
    case .held: heldAt
    case .confirmed(let at), .released(let at), .expired(let at): at
    }
  }
}

extension QueueToken {
  /// When it came to stand as it does.
  fileprivate var lastChange: Timestamp {
    switch state {
    case .waiting: issuedAt
    case .active(let activity): activity.lastAction
    case .expired(let at, _, _): at
    }
  }
}

extension Audit {
  func disorder() -> [String] {
    zip(events, events.dropFirst()).filter { $0.at > $1.at }.map { "event \($1.id) lies before event \($0.id)" }
      + events.filter { $0.at > house.latest }.map { "event \($0.id) lies after the latest instant" }
  }

  /// Every change appends to the record, so what the record tells must be what is there.
  func unrecorded() -> [String] { gaps() + unrecordedReservations() + unrecordedTokens() + unrecordedMoney() }

  /// Events go from the record behind its first one, and nowhere else.
  private func gaps() -> [String] {
    zip(events.dropFirst(), events.dropFirst(2)).filter { $1.id.rawValue != $0.id.rawValue + 1 }
      .map { "events between \($0.id) and \($1.id) are not there" }
  }

  private func unrecordedReservations() -> [String] {
    var told: [ReservationID: Reservation.Status] = [:]
    for event in events {
      guard let id = event.reservation else { continue }
      // How it began may have gone from the record.
      switch (event.kind, told[id] ?? (recordStart == nil || event.kind == .seatHeld ? nil : .held)) {
      case (.seatHeld, nil): told[id] = .held
      case (.seatPaid, .held): told[id] = .confirmed(at: event.at)
      case (.holdReleased, .held): told[id] = .released(at: event.at)
      case (.holdExpired, .held): told[id] = .expired(at: event.at)
      default: return ["event \(event.id) cannot have happened to reservation \(id)"]
      }
    }
    return reservations.filter { reservation in
      guard let status = told.removeValue(forKey: reservation.id) else { return mustTell(of: reservation.lastChange) }
      return status != reservation.status
    }
    .map { "reservation \($0.id) stands otherwise than the record tells" }
      + told.keys.map { "reservation \($0) is only in the record" }
  }

  private func unrecordedTokens() -> [String] {
    enum Told: Equatable {
      case waiting
      case active(lastAction: Timestamp)
      case ended(at: Timestamp, QueueToken.EndReason?)
    }
    var told: [TicketNumber: Told] = [:]
    for event in events {
      guard let number = event.token else { continue }
      if told[number] == nil, recordStart != nil {
        // How it came about may have gone from the record.
        switch event.kind {
        case .tokenActivated: told[number] = .waiting
        case .tokenActed, .tokenEnded: told[number] = .active(lastAction: event.at)
        default: break
        }
      }
      switch (event.kind, told[number]) {
      case (.tokenIssued, nil): told[number] = .waiting
      case (.tokenActivated, .waiting), (.tokenActed, .active): told[number] = .active(lastAction: event.at)
      case (.tokenEnded, .waiting), (.tokenEnded, .active): told[number] = .ended(at: event.at, event.reason)
      case (.tokenIssued, _), (.tokenActivated, _), (.tokenActed, _), (.tokenEnded, _):
        return ["event \(event.id) cannot have happened to token \(number)"]
      default: break
      }
    }
    let differing = tokens.filter { token in
      let stands: Told =
        switch token.state {
        case .waiting: .waiting
        case .active(let activity): .active(lastAction: activity.lastAction)
        case .expired(let at, let reason, _): .ended(at: at, reason)
        }
      guard let told = told.removeValue(forKey: token.number) else { return mustTell(of: token.lastChange) }
      return told != stands
    }
    return differing.map { "token \($0.number) stands otherwise than the record tells" }
      + told.keys.map { "token \($0) is only in the record" }
  }

  private func unrecordedMoney() -> [String] {
    var told: [UserID: Won] = [:]
    for event in events where mustTell(of: event.at) {
      guard let user = event.user else { continue }
      switch event.kind {
      case .userAdded: told[user] = .zero
      case .balanceOpened, .charged, .balanceSet: told[user] = told[user, default: .zero] + (event.amount ?? .zero)
      case .seatPaid: told[user] = told[user, default: .zero] - (event.amount ?? .zero)
      default: break
      }
    }
    guard recordStart == nil else {
      // What the balances began with has gone; what came and went since has not.
      let since = Dictionary(grouping: ledger.filter { mustTell(of: $0.at) }, by: \.user)
        .mapValues { $0.reduce(Won.zero) { $0 + $1.amount } }
      return Set(told.keys).union(since.keys).sorted().filter { told[$0, default: .zero] != since[$0, default: .zero] }
        .map { "user \($0) was given and took other money than the record tells" }
    }
    return users.filter { told.removeValue(forKey: $0.id) != $0.balance }
      .map { "user \($0.id) has another balance than the record tells" }
      + told.keys.map { "user \($0) is only in the record" }
  }
}
