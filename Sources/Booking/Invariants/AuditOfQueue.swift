extension Audit {
  func doubleTokens() -> [String] {
    Dictionary(grouping: tokens.filter(\.isLive), by: \.user).filter { $0.value.count > 1 }
      .map { "user \($0.key) has \($0.value.count) live tokens" }
  }

  func wrongTickets() -> [String] {
    var faults: [String] = []
    if tokens.map(\.number.rawValue) != Array(0..<Int64(tokens.count)).map({ $0 + 1 }) {
      faults.append("the ticket numbers have gaps")
    }
    if house.lastTicket.rawValue != Int64(tokens.count) {
      faults.append("the counter stands at \(house.lastTicket) for \(tokens.count) tokens")
    }
    let left = Set(leavers)
    for token in tokens {
      let isBehind = token.number > house.head
      switch token.state {
      case .waiting where !isBehind: faults.append("token \(token.number) waits before the head of the line")
      case .active where isBehind: faults.append("token \(token.number) is active behind the head of the line")
      case .expired where isBehind != left.contains(token.number):
        faults.append("token \(token.number) is counted wrongly among those who left")
      default: break
      }
    }
    return faults
  }

  func overtakers() -> [String] {
    let order = events.filter { $0.kind == .tokenActivated }.compactMap(\.token)
    return zip(order, order.dropFirst()).filter { $0 >= $1 }.map { "token \($1) became active after token \($0)" }
  }

  func overCap() -> [String] {
    // Those who were in already when the record begins: it may begin amid what happened at one instant.
    var active: Set<TicketNumber> = []
    if let recordStart {
      let ends = Set(events.filter { $0.kind == .tokenEnded }.compactMap(\.token))
      active = Set(
        tokens.filter { token in
          guard let activity = token.lastActivity, activity.since < recordStart else { return false }
          if case .expired(let at, _, _) = token.state { return at >= recordStart && ends.contains(token.number) }
          return true
        }.map(\.number))
    }
    var faults: [String] = []
    for (event, policy) in record {
      guard let token = event.token else { continue }
      switch event.kind {
      case .tokenActivated:
        if let most = policy.maxActive, Int64(active.count) >= most {
          faults.append("token \(token) became active while \(active.count) were, the cap being \(most)")
        }
        active.insert(token)
      case .tokenEnded: active.remove(token)
      default: break
      }
    }
    return faults
  }
}
