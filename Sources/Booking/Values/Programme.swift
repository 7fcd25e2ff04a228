/// A room with seats. Its plan is text that only the screens read.
package struct Hall: Hashable, Sendable {
  package let id: HallID
  package let name: LocalizedText
  package let plan: String

  package init(id: HallID, name: LocalizedText, plan: String) {
    self.id = id
    self.name = name
    self.plan = plan
  }
}

/// A hall before it has numbers, as it is put into a store.
package struct HallDraft: Sendable {
  package struct Seat: Hashable, Sendable {
    package let label: SeatLabel
    package let tier: String

    package init(label: SeatLabel, tier: String) {
      self.label = label
      self.tier = tier
    }
  }

  package let name: LocalizedText
  package let plan: String
  package let seats: [Seat]
  /// The tiers that its seats have.
  package let tiers: Set<String>

  package init(name: LocalizedText, plan: String, seats: [Seat]) {
    self.name = name
    self.plan = plan
    self.seats = seats
    var tiers: Set<String> = []
    // Neighbours mostly have one tier, and many seats are sooner compared than looked up.
    for (index, seat) in seats.enumerated() where index == 0 || seats[index - 1].tier != seat.tier {
      tiers.insert(seat.tier)
    }
    self.tiers = tiers
  }
}

package struct Concert: Hashable, Sendable {
  package let id: ConcertID
  package let title: LocalizedText
  package let artist: LocalizedText

  package init(id: ConcertID, title: LocalizedText, artist: LocalizedText) {
    self.id = id
    self.title = title
    self.artist = artist
  }
}

/// One evening of a concert.
package struct Session: Hashable, Sendable {
  package let id: SessionID
  package let concert: ConcertID
  package let hall: HallID
  package let start: Timestamp
  /// How long it has the hall to itself.
  package let length: Duration
  package let saleOpens: Timestamp
  package let saleCloses: Timestamp

  /// What is supposed where nothing is said.
  package static let usualLength = Duration.hours(2)

  package init(
    id: SessionID, concert: ConcertID, hall: HallID, start: Timestamp, length: Duration = usualLength,
    saleOpens: Timestamp, saleCloses: Timestamp
  ) {
    self.id = id
    self.concert = concert
    self.hall = hall
    self.start = start
    self.length = length
    self.saleOpens = saleOpens
    self.saleCloses = saleCloses
  }

  /// While it has the hall to itself. Two sessions in one room overlap iff these do.
  package var time: Range<Timestamp> { start..<(start + length) }

  /// Rule 3: on sale iff opens ≤ now < closes and now < start.
  package func isOnSale(at now: Timestamp) -> Bool { saleOpens <= now && now < saleCloses && now < start }
}

/// What a seat of a tier costs in a session.
package struct TierPrice: Hashable, Sendable {
  package let tier: String
  package let price: Won

  package init(tier: String, price: Won) {
    self.tier = tier
    self.price = price
  }
}
