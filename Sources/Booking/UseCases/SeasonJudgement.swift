/// A season against the house that it is to be added to, judged as a whole before anything is inserted: which halls and
/// evenings are there already, and whether every room is free.
struct SeasonJudgement {
  /// A hall of the season.
  struct Place {
    /// Its number in the house; nil for one that is still to be made.
    let hall: HallID?
    let name: LocalizedText
    let tiers: Set<String>
    let origin: SeasonAdded.Hall.Origin

    func prices(of evening: Season.Evening) -> [TierPrice] { evening.prices.filter { tiers.contains($0.tier) } }
  }

  /// Where something may be on: a room of the house, or a hall of the season that is still to be made.
  private enum Room: Hashable {
    case known(HallID)
    case new(Int)
  }

  private struct Engagement {
    let title: LocalizedText
    let time: Range<Timestamp>
  }

  /// In the season's order.
  let places: [Place]
  /// For each show of the season its evenings; nil for those that the house has not yet.
  let there: [[Session?]]
  /// For each show the concert that its new evenings join: that of the evenings that are there, or else one of the same
  /// title and artist that is not over; nil where it is still to be made.
  let concerts: [ConcertID?]

  /// - Throws: `hallRedrawn`, `hallBusy`, `storage`.
  init(_ season: Season, in store: any StoreReader, at now: Timestamp) throws(BookingError) {
    let rooms = try Rooms(store)
    var places: [Place] = []
    for index in season.halls.indices { places.append(try Self.place(index, of: season, among: rooms, store)) }
    let placeRooms = places.enumerated().map { $1.hall.map { .known(rooms.room(of: $0)) } ?? Room.new($0) }

    let concerts = Dictionary(try store.concerts().map { ($0.id, $0) }) { first, _ in first }
    let sessions = Dictionary(grouping: try store.sessions()) { Room.known(rooms.room(of: $0.hall)) }
    var there: [[Session?]] = []
    for show in season.shows {
      var found: [Session?] = []
      for evening in show.evenings {
        let prices = Set(places[evening.hall].prices(of: evening))
        let same = (sessions[placeRooms[evening.hall]] ?? []).filter {
          $0.isSame(as: evening, at: now) && concerts[$0.concert]?.isSame(as: show) ?? false
        }
        var known: Session?
        for session in same where try Set(store.prices(of: session.id)) == prices { known = known ?? session }
        found.append(known)
      }
      there.append(found)
    }
    self.places = places
    self.there = there
    let ahead = Set(sessions.values.joined().filter { $0.time.upperBound > now }.map(\.concert))
    self.concerts = zip(season.shows, there).map { show, found in
      if let known = found.lazy.compactMap(\.self).first { return known.concert }
      guard !season.takesHallsAsTheyStand else { return nil }
      return concerts.values.filter { ahead.contains($0.id) && $0.isSame(as: show) }.map(\.id).max()
    }

    var engagements = sessions.mapValues { sessions in
      sessions.map { Engagement(title: concerts[$0.concert]?.title ?? LocalizedText("", ""), time: $0.time) }
    }
    for (show, found) in zip(season.shows, there) {
      for (evening, session) in zip(show.evenings, found) where session == nil {
        let room = placeRooms[evening.hall]
        if let other = engagements[room]?.first(where: { $0.time.overlaps(evening.time) }) {
          throw .hallBusy(
            HallClash(
              hall: places[evening.hall].name, title: show.title, start: evening.start, other: other.title,
              otherTime: other.time))
        }
        engagements[room, default: []].append(Engagement(title: show.title, time: evening.time))
      }
    }
  }

  private static func place(
    _ index: Int, of season: Season, among rooms: Rooms, _ store: any StoreReader
  ) throws(BookingError) -> Place {
    let draft = season.halls[index]
    func known(_ hall: Hall, _ origin: SeasonAdded.Hall.Origin, tiers: Set<String>? = nil) -> Place {
      Place(hall: hall.id, name: hall.name, tiers: tiers ?? draft.tiers, origin: origin)
    }
    let namesakes = rooms.halls.filter { $0.name.names(sameAs: draft.name) }
    for hall in namesakes where hall.plan == draft.plan {
      if try store.seats(inHall: hall.id) == draft.seats { return known(hall, .known) }
    }
    for hall in namesakes.reversed() {
      let seats = try store.seats(inHall: hall.id)
      if seats == draft.seats { return known(hall, .keepsItsPlan) }
      let tiers = Set(seats.map(\.tier))
      if season.takesHallsAsTheyStand, season.hasPrices(for: tiers, in: index) {
        return known(hall, .keepsItsPlan, tiers: tiers)
      }
    }
    if let namesake = namesakes.first { throw .hallRedrawn(namesake.name) }
    for hall in rooms.halls where hall.plan == draft.plan {
      if try store.seats(inHall: hall.id) == draft.seats { return known(hall, .knownByPlan) }
    }
    return Place(hall: nil, name: draft.name, tiers: draft.tiers, origin: .made)
  }
}

extension Season {
  fileprivate func hasPrices(for tiers: Set<String>, in hall: Int) -> Bool {
    shows.flatMap(\.evenings).filter { $0.hall == hall }.allSatisfy { tiers.isSubset(of: $0.prices.map(\.tier)) }
  }
}

extension Season.Evening {
  fileprivate var time: Range<Timestamp> { start..<(start + length) }
}

extension Concert {
  fileprivate func isSame(as show: Season.Show) -> Bool {
    title.names(sameAs: show.title) && artist.names(sameAs: show.artist)
  }
}

extension Session {
  /// Whether both are on at the same time and, from now on, sold in the same window.
  fileprivate func isSame(as evening: Season.Evening, at now: Timestamp) -> Bool {
    start == evening.start && length == evening.length && saleCloses == evening.saleCloses
      && max(saleOpens, now) == max(evening.saleOpens, now)
  }
}
