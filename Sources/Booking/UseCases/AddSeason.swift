/// What came of a season that was added.
package struct SeasonAdded: Hashable, Sendable {
  package struct Hall: Hashable, Sendable {
    package enum Origin: Hashable, Sendable {
      case made
      /// The house had it, by the same name and plan.
      case known
      /// The house had it by the same plan, under the name that it keeps.
      case knownByPlan
      /// The house had it by the same name with another plan, which it keeps.
      case keepsItsPlan
    }

    /// Its name in the house.
    package let name: LocalizedText
    package let origin: Origin

    package init(name: LocalizedText, origin: Origin) {
      self.name = name
      self.origin = origin
    }
  }

  package struct Evening: Hashable, Sendable {
    package let session: SessionID
    /// Whether it was made now; otherwise the house had the very same.
    package let isNew: Bool

    package init(session: SessionID, isNew: Bool) {
      self.session = session
      self.isNew = isNew
    }
  }

  /// In the season's order.
  package let halls: [Hall]
  /// For each show of the season.
  package let shows: [[Evening]]
  /// For each show whether the house had its concert already.
  package let joined: [Bool]

  package init(halls: [Hall], shows: [[Evening]], joined: [Bool]) {
    self.halls = halls
    self.shows = shows
    self.joined = joined
  }

  /// Whether anything was added.
  package var hasNews: Bool { shows.contains { $0.contains(where: \.isNew) } }

  /// In the season's order.
  var sessions: [SessionID] { shows.flatMap { $0.map(\.session) } }
}

extension BookingEngine {
  /// Adds a season to a house that is open, all of it or nothing. A hall that the house has is taken and not made again;
  /// an evening that it has, with the same concert, time, sale and prices, stays as it is, and new ones join the concert
  /// of that title and artist as long as it is not over.
  /// - Throws: `hallRedrawn` for a hall of a name that the house knows with another plan; `hallBusy` for an evening during
  ///   another in the same room, of the house or of the season.
  @discardableResult
  package func add(_ season: Season) throws(BookingError) -> SeasonAdded {
    try write { context throws(BookingError) in try context.add(season) }
  }
}

extension WriteContext {
  func add(_ season: Season) throws(BookingError) -> SeasonAdded {
    let judgement = try SeasonJudgement(season, in: store, at: now)
    var halls: [(id: HallID, seats: Digest?)] = []
    for (draft, place) in zip(season.halls, judgement.places) {
      if let hall = place.hall {
        halls.append((hall, nil))
      } else {
        halls.append((try store.insertHall(draft), draft.digest))
      }
    }
    var shows: [[SeasonAdded.Evening]] = []
    for (index, (show, there)) in zip(season.shows, judgement.there).enumerated() {
      let concert: ConcertID
      if let known = judgement.concerts[index] {
        concert = known
      } else {
        concert = try store.insertConcert(title: show.title, artist: show.artist)
      }
      var evenings: [SeasonAdded.Evening] = []
      for (evening, session) in zip(show.evenings, there) {
        let place = judgement.places[evening.hall]
        if let session {
          evenings.append(SeasonAdded.Evening(session: session.id, isNew: false))
        } else {
          let id = try insert(evening, of: concert, in: halls[evening.hall], place.prices(of: evening))
          evenings.append(SeasonAdded.Evening(session: id, isNew: true))
        }
      }
      shows.append(evenings)
    }
    return SeasonAdded(
      halls: judgement.places.map { SeasonAdded.Hall(name: $0.name, origin: $0.origin) }, shows: shows,
      joined: judgement.concerts.map { $0 != nil })
  }

  /// - Parameter hall: its seats only where they are known already.
  private func insert(
    _ evening: Season.Evening, of concert: ConcertID, in hall: (id: HallID, seats: Digest?), _ prices: [TierPrice]
  ) throws(BookingError) -> SessionID {
    let id = try store.insertSession(
      concert: concert, hall: hall.id, start: evening.start, length: evening.length, saleOpens: evening.saleOpens,
      saleCloses: evening.saleCloses, prices: prices)
    guard let session = try store.session(id) else { throw .storage(.damaged) }
    let seats: Digest
    if let known = hall.seats { seats = known } else { seats = try store.seats(of: id).digest }
    try store.append(
      Event(.programmeAdded, at: now, rule: 0).with {
        $0.session = id
        $0.particulars = session.particulars(prices: prices, seats: seats)
      })
    return id
  }
}

extension HallDraft {
  fileprivate var digest: Digest {
    var digest = Digest()
    for seat in seats { digest.add(seat.label, tier: seat.tier) }
    return digest
  }
}
