internal import Booking

extension Transaction {
  func reservation(_ id: ReservationID) throws(BookingError) -> Reservation? {
    try first(Self.reservationSQL + " WHERE id = ?", [id.rawValue], Self.reservation)
  }

  func reservations(of user: UserID) throws(BookingError) -> [Reservation] {
    try all(Self.reservationSQL + " WHERE user_id = ? ORDER BY id", [user.rawValue], Self.reservation)
  }

  func allReservations() throws(BookingError) -> [Reservation] {
    try all(Self.reservationSQL + " ORDER BY id", [], Self.reservation)
  }

  func liveHolds(of user: UserID) throws(BookingError) -> Int64 {
    try count("SELECT COUNT(*) FROM reservation WHERE user_id = ? AND status = 'held'", [user.rawValue])
  }

  func liveHoldCounts() throws(BookingError) -> [UserID: Int64] {
    Dictionary(
      try all(
        "SELECT user_id, COUNT(*) FROM reservation WHERE status = 'held' GROUP BY user_id"
      ) { (try $0.id(0), try $0.count(1)) }
    ) { first, _ in first }
  }

  func nextHoldToEnd() throws(BookingError) -> Reservation? {
    try remembered(\.nextHoldToEnd) { () throws(BookingError) in
      try first(
        Self.reservationSQL + " WHERE status = 'held' ORDER BY deadline, id LIMIT 1", [], Self.reservation)
    }
  }

  func releasedDeadline(
    of user: UserID, seat: SeatID, session: SessionID
  ) throws(BookingError) -> Timestamp? {
    try first(
      """
      SELECT MAX(deadline) FROM reservation
      WHERE user_id = ? AND session_id = ? AND seat_id = ? AND status = 'released'
      """, [user.rawValue, session.rawValue, seat.rawValue]
    ) { try $0.instantIfAny(0) } ?? nil
  }

  func insertReservation(
    user: UserID, token: TicketNumber, session: SessionID, seat: SeatID, price: Won, at: Timestamp, deadline: Timestamp
  ) throws(BookingError) -> ReservationID {
    ReservationID(
      try insert(
        """
        INSERT INTO reservation (user_id, token, session_id, seat_id, price, held_at, deadline, status)
        VALUES (?, ?, ?, ?, ?, ?, ?, 'held')
        """,
        [
          user.rawValue, token.rawValue, session.rawValue, seat.rawValue, price.amount, at.milliseconds,
          deadline.milliseconds,
        ], touching: .holds))
  }

  func confirmReservation(_ id: ReservationID, at: Timestamp) throws(BookingError) -> Int {
    try end(id, "confirmed", at: at)
  }

  func expireReservation(_ id: ReservationID, at: Timestamp) throws(BookingError) -> Int {
    try end(id, "expired", at: at)
  }

  func releaseReservation(_ id: ReservationID, at: Timestamp) throws(BookingError) -> Int {
    try end(id, "released", at: at)
  }

  func payment(_ id: PaymentID) throws(BookingError) -> Payment? {
    try first(Self.paymentSQL + " WHERE id = ?", [id.rawValue], Self.payment)
  }

  func payment(for reservation: ReservationID) throws(BookingError) -> Payment? {
    try first(Self.paymentSQL + " WHERE reservation_id = ?", [reservation.rawValue], Self.payment)
  }

  func allPayments() throws(BookingError) -> [Payment] { try all(Self.paymentSQL + " ORDER BY id", [], Self.payment) }

  func insertPayment(
    reservation: ReservationID, user: UserID, amount: Won, at: Timestamp
  ) throws(BookingError) -> PaymentID {
    PaymentID(
      try insert(
        "INSERT INTO payment (reservation_id, user_id, amount, paid_at) VALUES (?, ?, ?, ?)",
        [reservation.rawValue, user.rawValue, amount.amount, at.milliseconds], touching: []))
  }

  private func end(_ id: ReservationID, _ status: String, at: Timestamp) throws(BookingError) -> Int {
    try run(
      "UPDATE reservation SET status = ?, ended_at = ? WHERE id = ? AND status = 'held'",
      [status, at.milliseconds, id.rawValue], touching: .holds)
  }

  private static let reservationSQL: SQL = """
    SELECT id, user_id, token, session_id, seat_id, price, held_at, deadline, status, ended_at FROM reservation
    """
  private static let paymentSQL: SQL = "SELECT id, reservation_id, user_id, amount, paid_at FROM payment"

  private static func reservation(_ row: Columns) throws -> Reservation {
    let status: Reservation.Status =
      switch try row.value(8) as String {
      case "confirmed": .confirmed(at: try row.instant(9))
      case "expired": .expired(at: try row.instant(9))
      case "released": .released(at: try row.instant(9))
      default: .held
      }
    return try Reservation(
      id: row.id(0), user: row.id(1), token: row.id(2), session: row.id(3), seat: row.id(4), price: row.won(5),
      heldAt: row.instant(6), deadline: row.instant(7), status: status)
  }

  private static func payment(_ row: Columns) throws -> Payment {
    try Payment(id: row.id(0), reservation: row.id(1), user: row.id(2), amount: row.won(3), at: row.instant(4))
  }
}
