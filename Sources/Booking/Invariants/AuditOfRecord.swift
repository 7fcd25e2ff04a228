extension Audit {
  func disorder() -> [String] {
    zip(events, events.dropFirst()).filter { $0.at > $1.at }.map { "event \($1.id) lies before event \($0.id)" }
      + events.filter { $0.at > house.latest }.map { "event \($0.id) lies after the latest instant" }
  }

  /// Every change appends to the record, so what the record tells must be what is there.
  func unrecorded() -> [String] { unrecordedReservations() + unrecordedTokens() + unrecordedMoney() }

  private func unrecordedReservations() -> [String] {
    var told: [ReservationID: Reservation.Status] = [:]
    for event in events {
      guard let id = event.reservation else { continue }
      switch (event.kind, told[id]) {
      case (.seatHeld, nil): told[id] = .held
      case (.seatPaid, .held): told[id] = .confirmed(at: event.at)
      case (.holdReleased, .held): told[id] = .released(at: event.at)
      case (.holdExpired, .held): told[id] = .expired(at: event.at)
      default: return ["event \(event.id) cannot have happened to reservation \(id)"]
      }
    }
    return reservations.filter { told.removeValue(forKey: $0.id) != $0.status }
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
      return told.removeValue(forKey: token.number) != stands
    }
    return differing.map { "token \($0.number) stands otherwise than the record tells" }
      + told.keys.map { "token \($0) is only in the record" }
  }

  private func unrecordedMoney() -> [String] {
    var told: [UserID: Won] = [:]
    for event in events {
      guard let user = event.user else { continue }
      switch event.kind {
      case .userAdded: told[user] = .zero
      case .balanceOpened, .charged: told[user] = told[user, default: .zero] + (event.amount ?? .zero)
      case .seatPaid: told[user] = told[user, default: .zero] - (event.amount ?? .zero)
      default: break
      }
    }
    return users.filter { told.removeValue(forKey: $0.id) != $0.balance }
      .map { "user \($0.id) has another balance than the record tells" }
      + told.keys.map { "user \($0) is only in the record" }
  }
}
