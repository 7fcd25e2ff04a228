/// Concerts that are added to a house together.
package struct Season: Sendable {
  package struct Evening: Sendable {
    /// The hall by its place in `halls`.
    package let hall: Int
    package let start: Timestamp
    package let length: Duration
    package let saleOpens: Timestamp
    package let saleCloses: Timestamp
    package let prices: [TierPrice]
    /// How many seats are sold, from the front, before a new house opens. Not for a house that is open.
    package let soldBefore: Int

    package init(
      hall: Int, start: Timestamp, length: Duration = Session.usualLength, saleOpens: Timestamp, saleCloses: Timestamp,
      prices: [TierPrice], soldBefore: Int = 0
    ) {
      self.hall = hall
      self.start = start
      self.length = length
      self.saleOpens = saleOpens
      self.saleCloses = saleCloses
      self.prices = prices
      self.soldBefore = soldBefore
    }
  }

  package struct Show: Sendable {
    package let title: LocalizedText
    package let artist: LocalizedText
    package let evenings: [Evening]

    package init(title: LocalizedText, artist: LocalizedText, evenings: [Evening]) {
      self.title = title
      self.artist = artist
      self.evenings = evenings
    }
  }

  package let halls: [HallDraft]
  package let shows: [Show]
  /// Whether a hall that the house knows by its name serves whatever its plan there, as long as each of its tiers has a
  /// price. Such a season repeats itself, so its shows are concerts of their own each time.
  package let takesHallsAsTheyStand: Bool

  package init(halls: [HallDraft], shows: [Show], takesHallsAsTheyStand: Bool = false) {
    self.halls = halls
    self.shows = shows
    self.takesHallsAsTheyStand = takesHallsAsTheyStand
  }
}

/// A person who is there from the start.
package struct SeedUser: Sendable {
  package let name: String
  package let balance: Won
  package let isWaiting: Bool

  package init(name: String, balance: Won, isWaiting: Bool = false) {
    self.name = name
    self.balance = balance
    self.isWaiting = isWaiting
  }
}

extension BookingEngine {
  /// Opens a new house in an empty store, in one transaction: its clock, its policy, its people and its first season.
  /// - Throws: `storage`.
  package func create(
    _ kind: House.Kind, anchor: ClockAnchor, policy: Policy, season: Season?, people: [SeedUser] = []
  ) throws(BookingError) {
    precondition(policy.fault == nil, "a policy is checked where it is read")
    try change { tx throws(BookingError) in
      try create(kind, anchor: anchor, policy: policy, season: season, people: people, in: tx)
    }
  }

  func create(
    _ kind: House.Kind, anchor: ClockAnchor, policy: Policy, season: Season?, people: [SeedUser], in tx: any StoreWriter
  ) throws(BookingError) {
    let now = anchor.instant
    try tx.insertHouse(
      House(
        kind: kind, anchor: anchor, admissionEpoch: now, latest: now, admittedThrough: now, lastTicket: TicketNumber(0),
        head: TicketNumber(0)))
    try tx.insertPolicy(policy, since: now)
    try tx.append(Event(.policySet, at: now, rule: 0).with { $0.particulars = policy.particulars(of: kind) })
    let context = WriteContext(store: tx, snapshot: try Snapshot(tx, at: now), makeSecret: makeSecret)
    var waiting: [UserID] = []
    for person in people {
      let user = try context.addUser(name: person.name, opening: person.balance)
      if person.isWaiting { waiting.append(user.id) }
    }
    if let season { try context.sellBefore(opening: try context.add(season).sessions, of: season) }
    for user in waiting { _ = try context.issueToken(user: user) }
  }
}

extension WriteContext {
  /// Sells the first seats of sessions to people who came before, by the same rules as to anybody: each has a token
  /// that was admitted, and ends by paying. Nobody may be waiting.
  fileprivate func sellBefore(opening sessions: [SessionID], of season: Season) throws(BookingError) {
    guard policy.maxActive != 0 else { return }
    var buyers = 0
    for (session, evening) in zip(sessions, season.shows.flatMap(\.evenings)) where evening.soldBefore > 0 {
      var seats = try store.seats(of: session).prefix(evening.soldBefore)[...]
      while !seats.isEmpty {
        let wanted = Array(seats.prefix(Int(policy.maxHoldsPerUser)))
        seats = seats.dropFirst(wanted.count)
        let buyer = try addUser(name: SamplePeople.name(buyers), opening: wanted.map(\.price).sum())
        buyers += 1
        try sell(wanted, of: session, to: buyer)
      }
    }
  }

  private func sell(_ seats: [Seat], of session: SessionID, to buyer: User) throws(BookingError) {
    let token = try issueToken(user: buyer.id).token
    try Settlement.activate(token.number, user: buyer.id, at: now, self)
    try store.setHead(token.number)
    let key = RequestKey("before-opening")
    let holds = try holdSeats(
      caller: buyer.id, token: token.credential, session: session, seats: seats.map(\.id), key: key)
    _ = try pay(caller: buyer.id, token: token.credential, reservations: holds.map(\.id), key: key)
  }
}
