/// The policies that were in force, by the instants at which they took effect.
struct PolicyHistory {
  struct Entry {
    let since: Timestamp
    let policy: Policy
    /// From where admissions are counted under it.
    let epoch: Timestamp
    /// The most that any policy up to this one let an action move the idle limit.
    let longestIdleLimit: Duration
  }

  let entries: [Entry]

  /// - Parameter policies: in the order in which they were set; at least one.
  init(_ policies: [(since: Timestamp, policy: Policy)]) {
    var entries: [Entry] = []
    for (since, policy) in policies {
      let last = entries.last
      let isSamePeriod = last?.policy.activationPeriod == policy.activationPeriod
      entries.append(
        Entry(
          since: since, policy: policy, epoch: last.flatMap { isSamePeriod ? $0.epoch : nil } ?? since,
          longestIdleLimit: max(last?.longestIdleLimit ?? .zero, policy.idleLimit)))
    }
    self.entries = entries
  }

  /// Those under which something may have happened at an instant: the one set last before it, and those set at that very
  /// instant, since instants do not tell what came first.
  func inForce(at instant: Timestamp) -> ArraySlice<Entry> {
    if entries.count == 1 { return entries[...] }
    let first = max(0, index { $0.since < instant } - 1)
    return entries[first..<max(first + 1, index { $0.since <= instant })]
  }

  /// How many entries there are before the first for which something is not so; it stays so from there on.
  private func index(where isBefore: (Entry) -> Bool) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(entries[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
