/// What stands around every screen, at one instant.
package struct StatusSnapshot: Hashable, Sendable {
  package let now: Timestamp
  package let policy: Policy
  package let kind: House.Kind
  /// How fast the booking clock runs, in thousandths of real time.
  package let rate: Int64
  /// The first event on record: another one after a demonstration was set back to its beginning.
  package let beginning: EventID
  /// The last event on record: the same one while nothing happens.
  package let lastEvent: EventID
  /// nil while nobody is signed in.
  package let account: Account?

  package init(
    now: Timestamp, policy: Policy, kind: House.Kind, rate: Int64, beginning: EventID, lastEvent: EventID,
    account: Account?
  ) {
    self.now = now
    self.policy = policy
    self.kind = kind
    self.rate = rate
    self.beginning = beginning
    self.lastEvent = lastEvent
    self.account = account
  }
}

/// What every screen shows of the person at it.
package struct Account: Hashable, Sendable {
  package let user: User
  /// The latest token, live or not; nil before the first.
  package let status: TokenStatus?
  /// Unpaid holds that are alive, by deadline.
  package let holds: [BookedSeat]
  /// The token to present when paying for those holds: the one the newest was made under.
  package let payingToken: TokenCredential?

  package init(user: User, status: TokenStatus?, holds: [BookedSeat], payingToken: TokenCredential?) {
    self.user = user
    self.status = status
    self.holds = holds
    self.payingToken = payingToken
  }
}

/// A reservation with the words and times that a person knows it by.
package struct BookedSeat: Hashable, Sendable {
  package let reservation: Reservation
  package let seat: SeatLabel
  package let tier: String
  package let session: Session
  package let concert: Concert
  package let venue: LocalizedText
  package let payment: Payment?

  package init(
    reservation: Reservation, seat: SeatLabel, tier: String, session: Session, concert: Concert, venue: LocalizedText,
    payment: Payment?
  ) {
    self.reservation = reservation
    self.seat = seat
    self.tier = tier
    self.session = session
    self.concert = concert
    self.venue = venue
    self.payment = payment
  }
}

extension BookingEngine {
  /// Booking time, the policy in force and a person's account, in one view.
  /// - Throws: `unknownUser`.
  package func statusSnapshot(of user: UserID?) throws(BookingError) -> StatusSnapshot {
    try read { snapshot throws(BookingError) in
      var account: Account?
      if let user { account = try snapshot.account(of: user) }
      let house = try snapshot.store.house()
      return StatusSnapshot(
        now: snapshot.now, policy: snapshot.policy, kind: house.kind, rate: house.anchor.rate,
        beginning: try snapshot.store.firstEvent(), lastEvent: try snapshot.store.lastEvent(), account: account)
    }
  }

  /// - Throws: `unknownUser`.
  package func account(of user: UserID) throws(BookingError) -> Account {
    try read { snapshot throws(BookingError) in try snapshot.account(of: user) }
  }

  /// Every reservation a person ever made, the newest first.
  package func bookings(of user: UserID) throws(BookingError) -> [BookedSeat] {
    try read { snapshot throws(BookingError) in try snapshot.bookings(of: user) { _ in true }.reversed() }
  }

  /// The movements of a wallet, the newest first.
  package func ledger(of user: UserID) throws(BookingError) -> [LedgerEntry] {
    try read { snapshot throws(BookingError) in try snapshot.store.ledger(of: user).reversed() }
  }
}

extension Snapshot {
  fileprivate func account(of id: UserID) throws(BookingError) -> Account {
    guard let user = try store.user(id) else { throw .unknownUser }
    let live = try bookings(of: id) { $0.status == .held }
      .sorted { ($0.reservation.deadline, $0.reservation.id) < ($1.reservation.deadline, $1.reservation.id) }
    let newest = live.map(\.reservation).max { $0.id < $1.id }
    var payingToken: TokenCredential?
    if let newest { payingToken = try store.token(newest.token)?.credential }
    var status: TokenStatus?
    if let token = try store.latestToken(of: id) { status = try self.status(of: token) }
    return Account(user: user, status: status, holds: live, payingToken: payingToken)
  }

  fileprivate func bookings(
    of user: UserID, where isWanted: (Reservation) -> Bool
  ) throws(BookingError) -> [BookedSeat] {
    let reservations = try store.reservations(of: user).filter(isWanted)
    guard !reservations.isEmpty else { return [] }
    let venues = try store.hallNames()
    let concerts = try store.concerts()
    var bookings: [BookedSeat] = []
    for reservation in reservations {
      guard let session = try store.session(reservation.session),
        let concert = concerts.first(where: { $0.id == session.concert }),
        let seat = try store.seat(reservation.seat, of: session.id)
      else { throw .storage(.damaged) }
      bookings.append(
        BookedSeat(
          reservation: reservation, seat: seat.label, tier: seat.tier, session: session, concert: concert,
          venue: venues[session.hall] ?? LocalizedText("", ""),
          payment: try store.payment(for: reservation.id)))
    }
    return bookings
  }
}
