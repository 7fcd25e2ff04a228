package import Booking

/// A store in which one chosen call fails as if the disk were full: any verb, or the commit behind them.
package final class BreakableStore: Store {
  package static let commit = "commit"

  private let store: any Store
  /// The calls since the last `breakCall`, by name.
  package private(set) var calls: [String] = []
  private var breaking: Int?

  package init(_ store: any Store) { self.store = store }

  /// Makes the call of this number fail, counted from 0 and from now on; nil lets all succeed.
  package func breakCall(_ number: Int?) {
    calls = []
    breaking = number
  }

  package func read<Answer>(
    _ body: (any StoreReader) throws(BookingError) -> Answer
  ) throws(BookingError) -> Answer {
    try store.read { reader throws(BookingError) in try body(BreakableReader(reading: reader, store: self)) }
  }

  package func audit<Answer>(_ body: (any StoreAuditor) throws(BookingError) -> Answer) throws(BookingError) -> Answer {
    try store.audit(body)
  }

  package func write<Answer>(
    _ body: (any StoreWriter) throws(BookingError) -> Answer
  ) throws(BookingError) -> Answer {
    try store.write { tx throws(BookingError) in
      let answer = try body(BreakableWriter(writing: tx, store: self))
      try call(Self.commit)
      return answer
    }
  }

  fileprivate func call(_ name: String) throws(BookingError) {
    defer { calls.append(name) }
    if calls.count == breaking { throw .storage(.full) }
  }
}

private struct BreakableReader: ReaderVerbByVerb {
  let reading: any StoreReader
  let store: BreakableStore

  func verb(_ name: String) throws(BookingError) { try store.call(name) }
}

private struct BreakableWriter: WriterVerbByVerb {
  let writing: any StoreWriter
  let store: BreakableStore

  func verb(_ name: String) throws(BookingError) { try store.call(name) }
}
