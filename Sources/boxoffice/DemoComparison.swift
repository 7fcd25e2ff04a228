internal import Booking
internal import Crowd
internal import SQLiteStore
internal import Screens

/// The sale of a show played by the same crowd in memory, once for each kind of door, side by side in time.
final class DemoComparison {
  private let customers: Int
  private let seats: Int64
  private let trials: [(door: Comparison.Door, trial: Trial)]
  private let start: Timestamp
  /// Up to where all have been played.
  private var instant: Timestamp

  /// The same as a show's that a script plays; no clock tells it.
  private static let opening = PlayedClock.evening

  /// How far one is ahead of the others at most.
  private static let step = Duration.seconds(10)

  init(_ recipe: DemoShow.Recipe, cap: Int64, policy: Policy) throws(BookingError) {
    customers = recipe.plan.size
    start = Self.opening
    instant = start
    let season = DemoShow.season(recipe, from: start)
    seats = Int64(season.shows.flatMap(\.evenings).map { season.halls[$0.hall].seats.count }.reduce(0, +))
    var trials: [(Comparison.Door, Trial)] = []
    for door in [Comparison.Door.open, .queue, .cap(cap)] {
      let store = try Self.store(season, policy.with(door))
      trials.append((door, try Trial(recipe.plan, in: store, from: start)))
    }
    self.trials = trials
  }

  private static func store(_ season: Season, _ policy: Policy) throws(BookingError) -> DatabaseStore {
    let store = try DatabaseStore.inMemory()
    let clock = SteppedClock()
    try BookingEngine(store: store, clock: clock).create(
      .demonstration, anchor: clock.anchor(at: opening, rate: 0), policy: policy, season: season)
    return store
  }

  var isOver: Bool { trials.allSatisfy(\.trial.isOver) }

  /// Plays all of them on by a step, or by so many turns of their crowds.
  func play(limit: Int) throws(BookingError) {
    let next = instant + Self.step
    for (_, trial) in trials { guard try trial.play(through: next, limit: limit) else { return } }
    instant = next
  }

  var figures: Comparison {
    Comparison(
      customers: customers, seats: seats,
      sales: trials.map { door, trial in
        Comparison.Sale(door: door, figures: trial.figures, lostRaces: trial.lostRaces)
      }, elapsed: instant - start, isOver: isOver)
  }
}

extension Policy {
  fileprivate func with(_ door: Comparison.Door) -> Policy {
    var policy = self
    policy.maxActive = nil
    switch door {
    case .open:
      // Whoever comes is in within a second.
      policy.batch = Int64(CrowdPlan.largestSize)
      policy.activationPeriod = .seconds(1)
    case .queue: break
    case .cap(let cap): policy.maxActive = cap
    }
    return policy
  }
}
