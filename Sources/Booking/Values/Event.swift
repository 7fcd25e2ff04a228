/// One line of the event record: what changed, when, and by which rule.
/// The record is the store's history and its change feed.
package struct Event: Hashable, Sendable {
  /// The numbers stand in stores: new kinds get new ones, and none is ever changed.
  package enum Kind: Int, CaseIterable, Sendable {
    case userAdded = 1
    case programmeAdded = 2
    case policySet = 3
    /// The first one after a demonstration was set back to its beginning.
    case houseReset = 4
    /// A tester changed what a tier costs in a session, by a seat of it; on demonstrations only.
    case priceSet = 5
    case tokenIssued = 10
    case tokenActivated = 11
    case tokenActed = 12
    case tokenEnded = 13
    /// A tester has a token's idle limit come now; on demonstrations only.
    case idleLimitMoved = 14
    case seatHeld = 20
    case holdReleased = 21
    case holdExpired = 22
    case seatPaid = 23
    case balanceOpened = 30
    case charged = 31
    /// A tester set a balance, by this much up or down; on demonstrations only.
    case balanceSet = 32
  }

  package var id = EventID(0)
  package let kind: Kind
  /// The instant the change was due, not the one at which it was noticed.
  package let at: Timestamp
  /// The number of the rule in `Booking.docc/Rules.md`; 0 for what no rule governs.
  package let rule: Int64
  package var user: UserID?
  package var token: TicketNumber?
  package var session: SessionID?
  package var seat: SeatID?
  package var reservation: ReservationID?
  package var amount: Won?
  /// The deadline that this change set: a hold's, or an active token's nearer one.
  package var deadline: Timestamp?
  package var reason: QueueToken.EndReason?
  /// What came into force with a policy, a session or a price, so that a later change of its row shows. Nil for other
  /// kinds, and in events that earlier versions recorded.
  package var particulars: Particulars?

  package init(_ kind: Kind, at: Timestamp, rule: Int64) {
    self.kind = kind
    self.at = at
    self.rule = rule
  }

  /// A copy with some fields filled in.
  package func with(_ fill: (inout Self) -> Void) -> Self {
    var copy = self
    fill(&copy)
    return copy
  }
}
