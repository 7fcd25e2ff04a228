/// What has fallen due in a store since its latest instant, but was not done because nobody had it open.
package struct FallenDue: Hashable, Sendable {
  package let holds: Int
  package let tokens: Int

  /// Counts what is due at `now` without changing anything.
  package init(_ store: any StoreAuditor, at now: Timestamp) throws(BookingError) {
    holds = try store.allReservations().filter { $0.status == .held && $0.deadline <= now }.count
    tokens = try store.allTokens().filter { ($0.activity?.deadline).map { $0 <= now } ?? false }.count
  }
}
