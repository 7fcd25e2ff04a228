/// What the seats of each tier cost in each session, as far as it is known.
struct PriceHistory {
  private struct Place: Hashable {
    let session: SessionID
    let tier: String
  }

  /// A price from an instant on; nil when it is not known.
  private struct Step {
    let since: Timestamp?
    let price: Won?
  }

  private var steps: [Place: [Step]] = [:]
  /// Prices that do not follow from each other, each in a few words.
  private(set) var faults: [String] = []

  /// - Parameters:
  ///   - current: the prices of today.
  ///   - changes: the events that set prices, in order, each with the tier of its seat.
  ///   - isWhole: whether no other change of a session's prices can have been.
  init(
    current: [SessionID: [TierPrice]], changes: [(event: Event, tier: String)], isWhole: (SessionID) -> Bool
  ) {
    for (event, tier) in changes {
      guard let session = event.session, let price = event.amount else { continue }
      let place = Place(session: session, tier: tier)
      let was = event.particulars?["was"].flatMap { Int64($0) }.map { Won($0) }
      if event.particulars != nil, was == nil { faults.append("event \(event.id) does not tell what a price was") }
      if let last = steps[place]?.last?.price, let was, last != was {
        faults.append("event \(event.id) changes a price of session \(session) that was another")
      }
      steps[place, default: [Step(since: nil, price: isWhole(session) ? was : nil)]].append(
        Step(since: event.at, price: price))
    }
    for (session, prices) in current {
      for price in prices {
        let place = Place(session: session, tier: price.tier)
        if let last = steps[place]?.last?.price, last != price.price {
          faults.append("session \(session) has another price for \(price.tier) than the record tells")
        }
        if steps[place] == nil { steps[place] = [Step(since: nil, price: isWhole(session) ? price.price : nil)] }
      }
    }
  }

  /// Whether a seat of a tier can have cost this at an instant. At the instant of a change it is either price.
  func allows(_ price: Won, for tier: String, in session: SessionID, at instant: Timestamp) -> Bool {
    guard let steps = steps[Place(session: session, tier: tier)] else { return true }
    if steps.count == 1 { return steps[0].price.map { $0 == price } ?? true }
    for (index, step) in steps.enumerated() {
      let isStarted = step.since.map { $0 <= instant } ?? true
      let isOver = index + 1 < steps.count && steps[index + 1].since.map { $0 < instant } ?? false
      if isStarted, !isOver, step.price == nil || step.price == price { return true }
    }
    return false
  }

  /// What a tier cost when its session was added; nil when that is not known.
  func first(for tier: String, in session: SessionID) -> Won? {
    steps[Place(session: session, tier: tier)]?.first?.price
  }
}
