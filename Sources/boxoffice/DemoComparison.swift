internal import Booking
internal import Crowd
internal import SQLiteStore
internal import Screens

/// The sale of a show played twice by the same crowd in memory, without a cap and with one, side by side in time.
final class DemoComparison {
  private let cap: Int64
  private let isQueued: Bool
  private let customers: Int
  private let seats: Int64
  private let free: Trial
  private let capped: Trial
  private let start: Timestamp
  /// Up to where both have been played.
  private var instant: Timestamp

  /// The same as a show's that a script plays; no clock tells it.
  private static let opening = PlayedClock.evening

  /// How far one is ahead of the other at most.
  private static let step = Duration.seconds(10)

  init(_ recipe: DemoShow.Recipe, cap: Int64, isQueued: Bool, policy: Policy) throws(BookingError) {
    self.cap = cap
    self.isQueued = isQueued
    customers = recipe.plan.size
    start = Self.opening
    instant = start
    let season = DemoShow.season(recipe, from: start)
    var policies = (policy, policy)
    policies.0.maxActive = nil
    if !isQueued {
      // Whoever comes is in within a second.
      policies.0.batch = Int64(CrowdPlan.largestSize)
      policies.0.activationPeriod = .seconds(1)
    }
    policies.1.maxActive = cap
    let stores = (try Self.store(season, policies.0), try Self.store(season, policies.1))
    free = try Trial(recipe.plan, in: stores.0, from: start)
    capped = try Trial(recipe.plan, in: stores.1, from: start)
    seats = Int64(season.shows.flatMap(\.evenings).map { season.halls[$0.hall].seats.count }.reduce(0, +))
  }

  private static func store(_ season: Season, _ policy: Policy) throws(BookingError) -> DatabaseStore {
    let store = try DatabaseStore.inMemory()
    let clock = SteppedClock()
    try BookingEngine(store: store, clock: clock).found(
      .demonstration, anchor: clock.anchor(at: opening, rate: 0), policy: policy, season: season)
    return store
  }

  var isOver: Bool { free.isOver && capped.isOver }

  /// Plays both on by a step, or by so many turns of their crowds.
  func play(limit: Int) throws(BookingError) {
    let next = instant + Self.step
    guard try free.play(through: next, limit: limit), try capped.play(through: next, limit: limit) else { return }
    instant = next
  }

  var figures: Comparison {
    Comparison(
      cap: cap, isQueued: isQueued, customers: customers, seats: seats, free: free.figures, capped: capped.figures,
      elapsed: instant - start, isOver: isOver)
  }
}
