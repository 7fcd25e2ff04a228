package import Booking

/// A store that counts its transactions, shows each commit, and can fail to commit.
package final class SpyStore: Store {
  private let store: any Store
  private let failure: BookingError?
  package private(set) var reads = 0
  package private(set) var writes = 0
  /// Called after each commit.
  package var onCommit: () throws(BookingError) -> Void = {}

  package init(_ store: any Store, failingWith failure: BookingError? = nil) {
    self.store = store
    self.failure = failure
  }

  package func read<Answer>(
    _ body: (any StoreReader) throws(BookingError) -> Answer
  ) throws(BookingError) -> Answer {
    reads += 1
    return try store.read(body)
  }

  package func audit<Answer>(_ body: (any StoreAuditor) throws(BookingError) -> Answer) throws(BookingError) -> Answer {
    try store.audit(body)
  }

  package func write<Answer>(
    _ body: (any StoreWriter) throws(BookingError) -> Answer
  ) throws(BookingError) -> Answer {
    writes += 1
    let answer = try store.write { tx throws(BookingError) in
      let answer = try body(tx)
      if let failure { throw failure }
      return answer
    }
    try onCommit()
    return answer
  }
}

extension BookingFixture {
  /// The same house through an engine whose every commit fails because the disk is full.
  package func failingToCommit() -> BookingEngine {
    BookingEngine(store: SpyStore(store, failingWith: .storage(.full)), clock: clock)
  }
}
