extension Audit {
  /// What is remembered of each request and what it did are the same, one for one.
  func wrongRequests() -> [String] {
    var effects = RequestEffects(self)
    var faults: [String] = []
    for (request, at) in requests {
      let isRight =
        switch request.useCase {
        case .hold: effects.isHold(request, at: at, self)
        case .pay: effects.isPayment(request, at: at, self)
        case .charge: effects.isCharge(request, at: at)
        }
      if !isRight {
        faults.append("request \(request.key.text) of user \(request.user) (\(request.useCase)) is not what was done")
      }
    }
    return faults + effects.unasked(in: self)
  }
}

/// What requests did, to be found for each of them once.
private struct RequestEffects {
  private struct Charge: Hashable {
    let user: UserID
    let at: Timestamp
    let amount: Won
    let balance: Won
  }

  private var holds: Set<ReservationID> = []
  private var payments: Set<PaymentID> = []
  /// By what is known of them, with the places of their entries in the ledger.
  private var charges: [Charge: [Int]] = [:]
  private var balances: [PaymentID: Won] = [:]

  init(_ audit: Audit) {
    var balance: [UserID: Won] = [:]
    for (index, entry) in audit.ledger.enumerated() {
      let now = (balance[entry.user] ?? .zero) + entry.amount
      balance[entry.user] = now
      if entry.kind == .charge {
        charges[Charge(user: entry.user, at: entry.at, amount: entry.amount, balance: now), default: []]
          .append(index + 1)
      }
      if let payment = entry.payment { balances[payment] = now }
    }
  }

  mutating func isHold(_ request: RequestRecord, at: Timestamp, _ audit: Audit) -> Bool {
    let made = request.answer.compactMap { audit.reservation(ReservationID($0)) }
    guard let first = made.first, made.count == request.answer.count, let token = audit.token(first.token) else {
      return false
    }
    let seats = made.map(\.seat.description).joined(separator: ",")
    var isRight = request.contents == "\(token.credential.fingerprint)/\(first.session)/\(seats)"
    for hold in made {
      let isOwn = hold.user == request.user && hold.heldAt == at && hold.token == first.token
      isRight = holds.insert(hold.id).inserted && isOwn && hold.session == first.session && isRight
    }
    return isRight
  }

  mutating func isPayment(_ request: RequestRecord, at: Timestamp, _ audit: Audit) -> Bool {
    let made = request.answer.dropFirst().compactMap { audit.payment(PaymentID($0)) }
    guard let last = made.last, made.count == request.answer.count - 1, let balance = balances[last.id],
      let number = Int64(request.contents.prefix { $0 != "." }), let token = audit.token(TicketNumber(number))
    else { return false }
    let reservations = made.map(\.reservation.description).joined(separator: ",")
    var isRight = request.contents == "\(token.credential.fingerprint)/\(reservations)"
    isRight = isRight && token.user == request.user && balance.amount == request.answer[0]
    for payment in made {
      isRight = payments.insert(payment.id).inserted && payment.user == request.user && payment.at == at && isRight
    }
    return isRight
  }

  mutating func isCharge(_ request: RequestRecord, at: Timestamp) -> Bool {
    guard request.answer.count == 1, let amount = Int64(request.contents), String(amount) == request.contents else {
      return false
    }
    let charge = Charge(user: request.user, at: at, amount: Won(amount), balance: Won(request.answer[0]))
    guard let entries = charges[charge], !entries.isEmpty else { return false }
    charges[charge]?.removeFirst()
    return true
  }

  /// Effects that no request asked for. A tester's guests ask for nothing.
  func unasked(in audit: Audit) -> [String] {
    audit.reservations.filter { !holds.contains($0.id) && !audit.guests.contains($0.user) }
      .map { "reservation \($0.id) of user \($0.user) was asked for by no request" }
      + audit.payments.filter { !payments.contains($0.id) && !audit.guests.contains($0.user) }
      .map { "payment \($0.id) of user \($0.user) was asked for by no request" }
      + charges.flatMap { charge, entries in
        entries.map { "ledger entry \($0) of user \(charge.user) was asked for by no request" }
      }.sorted()
  }
}
