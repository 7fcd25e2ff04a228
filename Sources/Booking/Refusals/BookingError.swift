/// Every reason for which the house refuses. After a refusal nothing has changed but what was due anyway.
package enum BookingError: Error, Hashable, Sendable {
  case unknownUser
  case invalidToken(TokenFault)
  case inactiveToken(TokenFault)
  case unknownSession
  /// The first seat of the list that the session does not have.
  case unknownSeat(SeatID)
  case emptyOrRepeated
  case saleClosed(SaleFault)
  /// The most live holds one person may have.
  case tooManyHolds(limit: Int64)
  /// The first seat of the list that somebody holds or bought, the caller included.
  case seatTaken(SeatID)
  case unknownReservation
  case alreadyPaid
  case reservationExpired
  case insufficientBalance(shortfall: Won)
  case invalidChargeAmount(ChargeFault)
  case requestKeyReused
  case invalidName(NameFault)
  /// A season may not put two sessions into one room at the same time.
  case hallBusy(HallClash)
  /// A season names a hall that the house knows with another plan. The seats of sold tickets are not drawn anew.
  case hallRedrawn(LocalizedText)
  /// What only a demonstration's house does: its clock, its policy and its record are changed by nobody else's hand.
  case notADemonstration
  case storage(StorageFault)
}

/// A session that would overlap another in the same room.
package struct HallClash: Hashable, Sendable {
  package let hall: LocalizedText
  package let title: LocalizedText
  package let start: Timestamp
  package let other: LocalizedText
  package let otherTime: Range<Timestamp>

  package init(
    hall: LocalizedText, title: LocalizedText, start: Timestamp, other: LocalizedText, otherTime: Range<Timestamp>
  ) {
    self.hall = hall
    self.title = title
    self.start = start
    self.other = other
    self.otherTime = otherTime
  }
}

/// Why a token does not serve; the second line on screen.
package enum TokenFault: Hashable, Sendable {
  case unknown, anothers, waiting
  case expired(QueueToken.EndReason)
}

package enum SaleFault: Hashable, Sendable { case notYet, over }

package enum ChargeFault: Hashable, Sendable {
  case notPositive
  case overMaximum(Won)
  case overCeiling(Won)
}

package enum NameFault: Hashable, Sendable {
  case empty
  /// The most columns a name may take.
  case tooLong(Int)
  /// The first character that cannot be shown.
  case unprintable(Unicode.Scalar)
}

/// What keeps the store from answering. Nothing of the refused command was written, but for `outcomeUnknown`.
package enum StorageFault: Hashable, Sendable {
  /// Another process holds the lock; trying again helps.
  case busy
  case full, readOnly, damaged
  /// The file was deleted or replaced while it was open.
  case gone
  /// Booking time cannot be told: the machine's clock is not the record's.
  case clock(ClockFault)
  /// The file or its log was written over while it was open, and not by SQLite: a backup was copied onto it, say.
  case overwritten
  case other(String)
  /// The commit was tried and failed in a way that leaves open whether it stands; why it failed.
  indirect case outcomeUnknown(StorageFault)

  /// Whether it stays so for as long as the store is open.
  package var isLasting: Bool {
    switch self {
    case .gone, .overwritten: true
    case .outcomeUnknown(let reason): reason.isLasting
    case .busy, .full, .readOnly, .damaged, .clock, .other: false
    }
  }

  /// The same for a command that was tried before, without anybody knowing what came of it.
  package var withUnknownOutcome: Self {
    if case .outcomeUnknown = self { self } else { .outcomeUnknown(self) }
  }
}

/// Why this machine's clock does not tell a store's booking time. Nothing is settled by such a clock; the store's owner
/// decides with `boxoffice clock`.
package enum ClockFault: Hashable, Sendable {
  /// The record lies so far ahead of a clock that is to keep the time of it.
  case behindRecord(by: Duration)
  /// Booking time would jump so far ahead, and nothing explains it.
  case unexplainedJump(by: Duration)
  /// Another machine's clock, or another boot's, keeps the time of a store that is open there.
  case anotherBoot
}
