internal import Booking
internal import Crowd
internal import SQLiteStore
internal import Screens

/// A demonstration: a house that opens with a rush, and a person in the middle of the line to play.
final class DemoShow: Show {
  /// What a show is made of; the same recipe gives the same show.
  struct Recipe {
    var plan = CrowdPlan()
    var policy = Policy()
    /// By its place among the sample halls.
    var hall = 1
    /// In thousandths of real time.
    var rate: Int64 = 5000

    init() {
      plan.size = 1500
      policy.batch = 20
    }
  }

  private let store: DatabaseStore
  private let engine: BookingEngine
  private let recipe: Recipe
  /// Where the crowd is given no more time than keys may wait; nil where it always has its turns.
  private let clock: ShowClock?
  private var crowds: [Crowd] = []
  private var trials: DemoComparison?
  private let reading: () -> ClockAnchoring.Reading
  /// How far the wall clock was stepped, in all.
  private var wallStep = Duration.zero

  init(
    _ house: HouseOpening.Opened, _ recipe: Recipe, clock: ShowClock?, reading: @escaping () -> ClockAnchoring.Reading
  ) {
    self.clock = clock
    self.reading = reading
    store = house.store
    engine = house.engine
    self.recipe = recipe
  }

  /// Opens the doors: a crowd comes for the first minute, and then the person does. The clock stands still after that.
  /// Returns who the person is.
  /// - Throws: `storage`.
  func begin() throws(BookingError) -> UserID {
    try engine.setRate(0)
    crowds = [try Crowd(recipe.plan, in: store, from: try engine.now())]
    try rehearse(.minutes(1))
    let you = try engine.people().first { $0.user.name == Self.you }?.user.id
    guard let you else { throw .unknownUser }
    _ = try engine.issueToken(user: you)
    return you
  }

  /// Lets the clock run, once there is somebody to see it: a fast one passes minutes while a terminal is opened.
  func start() throws(BookingError) {
    let now = try engine.now()
    try engine.setRate(recipe.rate)
    // The crowd has its turns first.
    clock?.ceiling = now
  }

  /// Lets booking time pass at once, and the crowd act in it.
  private func rehearse(_ duration: Duration) throws(BookingError) {
    let end = try engine.now() + duration
    _ = try act(through: end, limit: .max)
    let now = try engine.now()
    if now < end { try engine.advance(by: end - now) }
  }

  var nextTurn: Timestamp? { crowds.compactMap(\.nextTurn).min() }

  /// Lets the crowd act; false when some of it is left for later.
  func act(through now: Timestamp, limit: Int) throws(BookingError) -> Bool {
    try store.batch { () throws(BookingError) in
      var isDone = true
      for crowd in crowds where try !crowd.act(through: now, limit: limit) { isDone = false }
      return isDone
    }
  }

  /// Lets the clock wait for a crowd that has not done yet what it wants to do by now: at this terminal it stands at the
  /// next turn, and for all others it runs on from there.
  /// - Parameter seen: an instant that has been seen already.
  func waitForCrowd(notBefore seen: Timestamp?) throws(BookingError) {
    clock?.ceiling = nil
    guard let nextTurn else { return }
    let instant = max(nextTurn, seen ?? nextTurn)
    try engine.holdBack(to: instant)
    clock?.ceiling = instant
  }

  /// Booking time now, whether or not the crowd has come so far.
  func goOn() throws(BookingError) -> Timestamp {
    clock?.ceiling = nil
    return try engine.now()
  }

  var crowd: (size: Int, toCome: Int)? {
    crowds.isEmpty ? nil : (crowds.map(\.size).reduce(0, +), crowds.map(\.absent).reduce(0, +))
  }

  func call(_ call: CrowdCall) throws(BookingError) {
    var plan = CrowdPlan()
    plan.size = call.customers
    plan.seed = recipe.plan.seed &+ UInt64(crowds.count)
    plan.arrivals = CrowdPlan.Arrivals(call.arrivals)
    plan.span = call.span
    crowds.append(try Crowd(plan, in: store, from: try engine.now()))
  }

  var comparison: Comparison? { trials?.figures }

  func compare(cap: Int64, with policy: Policy) throws(BookingError) {
    trials = try DemoComparison(recipe, cap: cap, policy: policy)
  }

  /// Forgets them.
  func endComparison() { trials = nil }

  /// Whether there are sales to be compared that have not been played to their end.
  var isComparing: Bool { trials.map { !$0.isOver } ?? false }

  /// Plays the sales that are compared on by some turns.
  func playComparison(limit: Int) throws(BookingError) { try trials?.play(limit: limit) }

  func dismissCrowd() throws(BookingError) {
    let now = try engine.now()
    try store.batch { () throws(BookingError) in
      for crowd in crowds { try crowd.leave(at: now) }
    }
    crowds = []
  }

  func scratchCopy() throws(BookingError) -> BookingEngine {
    let now = try engine.now()
    let copy = try store.copy()
    let clock = SteppedClock()
    try copy.write { tx throws(BookingError) in try tx.setClockAnchor(clock.anchor(at: now, rate: 0)) }
    return BookingEngine(store: copy, clock: clock)
  }

  func stepWallClock(by step: Duration) throws(BookingError) -> Bool {
    let real = reading()
    // As a terminal that comes now finds it: it would make a new anchor if the old one did not hold any more.
    let before = try store.read { reader throws(BookingError) in try reader.house().anchor }
    let stepped = ClockAnchoring.Reading(
      bootID: real.bootID, boot: real.boot, wall: real.wall + wallStep + step, suspended: real.suspended)
    let after = try ClockAnchoring.anchor(in: store, reading: stepped).anchor
    // Only now: a store that was busy is asked again for the same step.
    wallStep = wallStep + step
    return after != before
  }

  func restart() throws(BookingError) {
    let before = crowds
    do throws(BookingError) {
      // In one step: half of it would be a show without its crowd.
      try store.batch { () throws(BookingError) in
        try engine.reset(
          policy: recipe.policy, season: Self.season(recipe, from: try engine.now()), people: Self.people)
        _ = try begin()
        try start()
      }
    } catch {
      crowds = before
      throw error
    }
  }

  /// What the person to play is called.
  static let you = "나 (You)"

  static let people = [SeedUser(name: you, balance: Won(500_000))]

  static func season(_ recipe: Recipe, from now: Timestamp) -> Season {
    let halls = HouseOpening.sampleHalls()
    return .opening(of: halls[recipe.hall], from: now)
  }
}

extension CrowdPlan.Arrivals {
  fileprivate init(_ arrivals: CrowdCall.Arrivals) {
    switch arrivals {
    case .steady: self = .steady
    case .wave: self = .wave
    case .rush: self = .rush
    }
  }
}
