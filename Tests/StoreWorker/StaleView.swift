import Booking
import SQLiteStore
import TestSupport

/// What a careless program remembers of a hall.
final class StaleView {
  fileprivate var states: [SeatID: SeatState] = [:]

  func look(at session: SessionID, in store: DatabaseStore) throws(BookingError) {
    try store.read { reader throws(BookingError) in
      for seat in try reader.seats(of: session) { states[seat.id] = try reader.seatState(seat.id, of: session) }
    }
  }
}

extension StaleView {
  /// The control of the races: a store that decides about a seat by what was read some time ago. With the guard of the
  /// update in place that does no harm; without it, a seat is sold as often as anybody believes it to be free.
  func store(_ store: any Store, isGuarded: Bool) -> any Store {
    WrappedStore(store) { StaleWriter(writing: $0, view: self, isGuarded: isGuarded) }
  }
}

private struct StaleWriter: WriterVerbByVerb {
  let writing: any StoreWriter
  let view: StaleView
  let isGuarded: Bool

  func verb(_ name: String) {}

  func seatState(_ seat: SeatID, of session: SessionID) throws(BookingError) -> SeatState? {
    if let state = view.states[seat] { return state }
    return try writing.seatState(seat, of: session)
  }

  func holdSeat(
    _ seat: SeatID, of session: SessionID, version: Int64, reservation: ReservationID
  ) throws(BookingError) -> Int {
    let changed = try writing.holdSeat(seat, of: session, version: version, reservation: reservation)
    return isGuarded ? changed : 1
  }

  func sellSeat(_ seat: SeatID, of session: SessionID, reservation: ReservationID) throws(BookingError) -> Int {
    let changed = try writing.sellSeat(seat, of: session, reservation: reservation)
    return isGuarded ? changed : 1
  }
}
