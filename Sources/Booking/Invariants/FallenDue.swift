/// What has fallen due in a store since its latest instant, but was not done because nobody had it open.
package struct FallenDue: Hashable, Sendable {
  /// One for each, in order of numbers.
  package let lines: [String]

  /// Finds what is due at `now` without changing anything. Admissions are counted as far as those waiting now go; who
  /// would end unused after them is not.
  package init(_ store: any StoreAuditor, at now: Timestamp) throws(BookingError) {
    let holds = try store.allReservations().filter { $0.status == .held && $0.deadline <= now }
      .map { "hold \($0.id) of user \($0.user) at \($0.deadline.milliseconds)" }
    let tokens = try store.allTokens()
    let ended = tokens.filter { ($0.activity?.deadline).map { $0 <= now } ?? false }
      .map { "token \($0.number) of user \($0.user) at \($0.activity?.deadline.milliseconds ?? 0)" }
    lines = holds + ended + (try Self.admissions(store, tokens, at: now))
  }

  private static func admissions(
    _ store: any StoreAuditor, _ tokens: [QueueToken], at now: Timestamp
  ) throws(BookingError) -> [String] {
    let waiting = tokens.filter { $0.state == .waiting }
    let policy = try store.policy()
    guard !waiting.isEmpty, policy.admissionSize > 0 else { return [] }
    let house = try store.house()
    let calendar = AdmissionCalendar(epoch: house.admissionEpoch, period: policy.activationPeriod)
    let first = calendar.next(after: house.admittedThrough)
    return first <= now
      ? ["admission of \(min(policy.admissionSize, Int64(waiting.count))) at \(first.milliseconds)"] : []
  }
}
