import Booking
import TestSupport

@testable import SQLiteStore

extension BookingFixture {
  /// Asks the store's rows for one thing.
  func ask<Value>(_ question: (any StoreReader) throws(BookingError) -> Value) throws(BookingError) -> Value {
    try store.read(question)
  }

  /// Runs one verb.
  func tell<Value>(_ verb: (any StoreWriter) throws(BookingError) -> Value) throws(BookingError) -> Value {
    try store.write(verb)
  }

  /// A waiting token's row.
  func insertToken(_ number: Int64, of user: UserID, secret: TokenSecret = TokenSecret(high: 1, low: 2)) throws {
    let token = QueueToken(
      credential: TokenCredential(number: TicketNumber(number), secret: secret), user: user, issuedAt: .opening,
      state: .waiting)
    try tell { tx throws(BookingError) in try tx.insertToken(token) }
  }

  /// A hold's row, without its seat.
  func insertReservation(of user: UserID, token: Int64, seat: SeatID, deadline: Timestamp) throws -> ReservationID {
    try tell { tx throws(BookingError) in
      try tx.insertReservation(
        user: user, token: TicketNumber(token), session: session, seat: seat, price: Won(5), at: .opening,
        deadline: deadline)
    }
  }
}
