internal import Booking

/// What has happened in a show, counted from its events as they come.
struct ShowFigures {
  /// What is shown over time: the queue's length, how often each other thing happened, and what it brought, in won.
  enum Series: Int, CaseIterable { case queue, admitted, held, sold, revenue, lost }

  private(set) var waiting = 0
  private(set) var active: Set<TicketNumber> = []
  private(set) var held = 0
  private(set) var sold = 0
  var revenue: Won { Won(total(.revenue)) }
  /// Holds that nobody paid for.
  private(set) var unpaid = 0
  /// Tokens that ended without a purchase: left, idle or too old.
  private(set) var emptyHanded = 0
  /// The latest, the newest last.
  private(set) var feed: [Event] = []
  private(set) var seen = EventID(0)
  private var isFounded = false
  /// How much of each series there was, over all time.
  private var totals = [Int64](repeating: 0, count: Series.allCases.count)
  /// By second since `start`: how much of each series happened in it; for the queue its length at the second's end.
  private var seconds: [[Int64]] = []
  private(set) var start: Timestamp?

  static let feedLength = 60
  /// How many of the last seconds are kept at least, and half of those that are kept at most.
  private static let depth: Int64 = 3600

  /// How much of a series there was, over all time.
  func total(_ series: Series) -> Int64 {
    series == .queue ? Int64(waiting) : totals[series.rawValue]
  }

  /// Counts on from how the house stands, since some of what happened has gone from the record unseen. What is shown over
  /// time has a hole there.
  mutating func begin(with news: CatchUp) {
    let tally = news.tally
    waiting = Int(tally.waiting)
    active = news.active
    held = Int(tally.liveHolds)
    sold = Int(tally.sold)
    unpaid = Int(tally.unpaidHolds)
    emptyHanded = Int(tally.emptyHanded)
    for (series, total) in [
      (Series.admitted, tally.admitted), (.held, tally.holds), (.sold, tally.sold), (.revenue, tally.revenue.amount),
      (.lost, tally.unpaidHolds + tally.emptyHanded),
    ] {
      totals[series.rawValue] = total
    }
    isFounded = true
    feed = news.events.filter(\.isWorthTelling).suffix(Self.feedLength)
    if let last = news.events.last { seconds[second(of: last.at)][Series.queue.rawValue] = tally.waiting }
    seen = news.asOf
  }

  mutating func take(_ events: [Event]) {
    for event in events {
      seen = event.id
      if event.kind == .houseReset {
        self = ShowFigures()
        seen = event.id
      }
      count(event)
      // The first policy is the one that the house opened with.
      let isFounding = event.kind == .policySet && !isFounded
      if isFounding { isFounded = true }
      if event.isWorthTelling, !isFounding { feed.append(event) }
    }
    feed.removeFirst(max(0, feed.count - Self.feedLength))
  }

  private mutating func count(_ event: Event) {
    let second = second(of: event.at)
    func add(_ series: Series, _ amount: Int64 = 1) {
      seconds[second][series.rawValue] += amount
      totals[series.rawValue] += amount
    }
    switch event.kind {
    case .tokenIssued: waiting += 1
    case .tokenActivated:
      waiting -= 1
      if let token = event.token { active.insert(token) }
      add(.admitted)
    case .tokenEnded:
      let wasActive = event.token.map { active.remove($0) != nil } ?? false
      if !wasActive { waiting -= 1 }
      if event.reason != .paid {
        emptyHanded += 1
        add(.lost)
      }
    case .seatHeld:
      held += 1
      add(.held)
    case .holdReleased: held -= 1
    case .holdExpired:
      held -= 1
      unpaid += 1
      add(.lost)
    case .seatPaid:
      held -= 1
      sold += 1
      add(.sold)
      add(.revenue, event.amount?.amount ?? 0)
    default: break
    }
    seconds[second][Series.queue.rawValue] = Int64(waiting)
  }

  /// The place of an instant among the seconds, which are made up to it.
  private mutating func second(of instant: Timestamp) -> Int {
    let first = start ?? instant
    let ahead = (instant - first).milliseconds / 1000
    // A clock that runs fast passes months: what lies far back is only counted.
    let old = ahead < 2 * Self.depth ? 0 : ahead - Self.depth
    seconds.removeFirst(min(seconds.count, Int(old)))
    start = first + .seconds(old)
    let place = Int(max(0, ahead - old))
    while seconds.count <= place {
      seconds.append([Int64(waiting)] + [Int64](repeating: 0, count: Series.allCases.count - 1))
    }
    return place
  }

  /// A series over the last `span`, in `columns` equal parts: what happened in each, or the queue's longest in it.
  func values(of series: Series, columns: Int, span: Duration, until now: Timestamp) -> [Int64] {
    guard let start, columns > 0 else { return [] }
    let last = (now - start).milliseconds / 1000
    let width = max(1, span.milliseconds / 1000 / Int64(columns))
    let first = last + 1 - width * Int64(columns)
    return (0..<columns).map { column in
      let low = first + width * Int64(column)
      let places = max(0, low)..<max(0, min(low + width, Int64(seconds.count)), max(0, low))
      let part = places.map { seconds[Int($0)][series.rawValue] }
      if series != .queue { return part.reduce(0, +) }
      // A second in which nothing happened leaves the queue as it was.
      return part.max() ?? (low < 0 ? 0 : Int64(waiting))
    }
  }
}

extension Event {
  /// Whether it is worth a line of the feed: what people do, and what becomes of them.
  fileprivate var isWorthTelling: Bool {
    switch kind {
    case .tokenActivated, .seatHeld, .seatPaid, .holdExpired, .holdReleased, .tokenEnded, .policySet: true
    default: false
    }
  }
}
