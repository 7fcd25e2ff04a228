internal import Booking

extension ReferenceModel {
  /// Lets time pass up to an instant, from one thing that happens to the next (rules 9 and 10).
  func pass(to instant: Timestamp) {
    while true {
      let due = [nextAdmission] + held.map(\.deadline) + active.compactMap { $0.activity?.deadline }
      guard let next = due.min(), next <= instant else { break }
      for hold in held where hold.deadline == next { setStatus(.expired(at: next), of: hold.id) }
      for token in active { end(token, dueAt: next) }
      if next == nextAdmission {
        admit(at: next)
        nextAdmission = next + policy.activationPeriod
      }
    }
    now = instant
  }

  /// When something changes by itself next.
  var nextDue: Timestamp? {
    var due = held.map(\.deadline) + active.compactMap { $0.activity?.deadline }
    let isFull = policy.maxActive.map { active.count >= $0 } ?? false
    if policy.batch > 0, !waiting.isEmpty, !isFull { due.append(nextAdmission) }
    return due.min()
  }

  private func end(_ token: QueueToken, dueAt instant: Timestamp) {
    guard let activity = token.activity, activity.deadline == instant else { return }
    let reason: QueueToken.EndReason = activity.lifetimeDeadline == instant ? .lifetime : .idle
    setState(.expired(at: instant, reason: reason, activity: activity), of: token.number)
  }

  private func admit(at instant: Timestamp) {
    var admitted: Int64 = 0
    for token in waiting {
      if admitted == policy.batch { return }
      if let cap = policy.maxActive, active.count >= cap { return }
      let activity = QueueToken.Activity(
        since: instant, lastAction: instant, lifetimeDeadline: instant + policy.tokenLifetime,
        idleDeadline: instant + policy.idleLimit)
      setState(.active(activity), of: token.number)
      admitted += 1
    }
  }
}
