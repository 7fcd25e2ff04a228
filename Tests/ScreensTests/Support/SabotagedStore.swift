import Booking
import TestSupport

@testable import Screens

/// A store that breaks one rule behind the engine's back.
final class SabotagedStore: Store {
  enum Fault: CaseIterable {
    case debitsNothing, forgetsRequests, keepsSeats, touchesNothing, admitsTwice, endsTokensLate, holdsEndLate
    case forgetsReleases, sellsToNobody, reusesNumbers

    /// A race that must tell it.
    var isToldBy: Collision {
      switch self {
      case .debitsNothing: .payTwiceWithTwoKeys
      case .forgetsRequests: .payTwiceWithOneKey
      case .keepsSeats: .releaseAndOther
      case .touchesNothing: .lifetime
      case .admitsTwice: .newcomer
      case .endsTokensLate: .idleLimit
      case .holdsEndLate: .takeOver
      case .forgetsReleases: .releaseAndHoldAgain
      case .sellsToNobody: .sweepAfterPayment
      case .reusesNumbers: .leaverReturns
      }
    }
  }

  private let store: any Store
  private let fault: Fault

  init(_ store: any Store, _ fault: Fault) {
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
    try store.write { tx throws(BookingError) in try body(SabotagedWriter(writing: tx, fault: fault)) }
  }
}

private struct SabotagedWriter: WriterVerbByVerb {
  let writing: any StoreWriter
  let fault: SabotagedStore.Fault

  func verb(_ name: String) {}

  func debit(_ user: UserID, _ amount: Won) throws(BookingError) -> Int {
    try fault == .debitsNothing ? 1 : writing.debit(user, amount)
  }

  func insertRequest(_ record: RequestRecord, at instant: Timestamp) throws(BookingError) {
    if fault != .forgetsRequests { try writing.insertRequest(record, at: instant) }
  }

  func freeSeat(_ seat: SeatID, of session: SessionID, reservation: ReservationID) throws(BookingError) -> Int {
    try fault == .keepsSeats ? 1 : writing.freeSeat(seat, of: session, reservation: reservation)
  }

  func touchToken(_ number: TicketNumber, at instant: Timestamp, idleDeadline: Timestamp) throws(BookingError) -> Int {
    try fault == .touchesNothing ? 1 : writing.touchToken(number, at: instant, idleDeadline: idleDeadline)
  }

  func waitingTokens(after head: TicketNumber, count: Int64) throws(BookingError) -> [QueueToken] {
    try writing.waitingTokens(after: head, count: fault == .admitsTwice ? count * 2 : count)
  }

  func activateToken(_ number: TicketNumber, _ activity: QueueToken.Activity) throws(BookingError) -> Int {
    let late: Duration = fault == .endsTokensLate ? .milliseconds(1) : .zero
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

  func releasedDeadline(
    of user: UserID, seat: SeatID, session: SessionID
  ) throws(BookingError) -> Timestamp? {
    try fault == .forgetsReleases ? nil : writing.releasedDeadline(of: user, seat: seat, session: session)
  }

  func sellSeat(_ seat: SeatID, of session: SessionID, reservation: ReservationID) throws(BookingError) -> Int {
    try fault == .sellsToNobody ? 1 : writing.sellSeat(seat, of: session, reservation: reservation)
  }

  func takeTicketNumber() throws(BookingError) -> TicketNumber {
    let number = try writing.takeTicketNumber()
    return fault == .reusesNumbers ? TicketNumber(number.rawValue * 2) : number
  }
}
