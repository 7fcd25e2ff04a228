import Booking

/// A store whose next writes fail, as if another process were in the way.
final class FaultyStore: Store {
  enum Moment {
    /// Before anything was done.
    case before
    /// When all was done already but the answer got lost.
    case after
  }

  private let store: any Store
  private var fault: StorageFault?
  private var moment = Moment.before
  private var remaining = 0
  private var readFault: (fault: StorageFault, after: Int)?
  /// Why nobody can look at everything.
  var auditFault: StorageFault?
  /// Writes that were tried since the last `fail`.
  private(set) var tries = 0

  init(_ store: any Store) { self.store = store }

  /// Makes the next `count` writes fail.
  func fail(_ fault: StorageFault, times count: Int, _ moment: Moment = .before) {
    self.fault = fault
    self.moment = moment
    remaining = count
    tries = 0
  }

  /// Makes one look fail, after `count` others that do not.
  func failRead(_ fault: StorageFault, after count: Int) { readFault = (fault, count) }

  func read<Answer>(_ body: (any StoreReader) throws(BookingError) -> Answer) throws(BookingError) -> Answer {
    if let (fault, count) = readFault {
      readFault = count > 0 ? (fault, count - 1) : nil
      if count == 0 { throw .storage(fault) }
    }
    return try store.read(body)
  }

  func audit<Answer>(_ body: (any StoreAuditor) throws(BookingError) -> Answer) throws(BookingError) -> Answer {
    if let auditFault { throw .storage(auditFault) }
    return try store.audit(body)
  }

  func write<Answer>(_ body: (any StoreWriter) throws(BookingError) -> Answer) throws(BookingError) -> Answer {
    tries += 1
    guard remaining > 0, let fault else { return try store.write(body) }
    remaining -= 1
    if moment == .after { _ = try store.write(body) }
    throw .storage(fault)
  }
}
