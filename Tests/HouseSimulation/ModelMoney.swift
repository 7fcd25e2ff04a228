internal import Booking

/// Rules 5 to 8, releasing, and request keys.
extension ReferenceModel {
  func hold(
    _ caller: UserID, _ credential: TokenCredential, _ session: SessionID, _ seats: [SeatID]
  ) throws(BookingError) -> [Reservation] {
    let token = try find(credential, of: caller)
    if let fault = fault(of: token) { throw .invalidToken(fault) }
    guard let evening = sessions.first(where: { $0.id == session }) else { throw .unknownSession }
    let all = self.seats(of: session)
    for seat in seats where !all.contains(where: { $0.id == seat }) { throw .unknownSeat(seat) }
    if seats.isEmpty { throw .emptyOrRepeated }
    for seat in seats where seats.filter({ $0 == seat }).count > 1 { throw .emptyOrRepeated }
    if now < evening.saleOpens { throw .saleClosed(.notYet) }
    if now >= evening.saleCloses || now >= evening.start { throw .saleClosed(.over) }
    if Int64(held.filter { $0.user == caller }.count + seats.count) > policy.maxHoldsPerUser {
      throw .tooManyHolds(limit: policy.maxHoldsPerUser)
    }
    for seat in seats where all.first(where: { $0.id == seat })!.status != .available { throw .seatTaken(seat) }
    var made: [Reservation] = []
    for seat in seats {
      var deadline = now + policy.holdDuration
      for old in reservations where old.user == caller && old.session == session && old.seat == seat {
        if case .released = old.status, old.deadline > now { deadline = old.deadline }
      }
      let hold = Reservation(
        id: ReservationID(Int64(reservations.count) + 1), user: caller, token: token.number, session: session,
        seat: seat, price: all.first { $0.id == seat }!.price, heldAt: now, deadline: deadline, status: .held)
      reservations.append(hold)
      made.append(hold)
    }
    act(caller)
    return made
  }

  func pay(
    _ caller: UserID, _ credential: TokenCredential, _ ids: [ReservationID]
  ) throws(BookingError) -> Receipt {
    let token = try find(credential, of: caller)
    if ids.isEmpty { throw .emptyOrRepeated }
    for id in ids where ids.filter({ $0 == id }).count > 1 { throw .emptyOrRepeated }
    var holds: [Reservation] = []
    for id in ids {
      guard let hold = reservations.first(where: { $0.id == id }), hold.user == caller else {
        throw .unknownReservation
      }
      holds.append(hold)
    }
    for hold in holds { if case .confirmed = hold.status { throw .alreadyPaid } }
    for hold in holds where hold.status != .held { throw .reservationExpired }
    let total = holds.map(\.price).sum()
    let balance = balances[caller]!
    if balance < total { throw .insufficientBalance(shortfall: total - balance) }
    var made: [Payment] = []
    for hold in holds {
      let payment = Payment(
        id: PaymentID(Int64(payments.count) + 1), reservation: hold.id, user: caller, amount: hold.price, at: now)
      payments.append(payment)
      made.append(payment)
      move(-hold.price, of: caller, .payment, payment.id)
      setStatus(.confirmed(at: now), of: hold.id)
    }
    if let activity = token.activity {
      setState(.expired(at: now, reason: .paid, activity: activity), of: token.number)
    } else {
      act(caller)
    }
    return Receipt(payments: made, balance: balances[caller]!)
  }

  func charge(_ user: UserID, _ amount: Won) throws(BookingError) -> Won {
    if amount.amount < 1 { throw .invalidChargeAmount(.notPositive) }
    if amount > policy.maxCharge { throw .invalidChargeAmount(.overMaximum(policy.maxCharge)) }
    if balances[user]! + amount > policy.balanceCeiling {
      throw .invalidChargeAmount(.overCeiling(policy.balanceCeiling))
    }
    move(amount, of: user, .charge, nil)
    return balances[user]!
  }

  func release(_ caller: UserID, _ ids: [ReservationID]) throws(BookingError) {
    for id in ids {
      guard let hold = reservations.first(where: { $0.id == id }), hold.user == caller else {
        throw .unknownReservation
      }
      switch hold.status {
      case .held: setStatus(.released(at: now), of: id)
      case .confirmed: throw .alreadyPaid
      case .expired, .released: throw .reservationExpired
      }
    }
    act(caller)
  }

  /// Returns a known request again, and remembers a success.
  func once(
    _ key: RequestKey, _ user: UserID, _ useCase: String, _ contents: [Int64],
    _ command: () throws(BookingError) -> Answer
  ) throws(BookingError) -> Answer {
    for request in requests where request.user == user && request.useCase == useCase && request.key == key {
      if request.contents != contents { throw .requestKeyReused }
      return request.answer
    }
    let answer = try command()
    requests.append(ModelRequest(user: user, useCase: useCase, key: key, contents: contents, answer: answer))
    return answer
  }

  private func move(_ amount: Won, of user: UserID, _ kind: LedgerEntry.Kind, _ payment: PaymentID?) {
    balances[user] = balances[user]! + amount
    ledger.append(LedgerEntry(user: user, amount: amount, kind: kind, payment: payment, at: now))
  }
}
