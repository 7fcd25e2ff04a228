/// How people name a seat.
package struct SeatLabel: Hashable, Sendable {
  package let section: String
  package let row: String
  package let number: String

  package init(section: String, row: String, number: String) {
    self.section = section
    self.row = row
    self.number = number
  }
}

package enum SeatStatus: Hashable, Sendable {
  case available
  case held(by: ReservationID)
  case sold(by: ReservationID)
}

/// A seat of a session, as it stands now.
package struct Seat: Hashable, Sendable {
  package let id: SeatID
  package let label: SeatLabel
  package let tier: String
  package let price: Won
  package let status: SeatStatus
  /// Who holds or bought it, nil while it is available.
  package let taker: UserID?

  package init(id: SeatID, label: SeatLabel, tier: String, price: Won, status: SeatStatus, taker: UserID?) {
    self.id = id
    self.label = label
    self.tier = tier
    self.price = price
    self.status = status
    self.taker = taker
  }
}

/// A chair of a hall, whatever is on.
package struct HallSeat: Hashable, Sendable {
  package let id: SeatID
  package let hall: HallID
  package let label: SeatLabel
  package let tier: String

  package init(id: SeatID, hall: HallID, label: SeatLabel, tier: String) {
    self.id = id
    self.hall = hall
    self.label = label
    self.tier = tier
  }
}

/// How a seat of a session is written down, for whoever judges it. The version counts its changes.
package struct SeatRow: Hashable, Sendable {
  package let seat: SeatID
  package let status: SeatStatus
  package let version: Int64

  package init(seat: SeatID, status: SeatStatus, version: Int64) {
    self.seat = seat
    self.status = status
    self.version = version
  }
}

/// What a hold needs to know of one seat: its price now, and the version that guards the update.
package struct SeatState: Hashable, Sendable {
  package let status: SeatStatus
  package let price: Won
  package let version: Int64

  package init(status: SeatStatus, price: Won, version: Int64) {
    self.status = status
    self.price = price
    self.version = version
  }
}
