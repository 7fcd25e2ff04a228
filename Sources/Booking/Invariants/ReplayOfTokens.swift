extension Replay {
  /// A token as the record tells it.
  struct Told {
    let user: UserID
    let issuedAt: Timestamp
    var state: QueueToken.State
    /// Whether its idle limit is known: not until the first action under the longest limit, where the record begins
    /// later than the token's turn.
    var isIdleLimitKnown = true

    func isOf(_ token: QueueToken) -> Bool {
      guard user == token.user, issuedAt == token.issuedAt else { return false }
      return isIdleLimitKnown ? state == token.state : state.withoutIdleLimit == token.state.withoutIdleLimit
    }
  }
}

extension Replay {
  mutating func issue(_ event: Event) {
    guard let number = event.token, let user = event.user else { return refuse(event, "nobody") }
    expect(.of(.tokenIssued, number, user, at: event.at, rule: 1), event)
    defer { lastIssued = number }
    if tokens[number] != nil { return refuse(event, "token \(number)") }
    if let lastIssued, number.rawValue != lastIssued.rawValue + 1 {
      note(.ticketsAreConsecutive, "event \(event.id) issues token \(number) after token \(lastIssued)")
    }
    if let live = liveTokens[user] {
      note(.oneLiveTokenEach, "event \(event.id) issues token \(number) to user \(user), who has token \(live)")
    }
    liveTokens[user] = number
    tokens[number] = Told(user: user, issuedAt: event.at, state: .waiting)
    line.join(number)
  }

  mutating func activate(_ event: Event) {
    guard let number = event.token, let told = tokens[number], told.state == .waiting else {
      return refuse(event, "token \(event.token.map(\.description) ?? "none")")
    }
    let policy = policy.policy
    let activity = QueueToken.Activity(
      since: event.at, lastAction: event.at, lifetimeDeadline: event.at + policy.tokenLifetime,
      idleDeadline: event.at + policy.idleLimit)
    expect(
      .of(.tokenActivated, number, told.user, at: event.at, rule: 9) { $0.deadline = activity.deadline }, event)
    line.admit(number, event, self.policy)
    tokens[number]?.state = .active(activity)
  }

  mutating func act(_ event: Event) {
    guard let number = event.token, let told = tokens[number], case .active(let old) = told.state else {
      return refuse(event, "token \(event.token.map(\.description) ?? "none")")
    }
    let given = event.at + policy.policy.idleLimit
    let isKnown = told.isIdleLimitKnown || policy.policy.idleLimit == policy.longestIdleLimit
    let activity = QueueToken.Activity(
      since: old.since, lastAction: event.at, lifetimeDeadline: old.lifetimeDeadline,
      idleDeadline: told.isIdleLimitKnown ? max(old.idleDeadline, given) : given)
    if told.isIdleLimitKnown, event.at >= old.deadline {
      note(.deadlinesStand, "event \(event.id) is an action of token \(number) past its deadline")
    }
    expect(
      .of(.tokenActed, number, told.user, at: event.at, rule: 9) {
        $0.deadline = isKnown ? activity.deadline : event.deadline
      }, event)
    tokens[number]?.state = .active(activity)
    tokens[number]?.isIdleLimitKnown = isKnown
  }

  mutating func moveIdleLimit(_ event: Event) {
    guard let number = event.token, let told = tokens[number], case .active(let old) = told.state else {
      return refuse(event, "token \(event.token.map(\.description) ?? "none")")
    }
    expect(.of(.idleLimitMoved, number, told.user, at: event.at, rule: 0) { $0.deadline = event.at }, event)
    tokens[number]?.isIdleLimitKnown = true
    tokens[number]?.state = .active(
      QueueToken.Activity(
        since: old.since, lastAction: old.lastAction, lifetimeDeadline: old.lifetimeDeadline, idleDeadline: event.at))
  }

  mutating func end(_ event: Event) {
    guard let number = event.token, let told = tokens[number], let reason = event.reason else {
      return refuse(event, "token \(event.token.map(\.description) ?? "none")")
    }
    let activity: QueueToken.Activity?
    switch (told.state, reason) {
    case (.waiting, .left): activity = nil
    case (.active(let known), _): activity = known
    default: return refuse(event, "token \(number)")
    }
    let rule: Int64 =
      switch reason {
      case .paid: 6
      case .left: 2
      case .lifetime, .idle: 9
      }
    expect(.of(.tokenEnded, number, told.user, at: event.at, rule: rule) { $0.reason = reason }, event)
    if reason == .paid, lastPaid?.user != told.user || lastPaid?.at != event.at {
      note(.recordIsComplete, "event \(event.id) ends token \(number) as paid, and nothing was paid")
    }
    line.leave(number, wasActive: activity != nil)
    if liveTokens[told.user] == number { liveTokens[told.user] = nil }
    tokens[number]?.state = .expired(at: event.at, reason: reason, activity: activity)
  }
}

extension Event {
  fileprivate static func of(
    _ kind: Kind, _ token: TicketNumber, _ user: UserID, at instant: Timestamp, rule: Int64,
    _ fill: (inout Event) -> Void = { _ in }
  ) -> Event {
    Event(kind, at: instant, rule: rule).with {
      ($0.token, $0.user) = (token, user)
      fill(&$0)
    }
  }
}

extension QueueToken.State {
  /// The same with an idle limit that counts for nothing in a comparison.
  var withoutIdleLimit: Self {
    func without(_ activity: QueueToken.Activity) -> QueueToken.Activity {
      QueueToken.Activity(
        since: activity.since, lastAction: activity.lastAction, lifetimeDeadline: activity.lifetimeDeadline,
        idleDeadline: activity.lifetimeDeadline)
    }
    return switch self {
    case .waiting: .waiting
    case .active(let activity): .active(without(activity))
    case .expired(let at, let reason, let activity): .expired(at: at, reason: reason, activity: activity.map(without))
    }
  }
}
