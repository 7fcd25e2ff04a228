extension BookingEngine {
  /// Use case 7, rule 7. Returns the new balance.
  /// - Throws: `unknownUser`, `requestKeyReused`, `invalidChargeAmount` below 1, above `maxCharge`, or past the ceiling.
  package func charge(user: UserID, amount: Won, key: RequestKey) throws(BookingError) -> Won {
    try write { context throws(BookingError) in try context.charge(user: user, amount: amount, key: key) }
  }
}

extension WriteContext {
  fileprivate func charge(user id: UserID, amount: Won, key: RequestKey) throws(BookingError) -> Won {
    guard let user = try store.user(id) else { throw .unknownUser }
    let answer = try once(key, user: id, .charge, contents: String(amount.amount)) { () throws(BookingError) in
      guard amount > .zero else { throw .invalidChargeAmount(.notPositive) }
      guard amount <= policy.maxCharge else { throw .invalidChargeAmount(.overMaximum(policy.maxCharge)) }
      let balance = user.balance + amount
      guard balance <= policy.balanceCeiling else { throw .invalidChargeAmount(.overCeiling(policy.balanceCeiling)) }
      guard try store.credit(id, amount) == 1 else { throw .storage(.damaged) }
      try store.insertLedgerEntry(LedgerEntry(user: id, amount: amount, kind: .charge, at: now))
      try store.append(
        Event(.charged, at: now, rule: 7).with {
          $0.user = id
          $0.amount = amount
        })
      return [balance.amount]
    }
    return Won(answer.first ?? 0)
  }
}
