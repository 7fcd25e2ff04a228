/// How a tester brings a demonstration into the state that is wanted, in one step each. All of it is on record, and no
/// invariant breaks. A real house refuses all of this: `notADemonstration`.
extension BookingEngine {
  /// Ends a person's active token now, as if the idle limit had come (rule 9). Holds stay, as at any token's end.
  /// - Throws: `unknownUser`, `inactiveToken`.
  package func endToken(of user: UserID) throws(BookingError) {
    try direct { context throws(BookingError) in
      guard try context.store.user(user) != nil else { throw .unknownUser }
      guard let latest = try context.store.latestToken(of: user) else { throw .inactiveToken(.unknown) }
      let token = try context.snapshot.findActive(latest.credential, of: user, else: BookingError.inactiveToken)
      guard let activity = token.activity else { return }
      guard try context.store.touchToken(token.number, at: activity.lastAction, idleDeadline: context.now) == 1 else {
        throw .storage(.damaged)
      }
      try context.store.append(
        Event(.idleLimitMoved, at: context.now, rule: 0).with {
          $0.user = user
          $0.token = token.number
          $0.deadline = context.now
        })
      _ = try Settlement.run(at: context, limit: .max)
    }
  }

  /// Moves the clock, from one thing that falls due to the next, until a person who waits is admitted or has left. False
  /// when that is not so within a day, to which the clock has come then, or when nobody is let in at all.
  /// - Throws: `unknownUser`.
  package func advanceToTurn(of user: UserID) throws(BookingError) -> Bool {
    guard try policy().admissionSize > 0 else { return false }
    let end = try now() + .days(1)
    while case .waiting? = try account(of: user).status?.token.state {
      guard let next = try nextDue(), next <= end else { return false }
      try advance(by: next - now())
    }
    return true
  }

  /// Sets a wallet's balance, by an entry in its ledger.
  /// - Throws: `unknownUser`; `invalidChargeAmount` below 0 and above the ceiling.
  package func setBalance(of user: UserID, to balance: Won) throws(BookingError) {
    try direct { context throws(BookingError) in
      guard let known = try context.store.user(user) else { throw .unknownUser }
      guard balance >= .zero, balance <= context.policy.balanceCeiling else {
        throw .invalidChargeAmount(balance < .zero ? .notPositive : .overCeiling(context.policy.balanceCeiling))
      }
      try context.adjust(known.id, by: balance - known.balance)
    }
  }

  /// Sets what a seat's tier costs in a session from now on. A hold keeps the price at which it was made (rule 5).
  /// - Throws: `unknownSession`, `unknownSeat`; `invalidChargeAmount` below 1 and above the balance ceiling, since nobody
  ///   could pay it.
  package func setPrice(of seat: SeatID, in session: SessionID, to price: Won) throws(BookingError) {
    try direct { context throws(BookingError) in
      guard try context.store.session(session) != nil else { throw .unknownSession }
      guard let known = try context.store.seat(seat, of: session) else { throw .unknownSeat(seat) }
      guard price > .zero, price <= context.policy.balanceCeiling else {
        throw .invalidChargeAmount(price > .zero ? .overCeiling(context.policy.balanceCeiling) : .notPositive)
      }
      guard price != known.price else { return }
      guard try context.store.setPrice(of: known.tier, in: session, to: price) == 1 else { throw .storage(.damaged) }
      try context.store.append(
        Event(.priceSet, at: context.now, rule: 0).with {
          $0.session = session
          $0.seat = seat
          $0.amount = price
          $0.particulars = Particulars(["was": String(known.price.amount)])
        })
    }
  }

  /// Has somebody else hold seats: a guest who is made for it and stands in no line. The sale window, the limit of holds
  /// and the queue play no part. Returns who holds them.
  /// - Throws: `unknownSession`, `unknownSeat`, `seatTaken` naming the first that is.
  package func takeSeats(_ seats: [SeatID], of session: SessionID) throws(BookingError) -> User {
    var guest: User?
    try direct { context throws(BookingError) in
      guard try context.store.session(session) != nil else { throw .unknownSession }
      let (user, token) = try context.guest()
      for seat in seats {
        guard let state = try context.store.seatState(seat, of: session) else { throw .unknownSeat(seat) }
        guard state.status == .available else { throw .seatTaken(seat) }
        _ = try context.hold(seat, state, of: session, for: token)
      }
      guest = user
    }
    guard let guest else { throw .unknownUser }
    return guest
  }

  /// Sells seats, chosen at random, to a guest until `percent` of a session's seats are held or sold; nothing where they
  /// are already. Returns how many were sold.
  /// - Throws: `unknownSession`.
  package func fill(_ session: SessionID, to percent: Int64) throws(BookingError) -> Int64 {
    var count: Int64 = 0
    try direct { context throws(BookingError) in
      guard try context.store.session(session) != nil else { throw .unknownSession }
      let seats = try context.store.seats(of: session)
      let wanted = (Int64(seats.count) * max(0, min(percent, 100)) + 99) / 100
      let free = seats.filter { $0.status == .available }
      count = max(0, wanted - Int64(seats.count - free.count))
      guard count > 0 else { return }
      let (user, token) = try context.guest()
      let chosen = atRandom(Int(count), of: free)
      try context.adjust(user.id, by: chosen.map(\.price).sum())
      for seat in chosen {
        guard let state = try context.store.seatState(seat.id, of: session) else { throw .storage(.damaged) }
        let id = try context.hold(seat.id, state, of: session, for: token)
        guard let hold = try context.store.reservation(id) else { throw .storage(.damaged) }
        _ = try context.settle(hold)
      }
    }
    return count
  }
}

extension WriteContext {
  /// Changes a balance by hand.
  fileprivate func adjust(_ user: UserID, by amount: Won) throws(BookingError) {
    guard amount != .zero else { return }
    guard try store.credit(user, amount) == 1 else { throw .unknownUser }
    try store.insertLedgerEntry(LedgerEntry(user: user, amount: amount, kind: .adjustment, at: now))
    try store.append(
      Event(.balanceSet, at: now, rule: 0).with {
        $0.user = user
        $0.amount = amount
      })
  }

  /// Somebody new, with a token that has left the line already.
  fileprivate func guest() throws(BookingError) -> (User, QueueToken) {
    let user = try addUser(name: "손님 \(try store.house().lastTicket.rawValue + 1) (Guest)", opening: .zero)
    let token = try issueToken(user: user.id).token
    try leave(token)
    return (user, token)
  }
}
