/// What a person gets for their money.
package struct Receipt: Hashable, Sendable {
  package let payments: [Payment]
  package let total: Won
  /// The balance right after paying.
  package let balance: Won

  package init(payments: [Payment], balance: Won) {
    self.payments = payments
    self.total = payments.map(\.amount).sum()
    self.balance = balance
  }
}

extension BookingEngine {
  /// Use case 6, rule 6: pays all the reservations or none. The token need not be active any more; if it is, it ends.
  /// Paying under an older one is an action of the token that is active now (rule 9).
  /// - Throws: `requestKeyReused`, `invalidToken`, then check by check over all: `emptyOrRepeated`,
  ///   `unknownReservation`, `alreadyPaid`, `reservationExpired`, `insufficientBalance`.
  package func pay(
    caller: UserID, token: TokenCredential, reservations: [ReservationID], key: RequestKey
  ) throws(BookingError) -> Receipt {
    try write { context throws(BookingError) in
      try context.pay(caller: caller, token: token, reservations: reservations, key: key)
    }
  }
}

extension WriteContext {
  func pay(
    caller: UserID, token: TokenCredential, reservations: [ReservationID], key: RequestKey
  ) throws(BookingError) -> Receipt {
    let contents = "\(token.fingerprint)/\(reservations.map(\.description).joined(separator: ","))"
    let answer = try once(key, user: caller, .pay, contents: contents) { () throws(BookingError) in
      let presented = try snapshot.find(token, of: caller)
      let holds = try checkPayment(caller: caller, reservations: reservations)
      var payments: [Int64] = []
      for hold in holds { payments.append(try settle(hold).rawValue) }
      if presented.activity != nil {
        try end(presented, .paid, rule: 6)
      } else if let live = try store.liveToken(of: caller) {
        try touch(live)
      }
      guard let balance = try store.user(caller)?.balance else { throw .storage(.damaged) }
      return [balance.amount] + payments
    }
    var payments: [Payment] = []
    for id in answer.dropFirst() {
      guard let payment = try store.payment(PaymentID(id)) else { throw .storage(.damaged) }
      payments.append(payment)
    }
    return Receipt(payments: payments, balance: Won(answer.first ?? 0))
  }

  /// The checks of rule 6 in their order, each over all the reservations.
  private func checkPayment(
    caller: UserID, reservations ids: [ReservationID]
  ) throws(BookingError) -> [Reservation] {
    guard !ids.isEmpty, Set(ids).count == ids.count else { throw .emptyOrRepeated }
    var holds: [Reservation] = []
    for id in ids { holds.append(try ownReservation(id, of: caller)) }
    for hold in holds { if case .confirmed = hold.status { throw .alreadyPaid } }
    for hold in holds where hold.status != .held { throw .reservationExpired }
    let total = holds.map(\.price).sum()
    guard let balance = try store.user(caller)?.balance else { throw .unknownReservation }
    guard balance >= total else { throw .insufficientBalance(shortfall: total - balance) }
    return holds
  }

  /// Debit, payment, ledger entry, confirmation and sale of one reservation.
  func settle(_ hold: Reservation) throws(BookingError) -> PaymentID {
    guard try store.debit(hold.user, hold.price) == 1 else { throw .insufficientBalance(shortfall: hold.price) }
    let payment = try store.insertPayment(reservation: hold.id, user: hold.user, amount: hold.price, at: now)
    try store.insertLedgerEntry(
      LedgerEntry(user: hold.user, amount: -hold.price, kind: .payment, payment: payment, at: now))
    guard try store.confirmReservation(hold.id, at: now) == 1,
      try store.sellSeat(hold.seat, of: hold.session, reservation: hold.id) == 1
    else { throw .storage(.damaged) }
    try store.append(Event(.seatPaid, at: now, rule: 6).about(hold))
    return payment
  }
}
