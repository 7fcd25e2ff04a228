internal import Booking

extension Transaction {
  func seatCount(of session: SessionID) throws(BookingError) -> Int64 {
    try count(
      "SELECT seat_count FROM hall WHERE id = (SELECT hall_id FROM session WHERE id = ?)", [session.rawValue])
  }

  func takenSeats(of session: SessionID) throws(BookingError) -> Int64 {
    try count(
      "SELECT COUNT(*) FROM session_seat WHERE session_id = ? AND reservation_id IS NOT NULL", [session.rawValue])
  }

  /// Prices and takers are few and looked up apart: joined, they would cost a large hall twice the time.
  func seats(of session: SessionID) throws(BookingError) -> [Seat] {
    let prices = Dictionary(try self.prices(of: session).map { ($0.tier, $0.price) }) { first, _ in first }
    let takers = Dictionary(
      try all(
        "SELECT id, user_id FROM reservation WHERE session_id = ? AND status IN ('held', 'confirmed')",
        [session.rawValue]
      ) { (try $0.id(0) as ReservationID, try $0.id(1) as UserID) }
    ) { first, _ in first }
    var seats: [Seat] = []
    seats.reserveCapacity(Int(try seatCount(of: session)))
    try each(
      """
      SELECT seat.id, seat.section, seat.row, seat.number, seat.tier, state.reservation_id, state.sold
      FROM session_seat AS state
      JOIN seat ON seat.id = state.seat_id
      WHERE state.session_id = ?
      ORDER BY state.seat_id
      """, [session.rawValue]
    ) { row in
      let tier = try row.name(4)
      let reservation: ReservationID? = try row.idIfAny(5)
      guard let price = prices[tier] else { return }
      seats.append(
        try Seat(
          id: row.id(0), label: SeatLabel(section: row.name(1), row: row.name(2), number: row.name(3)), tier: tier,
          price: price,
          status: Self.status(reservation: reservation, sold: row.value(6)), taker: reservation.flatMap { takers[$0] }))
    }
    return seats
  }

  func seat(_ seat: SeatID, of session: SessionID) throws(BookingError) -> Seat? {
    try first(Self.seatSQL + " AND state.seat_id = ?", [session.rawValue, seat.rawValue], Self.seat)
  }

  func seatState(_ seat: SeatID, of session: SessionID) throws(BookingError) -> SeatState? {
    try first(
      """
      SELECT state.reservation_id, state.sold, price.price, state.version
      FROM session_seat AS state
      JOIN seat ON seat.id = state.seat_id
      JOIN session_price AS price ON price.session_id = state.session_id AND price.tier = seat.tier
      WHERE state.session_id = ? AND state.seat_id = ?
      """, [session.rawValue, seat.rawValue]
    ) { row in
      try SeatState(
        status: Self.status(reservation: row.idIfAny(0), sold: row.value(1)), price: row.won(2), version: row.count(3))
    }
  }

  func seatRows(of session: SessionID) throws(BookingError) -> [SeatRow] {
    try all(
      "SELECT seat_id, reservation_id, sold, version FROM session_seat WHERE session_id = ? ORDER BY seat_id",
      [session.rawValue]
    ) { row in
      try SeatRow(
        seat: row.id(0), status: Self.status(reservation: row.idIfAny(1), sold: row.value(2)), version: row.count(3))
    }
  }

  func allHallSeats() throws(BookingError) -> [HallSeat] {
    try all("SELECT id, hall_id, section, row, number, tier FROM seat ORDER BY id") { row in
      try HallSeat(
        id: row.id(0), hall: row.id(1), label: SeatLabel(section: row.name(2), row: row.name(3), number: row.name(4)),
        tier: row.name(5))
    }
  }

  func holdSeat(
    _ seat: SeatID, of session: SessionID, version: Int64, reservation: ReservationID
  ) throws(BookingError) -> Int {
    try run(
      """
      UPDATE session_seat SET reservation_id = ?, version = version + 1
      WHERE session_id = ? AND seat_id = ? AND reservation_id IS NULL AND version = ?
      """, [reservation.rawValue, session.rawValue, seat.rawValue, version], touching: [])
  }

  func sellSeat(_ seat: SeatID, of session: SessionID, reservation: ReservationID) throws(BookingError) -> Int {
    try run(
      """
      UPDATE session_seat SET sold = 1, version = version + 1
      WHERE session_id = ? AND seat_id = ? AND reservation_id = ? AND sold = 0
      """, [session.rawValue, seat.rawValue, reservation.rawValue], touching: [])
  }

  func freeSeat(_ seat: SeatID, of session: SessionID, reservation: ReservationID) throws(BookingError) -> Int {
    try run(
      """
      UPDATE session_seat SET reservation_id = NULL, version = version + 1
      WHERE session_id = ? AND seat_id = ? AND reservation_id = ? AND sold = 0
      """, [session.rawValue, seat.rawValue, reservation.rawValue], touching: [])
  }

  private static let seatSQL: SQL = """
    SELECT seat.id, seat.section, seat.row, seat.number, seat.tier, price.price, state.reservation_id, state.sold,
      reservation.user_id
    FROM session_seat AS state
    JOIN seat ON seat.id = state.seat_id
    JOIN session_price AS price ON price.session_id = state.session_id AND price.tier = seat.tier
    LEFT JOIN reservation ON reservation.id = state.reservation_id
    WHERE state.session_id = ?
    """

  private static func seat(_ row: Columns) throws -> Seat {
    try Seat(
      id: row.id(0), label: SeatLabel(section: row.name(1), row: row.name(2), number: row.name(3)),
      tier: row.name(4), price: row.won(5),
      status: status(reservation: row.idIfAny(6), sold: row.value(7)), taker: row.idIfAny(8))
  }

  private static func status(reservation: ReservationID?, sold: Bool) -> SeatStatus {
    guard let reservation else { return .available }
    return sold ? .sold(by: reservation) : .held(by: reservation)
  }
}
