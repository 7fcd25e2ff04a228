extension Audit {
  func unpaidSales() -> [String] {
    var faults: [String] = []
    let byReservation = Dictionary(grouping: payments, by: \.reservation)
    let debits = Dictionary(grouping: ledger.filter { $0.kind == .payment }, by: \.payment)
    for reservation in reservations {
      let paid = byReservation[reservation.id] ?? []
      guard case .confirmed = reservation.status else {
        if !paid.isEmpty { faults.append("reservation \(reservation.id) is paid but not confirmed") }
        continue
      }
      if taken[reservation.session]?[reservation.seat] != .sold(by: reservation.id) {
        faults.append("reservation \(reservation.id) is confirmed but its seat \(reservation.seat) is not sold to it")
      }
      if paid.count != 1 || paid.first?.amount != reservation.price || paid.first?.user != reservation.user {
        faults.append("reservation \(reservation.id) has \(paid.count) payments, or one of another amount or user")
      }
    }
    let known = Set(reservations.map(\.id))
    for payment in payments {
      if !known.contains(payment.reservation) { faults.append("payment \(payment.id) is for no reservation") }
      let debit = debits[payment.id] ?? []
      if debit.count != 1 || debit.first?.amount != -payment.amount || debit.first?.user != payment.user {
        faults.append("payment \(payment.id) has no single debit of its amount")
      }
    }
    if debits.count != payments.count { faults.append("\(debits.count) debits for \(payments.count) payments") }
    return faults
      + seats {
        if case .sold(let id) = $0 { id } else { nil }
      } matching: { status in
        if case .confirmed = status { true } else { false }
      }
  }

  func unreservedHolds() -> [String] {
    let faults = reservations.filter { $0.status == .held && taken[$0.session]?[$0.seat] != .held(by: $0.id) }
      .map { "reservation \($0.id) is held but its seat \($0.seat) is not held by it" }
    return faults
      + seats {
        if case .held(let id) = $0 { id } else { nil }
      } matching: {
        $0 == .held
      }
  }

  /// Seats of one status whose reservation is missing, is for another seat, or has the wrong status.
  private func seats(
    with reservationOf: (SeatStatus) -> ReservationID?, matching isRight: (Reservation.Status) -> Bool
  ) -> [String] {
    let byID = Dictionary(reservations.map { ($0.id, $0) }) { first, _ in first }
    var faults: [String] = []
    for (session, states) in taken {
      for (seat, status) in states {
        guard let id = reservationOf(status) else { continue }
        if let reservation = byID[id], reservation.seat == seat, reservation.session == session,
          isRight(reservation.status)
        {
          continue
        }
        faults.append("seat \(seat) of session \(session) does not match reservation \(id)")
      }
    }
    return faults
  }

  func wrongSeatCounts() -> [String] {
    seatCounts.filter { $0.inHall != Int64($0.listed) }
      .map { "session \($0.session) lists \($0.listed) seats of the \($0.inHall) in its hall" }
  }

  func wrongBalances() -> [String] {
    var sums: [UserID: Won] = [:]
    for entry in ledger { sums[entry.user, default: .zero] = sums[entry.user, default: .zero] + entry.amount }
    return users.filter { $0.balance != sums[$0.id, default: .zero] || $0.balance < .zero }
      .map { "user \($0.id) has \($0.balance.amount) won, the ledger says \(sums[$0.id, default: .zero].amount)" }
  }

  func lostMoney() -> [String] {
    let moneyIn = ledger.filter { $0.kind != .payment }.map(\.amount).sum()
    let kept = users.map(\.balance).sum() + payments.map(\.amount).sum()
    return moneyIn == kept ? [] : ["\(moneyIn.amount) won came in, \(kept.amount) are accounted for"]
  }
}
