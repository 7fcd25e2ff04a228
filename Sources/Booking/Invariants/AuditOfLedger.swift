extension Audit {
  func wrongBalances() -> [String] {
    var sums: [UserID: Won] = [:]
    for entry in ledger { sums[entry.user, default: .zero] = sums[entry.user, default: .zero] + entry.amount }
    return users.filter { $0.balance != sums[$0.id, default: .zero] || $0.balance < .zero }
      .map { "user \($0.id) has \($0.balance.amount) won, the ledger says \(sums[$0.id, default: .zero].amount)" }
  }

  /// Entries that rule 7 would have refused when they were made: past the limits then in force, or out of their order.
  func wrongCharges() -> [String] {
    var faults: [String] = []
    var balances: [UserID: Won] = [:]
    var last: Timestamp?
    for (index, entry) in ledger.enumerated() {
      let name = "ledger entry \(index + 1) of user \(entry.user)"
      let balance = (balances[entry.user] ?? .zero) + entry.amount
      if let last, entry.at < last { faults.append("\(name) was made before the one before it") }
      if balance < .zero { faults.append("\(name) takes more than was there") }
      switch entry.kind {
      case .opening: if balances[entry.user] != nil { faults.append("\(name) opens a wallet that was open") }
      case .charge:
        let limits = policies.inForce(at: entry.at).map(\.policy)
        if !limits.contains(where: { entry.amount <= $0.maxCharge }) {
          faults.append("\(name) is a charge of \(entry.amount.amount) won, more than one may be")
        }
        if !limits.contains(where: { balance <= $0.balanceCeiling }) {
          faults.append("\(name) lifts the balance to \(balance.amount) won, past the ceiling")
        }
      case .payment, .adjustment: break
      }
      balances[entry.user] = balance
      last = entry.at
    }
    return faults
  }
}
