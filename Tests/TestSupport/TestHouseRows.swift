package import Booking
internal import SQLiteStore

extension BookingFixture {
  /// Looks at the rows as they are, settling nothing.
  package func read<Answer>(
    _ body: (any StoreReader) throws(BookingError) -> Answer
  ) throws(BookingError) -> Answer { try store.read(body) }

  /// Changes rows behind the engine's back.
  package func write<Answer>(
    _ body: (any StoreWriter) throws(BookingError) -> Answer
  ) throws(BookingError) -> Answer { try store.write(body) }

  /// People from the street who all join the line now, in one transaction: quicker than one use case for each.
  package func enqueue(_ count: Int) throws -> [Stranger] {
    let now = clock.instant
    return try write { tx throws(BookingError) in
      var strangers: [Stranger] = []
      for _ in 0..<count {
        let user = try tx.insertUser(name: "Stranger")
        let number = try tx.takeTicketNumber()
        let secret = TokenSecret(high: UInt64(number.rawValue), low: 7)
        let credential = TokenCredential(number: number, secret: secret)
        try tx.insertToken(QueueToken(credential: credential, user: user, issuedAt: now, state: .waiting))
        strangers.append(Stranger(user: user, token: credential))
      }
      return strangers
    }
  }

  /// Puts another evening of one concert on sale, in the hall of the others.
  package func addEvening(opens: Timestamp, closes: Timestamp, start: Timestamp) throws -> SessionID {
    let prices = [TierPrice(tier: "R", price: Self.price), TierPrice(tier: "S", price: Won(30_000))]
    return try write { tx throws(BookingError) in
      let concert = try tx.insertConcert(title: LocalizedText("다른 공연", "Other"), artist: LocalizedText("악단", "Band"))
      let known = try tx.session(self.session)
      let session = try tx.insertSession(
        concert: concert, hall: known?.hall ?? HallID(1), start: start, length: Session.usualLength, saleOpens: opens,
        saleCloses: closes, prices: prices)
      let particulars = try tx.session(session)?.particulars(prices: prices, seats: tx.seats(of: session).digest)
      try tx.append(
        Event(.programmeAdded, at: clock.instant, rule: 0).with {
          ($0.session, $0.particulars) = (session, particulars)
        })
      return session
    }
  }

  /// Changes the policy in force, from now on.
  package func setPolicy(_ change: (inout Policy) -> Void) throws {
    var policy = try engine.policy()
    change(&policy)
    let changed = policy
    try write { tx throws(BookingError) in
      try tx.insertPolicy(changed, since: clock.instant)
      try tx.append(Event(.policySet, at: clock.instant, rule: 0).with { $0.particulars = changed.particulars() })
    }
  }

  package func token(_ number: TicketNumber) throws -> QueueToken? {
    try read { reader throws(BookingError) in try reader.token(number) }
  }

  package func reservation(_ id: ReservationID) throws -> Reservation? {
    try read { reader throws(BookingError) in try reader.reservation(id) }
  }

  /// What happened, in order.
  package func events(_ kinds: Event.Kind...) throws -> [Event] {
    try read { reader throws(BookingError) in try reader.events(after: EventID(0), limit: .max) }
      .filter { kinds.contains($0.kind) }
  }
}

/// Somebody in the line.
package struct Stranger: Sendable {
  package let user: UserID
  package let token: TokenCredential
}

extension Policy {
  /// The standard policy with some numbers changed.
  package static func with(_ change: (inout Policy) -> Void) -> Policy {
    var policy = Policy()
    change(&policy)
    return policy
  }
}
