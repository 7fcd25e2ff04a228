extension Audit {
  func movedDeadlines() -> [String] { movedHolds() + tokens.compactMap(movedToken) }

  /// What is wrong with the limits of a token, or with its end.
  private func movedToken(_ token: QueueToken) -> String? {
    guard let activity = token.lastActivity else {
      guard case .expired(let at, let reason, _) = token.state else { return nil }
      return reason == .left && at >= token.issuedAt ? nil : "token \(token.number) cannot have ended as it waited"
    }
    let atStart = policies.inForce(at: activity.since)
    if activity.since < token.issuedAt || activity.lastAction < activity.since {
      return "token \(token.number) was active before its time"
    }
    if !atStart.contains(where: { activity.lifetimeDeadline == activity.since + $0.policy.tokenLifetime }) {
      return "token \(token.number) has another lifetime than it was given"
    }
    if !mayHave(activity, ending: token.state) {
      return "token \(token.number) has another idle limit than it was given"
    }
    guard case .expired(let at, let reason, _) = token.state else { return nil }
    let isInTime =
      switch reason {
      case .paid, .left: at < activity.deadline && at >= activity.lastAction
      case .lifetime, .idle: at == activity.deadline && reason == activity.limit
      }
    return isInTime ? nil : "token \(token.number) did not end at its deadline"
  }

  /// Whether an idle limit may have come of the actions up to the last: of that one, or of one before it under a policy
  /// that gave more. A tester may have let it come.
  private func mayHave(_ activity: QueueToken.Activity, ending state: QueueToken.State) -> Bool {
    let limits = policies.inForce(at: activity.lastAction)
    let given = (activity.idleDeadline - activity.lastAction)
    if limits.contains(where: { given == $0.policy.idleLimit }) { return true }
    if house.kind == .demonstration, case .expired(activity.idleDeadline, .idle, _) = state {
      return given <= limits.map(\.longestIdleLimit).max() ?? .zero
    }
    return limits.contains { given > $0.policy.idleLimit && given <= $0.longestIdleLimit }
  }

  func overdue() -> [String] {
    var faults =
      reservations.filter { $0.status == .held && $0.deadline <= house.latest }
      .map { "reservation \($0.id) is held past its deadline" }
      + tokens.filter { ($0.activity?.deadline).map { $0 <= house.latest } ?? false }
      .map { "token \($0.number) is active past its deadline" }
    // A piece of a backlog may end before the admission of its last instant.
    if house.admittedThrough > house.latest || house.admittedThrough < house.latest - .milliseconds(1) {
      faults.append("admissions are not done up to the latest instant")
    }
    return faults
  }
}

extension QueueToken {
  /// The limits it has, or had when it ended; nil when it never was active.
  var lastActivity: Activity? {
    switch state {
    case .waiting: nil
    case .active(let activity): activity
    case .expired(_, _, let activity): activity
    }
  }
}
