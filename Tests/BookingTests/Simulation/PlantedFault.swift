import Booking
import TestSupport

/// Something that a store does wrong: what a simulation must notice to be worth anything.
enum PlantedFault: CaseIterable {
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
}

/// A store that does one thing wrong.
final class FaultyVerbs: Store {
  private let store: any Store
  private let fault: PlantedFault

  init(_ store: any Store, _ fault: PlantedFault) {
    self.store = store
    self.fault = fault
  }

  func read<Answer>(_ body: (any StoreReader) throws(BookingError) -> Answer) throws(BookingError) -> Answer {
    try store.read(body)
  }

  func audit<Answer>(_ body: (any StoreAuditor) throws(BookingError) -> Answer) throws(BookingError) -> Answer {
    try store.audit(body)
  }

  func write<Answer>(_ body: (any StoreWriter) throws(BookingError) -> Answer) throws(BookingError) -> Answer {
    try store.write { tx throws(BookingError) in try body(FaultyWriter(writing: tx, fault: fault)) }
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
    if fault == .creditsTwice, amount < Won(200_000) { _ = try writing.credit(user, amount) }
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
}
