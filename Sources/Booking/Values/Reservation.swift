/// One seat of one session, held or bought by one person.
package struct Reservation: Hashable, Sendable {
  package enum Status: Hashable, Sendable {
    case held
    case confirmed(at: Timestamp)
    case expired(at: Timestamp)
    case released(at: Timestamp)
  }

  package let id: ReservationID
  package let user: UserID
  /// The token it was made under; the one to present when paying (rule 6).
  package let token: TicketNumber
  package let session: SessionID
  package let seat: SeatID
  /// Fixed when the hold was made (rule 5).
  package let price: Won
  package let heldAt: Timestamp
  /// It can be paid while now is before this.
  package let deadline: Timestamp
  package let status: Status

  package init(
    id: ReservationID, user: UserID, token: TicketNumber, session: SessionID, seat: SeatID, price: Won,
    heldAt: Timestamp, deadline: Timestamp, status: Status
  ) {
    self.id = id
    self.user = user
    self.token = token
    self.session = session
    self.seat = seat
    self.price = price
    self.heldAt = heldAt
    self.deadline = deadline
    self.status = status
  }

  /// As it was answered when it was made, whatever became of it: what the same request key is answered again.
  var asMade: Self {
    Self(
      id: id, user: user, token: token, session: session, seat: seat, price: price, heldAt: heldAt,
      deadline: deadline, status: .held)
  }
}

package struct Payment: Hashable, Sendable {
  package let id: PaymentID
  package let reservation: ReservationID
  package let user: UserID
  package let amount: Won
  package let at: Timestamp

  package init(id: PaymentID, reservation: ReservationID, user: UserID, amount: Won, at: Timestamp) {
    self.id = id
    self.reservation = reservation
    self.user = user
    self.amount = amount
    self.at = at
  }
}
