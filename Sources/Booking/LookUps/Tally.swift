/// What has become of a house, counted from what is there and not from its record.
package struct Tally: Hashable, Sendable {
  package var waiting: Int64 = 0
  package var admitted: Int64 = 0
  /// Tokens that ended without a purchase.
  package var emptyHanded: Int64 = 0
  /// Holds of all time, those that are alive, and those that nobody paid for.
  package var holds: Int64 = 0
  package var liveHolds: Int64 = 0
  package var unpaidHolds: Int64 = 0
  package var sold: Int64 = 0
  package var revenue = Won.zero

  package init() {}
}

/// Everything that somebody needs who counts what happens and has missed some of it.
package struct CatchUp: Sendable {
  package let tally: Tally
  package let active: Set<TicketNumber>
  /// The last things that happened, in order.
  package let events: [Event]
  package let asOf: EventID
}

extension BookingEngine {
  /// How the house stands, for who has seen everything up to `id`; nil while all that came after is on record.
  package func catchUp(after id: EventID, events count: Int64) throws(BookingError) -> CatchUp? {
    try read { snapshot throws(BookingError) in
      let store = snapshot.store
      guard try EventRecord.lacksEvents(after: id, in: store) else { return nil }
      return CatchUp(
        tally: try store.tally(), active: Set(try store.liveTokens().filter { $0.activity != nil }.map(\.number)),
        events: try store.lastEvents(count), asOf: try store.lastEvent())
    }
  }
}
