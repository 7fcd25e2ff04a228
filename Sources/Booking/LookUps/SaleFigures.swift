/// What became of a sale, counted from its events as they come.
package struct SaleFigures: Hashable, Sendable {
  /// People in the queue, and people who were let in and are not gone.
  package struct Moment: Hashable, Sendable {
    package let waiting: Int
    package let inside: Int

    package static let nobody = Moment(waiting: 0, inside: 0)
  }

  /// When it opened.
  package let start: Timestamp
  /// How long each moment of `course` is.
  package static let grain = Duration.seconds(10)
  /// How many stood where at most in each grain since the opening that is over.
  package private(set) var course: [Moment] = []
  /// Those of the grain at hand.
  private var peak = Moment.nobody
  package private(set) var sold = 0
  /// People who were let in.
  package private(set) var admitted = 0
  /// Tokens that were active and ended without a purchase.
  package private(set) var unused = 0
  /// People who left the queue before their turn.
  package private(set) var gaveUp = 0
  package private(set) var mostInside = 0
  /// When the last thing happened.
  package private(set) var end: Timestamp
  private var joined: [TicketNumber: Timestamp] = [:]
  private var inside: Set<TicketNumber> = []
  /// How long those who were let in had waited, in order.
  private var waits: [Duration] = []

  package init(from start: Timestamp) {
    self.start = start
    end = start
  }

  package var elapsed: Duration { end - start }

  /// Within which time `percent` of a hundred of those who were let in had been; nil before the first.
  package func wait(ofPercent percent: Int) -> Duration? {
    guard !waits.isEmpty else { return nil }
    let rank = (waits.count * percent + 99) / 100
    return waits[max(1, min(waits.count, rank)) - 1]
  }

  package mutating func take(_ events: [Event]) {
    var news: [Duration] = []
    for event in events {
      fill(through: event.at)
      end = max(end, event.at)
      count(event, &news)
      peak = Moment(waiting: max(peak.waiting, joined.count), inside: max(peak.inside, inside.count))
    }
    guard !news.isEmpty else { return }
    waits = (waits + news).sorted()
  }

  private mutating func count(_ event: Event, _ waits: inout [Duration]) {
    switch event.kind {
    case .tokenIssued: if let token = event.token { joined[token] = event.at }
    case .tokenActivated:
      guard let token = event.token, let since = joined.removeValue(forKey: token) else { return }
      admitted += 1
      inside.insert(token)
      mostInside = max(mostInside, inside.count)
      waits.append(event.at - since)
    case .tokenEnded:
      guard let token = event.token else { return }
      if inside.remove(token) != nil {
        if event.reason != .paid { unused += 1 }
      } else if joined.removeValue(forKey: token) != nil {
        gaveUp += 1
      }
    case .seatPaid: sold += 1
    default: break
    }
  }

  /// Lets every grain that is over by an instant have what stood at its end.
  private mutating func fill(through instant: Timestamp) {
    let over = (instant - start).milliseconds / Self.grain.milliseconds
    while Int64(course.count) < over {
      course.append(peak)
      peak = now
    }
  }

  /// Who stands where now.
  package var now: Moment { Moment(waiting: joined.count, inside: inside.count) }
}
