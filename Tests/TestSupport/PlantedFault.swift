package import Booking

/// Something that a store does wrong: what a test of the rules must notice to be worth anything.
package enum PlantedFault: CaseIterable, Sendable {
  /// Money is not taken, or taken and not given.
  case debitsNothing, creditsTwice, forgetsLedgerEntries
  /// A request key is not remembered.
  case forgetsRequests
  /// An action does not move the idle limit, or moves it too far.
  case touchesNothing, touchesTooLate
  /// A seat is not freed, or not sold.
  case keepsSeats, sellsNothing
  /// The wrong reason of an end, the wrong instant of one, a place in the line that is not given up.
  case endsAsIdle, expiresLate, forgetsLeavers
  /// An event that is not recorded.
  case forgetsAdmissions
  /// More are admitted than should be, or under numbers that do not follow each other.
  case admitsTwice, skipsNumbers
  /// Limits that come a millisecond late, or begin anew for a seat that was released.
  case tokensEndLate, holdsEndLate, forgetsReleases
}

extension PlantedFault {
  /// A store that does this wrong, and else what it should.
  package func planted(in store: any Store) -> any Store {
    WrappedStore(store) { FaultyWriter(writing: $0, fault: self) }
  }
}

private struct FaultyWriter: WriterVerbByVerb {
  let writing: any StoreWriter
  let fault: PlantedFault

  func verb(_ name: String) {}

  func debit(_ user: UserID, _ amount: Won) throws(BookingError) -> Int {
    try fault == .debitsNothing ? 1 : writing.debit(user, amount)
  }

  func credit(_ user: UserID, _ amount: Won) throws(BookingError) -> Int {
    if fault == .creditsTwice, amount > .zero, amount < Won(200_000) { _ = try writing.credit(user, amount) }
    return try writing.credit(user, amount)
  }

  func insertLedgerEntry(_ entry: LedgerEntry) throws(BookingError) {
    if fault == .forgetsLedgerEntries, entry.kind == .payment { return }
    try writing.insertLedgerEntry(entry)
  }

  func insertRequest(_ record: RequestRecord, at instant: Timestamp) throws(BookingError) {
    if fault != .forgetsRequests { try writing.insertRequest(record, at: instant) }
  }

  func touchToken(_ number: TicketNumber, at instant: Timestamp, idleDeadline: Timestamp) throws(BookingError) -> Int {
    if fault == .touchesNothing { return 1 }
    let late: Duration = fault == .touchesTooLate ? .milliseconds(1) : .zero
    return try writing.touchToken(number, at: instant, idleDeadline: idleDeadline + late)
  }

  func freeSeat(_ seat: SeatID, of session: SessionID, reservation: ReservationID) throws(BookingError) -> Int {
    try fault == .keepsSeats ? 1 : writing.freeSeat(seat, of: session, reservation: reservation)
  }

  func sellSeat(_ seat: SeatID, of session: SessionID, reservation: ReservationID) throws(BookingError) -> Int {
    try fault == .sellsNothing ? 1 : writing.sellSeat(seat, of: session, reservation: reservation)
  }

  func endToken(
    _ number: TicketNumber, at instant: Timestamp, reason: QueueToken.EndReason
  ) throws(BookingError) -> Int {
    let reason = fault == .endsAsIdle && reason == .lifetime ? .idle : reason
    let late: Duration = fault == .expiresLate && reason == .idle ? .milliseconds(1) : .zero
    return try writing.endToken(number, at: instant + late, reason: reason)
  }

  func insertLeaver(_ number: TicketNumber) throws(BookingError) {
    if fault != .forgetsLeavers { try writing.insertLeaver(number) }
  }

  func append(_ event: Event) throws(BookingError) {
    if fault == .forgetsAdmissions, event.kind == .tokenActivated { return }
    try writing.append(event)
  }

  func waitingTokens(after head: TicketNumber, count: Int64) throws(BookingError) -> [QueueToken] {
    try writing.waitingTokens(after: head, count: fault == .admitsTwice ? count * 2 : count)
  }

  func takeTicketNumber() throws(BookingError) -> TicketNumber {
    if fault == .skipsNumbers { _ = try writing.takeTicketNumber() }
    return try writing.takeTicketNumber()
  }

  func activateToken(_ number: TicketNumber, _ activity: QueueToken.Activity) throws(BookingError) -> Int {
    let late: Duration = fault == .tokensEndLate ? .milliseconds(1) : .zero
    return try writing.activateToken(
      number,
      QueueToken.Activity(
        since: activity.since, lastAction: activity.lastAction, lifetimeDeadline: activity.lifetimeDeadline,
        idleDeadline: activity.idleDeadline + late))
  }

  func insertReservation(
    user: UserID, token: TicketNumber, session: SessionID, seat: SeatID, price: Won, at instant: Timestamp,
    deadline: Timestamp
  ) throws(BookingError) -> ReservationID {
    try writing.insertReservation(
      user: user, token: token, session: session, seat: seat, price: price, at: instant,
      deadline: fault == .holdsEndLate ? deadline + .milliseconds(1) : deadline)
  }

  func releasedDeadline(of user: UserID, seat: SeatID, session: SessionID) throws(BookingError) -> Timestamp? {
    try fault == .forgetsReleases ? nil : writing.releasedDeadline(of: user, seat: seat, session: session)
  }
}
