package import Booking

/// A store whose writers are somebody else's, around the real ones.
package final class WrappedStore: Store {
  private let store: any Store
  private let wrap: (any StoreWriter) -> any StoreWriter

  package init(_ store: any Store, writer wrap: @escaping (any StoreWriter) -> any StoreWriter) {
    self.store = store
    self.wrap = wrap
  }

  package func read<Answer>(_ body: (any StoreReader) throws(BookingError) -> Answer) throws(BookingError) -> Answer {
    try store.read(body)
  }

  package func audit<Answer>(_ body: (any StoreAuditor) throws(BookingError) -> Answer) throws(BookingError) -> Answer {
    try store.audit(body)
  }

  package func write<Answer>(_ body: (any StoreWriter) throws(BookingError) -> Answer) throws(BookingError) -> Answer {
    try store.write { tx throws(BookingError) in try body(wrap(tx)) }
  }
}
