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

/// The control of the races: decides about a seat by what was read some time ago. With the guard of the update in place
/// that does no harm; without it, a seat is sold as often as anybody believes it to be free.
final class StaleStore: Store {
  private let store: any Store
  private let view: StaleView
  private let isGuarded: Bool

  init(_ store: any Store, _ view: StaleView, isGuarded: Bool) {
    self.store = store
    self.view = view
    self.isGuarded = isGuarded
  }

  func read<Answer>(_ body: (any StoreReader) throws(BookingError) -> Answer) throws(BookingError) -> Answer {
    try store.read(body)
  }

  func audit<Answer>(_ body: (any StoreAuditor) throws(BookingError) -> Answer) throws(BookingError) -> Answer {
    try store.audit(body)
  }

  func write<Answer>(_ body: (any StoreWriter) throws(BookingError) -> Answer) throws(BookingError) -> Answer {
    try store.write { tx throws(BookingError) in
      let writer = Writer(writing: tx, view: view, isGuarded: isGuarded)
      return try body(writer)
    }
  }

  private struct Writer: WriterVerbByVerb {
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
}
