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
    let admitted = tokens.last { $0.lastActivity != nil }?.number ?? TicketNumber(0)
    if house.head != admitted {
      faults.append("the head of the line is \(house.head), token \(admitted) was admitted last")
    }
    let left = Set(leavers)
    var last: Timestamp?
    for token in tokens {
      if let last, token.issuedAt < last {
        faults.append("token \(token.number) was issued before token \(token.number.rawValue - 1)")
      }
      last = token.issuedAt
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
    let admitted = tokens.filter { $0.lastActivity != nil }
    return zip(admitted, admitted.dropFirst()).compactMap { earlier, later in
      guard let first = earlier.lastActivity?.since, let second = later.lastActivity?.since, second < first else {
        return nil
      }
      return "token \(later.number) became active before token \(earlier.number)"
    }
  }

  /// Admissions off the period, or of more than the batch. The first sales, before a house opens, wait for none.
  func wrongAdmissions() -> [String] {
    let opening = policies.entries[0].since
    var faults: [String] = []
    var admission: (at: Timestamp, count: Int64) = (Timestamp(milliseconds: 0), 0)
    for token in tokens {
      guard let since = token.lastActivity?.since, since != opening else { continue }
      admission = (since, admission.at == since ? admission.count + 1 : 1)
      let entries = policies.inForce(at: since)
      if !entries.contains(where: { $0.admits(at: since) }) {
        faults.append("token \(token.number) became active off the period")
      }
      let batch = entries.map(\.policy.batch).max() ?? 0
      if admission.count > batch {
        faults.append("token \(token.number) became active as number \(admission.count) of a batch of \(batch)")
      }
    }
    return faults
  }
}

extension PolicyHistory.Entry {
  fileprivate func admits(at instant: Timestamp) -> Bool {
    instant > epoch && (instant - epoch).milliseconds.isMultiple(of: policy.activationPeriod.milliseconds)
  }
}
