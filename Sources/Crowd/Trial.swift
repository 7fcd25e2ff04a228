package import Booking

/// A sale that is played from its opening to its end by a crowd alone, without waiting for anything.
package final class Trial {
  package private(set) var figures: SaleFigures
  package private(set) var isOver = false
  private let store: any Store
  private let crowd: Crowd
  private var seen = EventID(0)
  private var instant: Timestamp

  /// How long it may take after everybody came; a door that stays closed would never let them go.
  private static let patience = Duration.hours(6)
  private let longest: Duration

  /// - Parameter store: a house that was founded at `start`.
  /// - Throws: `storage`.
  package init(_ plan: CrowdPlan, in store: any Store, from start: Timestamp) throws(BookingError) {
    self.store = store
    crowd = try Crowd(plan, in: store, from: start)
    longest = plan.span + Self.patience
    figures = SaleFigures(from: start)
    instant = start
  }

  /// How often a customer's seats went to somebody faster.
  package var lostRaces: Int { crowd.lostRaces }

  /// How much of it has been played.
  package var elapsed: Duration { instant - figures.start }

  /// Plays on up to an instant, but no more turns than `limit`. Returns whether it came that far.
  /// - Throws: `storage`.
  package func play(through end: Timestamp, limit: Int) throws(BookingError) -> Bool {
    guard !isOver else { return true }
    let isThere = try crowd.act(through: end, limit: limit)
    try count()
    guard isThere else { return false }
    instant = end
    isOver = elapsed >= longest || (crowd.nextTurn == nil && figures.now == SaleFigures.Moment.nobody)
    return true
  }

  private func count() throws(BookingError) {
    while true {
      let events = try store.read { [seen] reader throws(BookingError) in
        try reader.events(after: seen, limit: 1000)
      }
      guard let last = events.last else { return }
      seen = last.id
      figures.take(events)
    }
  }
}
