internal import Booking
internal import GRDB

/// What was read and must be so still, since nothing was written after it: most commands and looks ask for the same few
/// rows several times, and in a house where nothing happens again and again.
final class Recollection {
  var house: House?
  var policy: Policy?
  var nextHoldToEnd: Reservation??
  var nextTokenToEnd: QueueToken??
  /// How many left from behind the head.
  var leavers: Int64?

  /// SQLite's counts of others' commits and of the rows that this connection changed; undone changes count too.
  private var dataVersion: Int64 = -1
  private var changes = -1

  /// Forgets everything.
  func forget() {
    house = nil
    policy = nil
    nextHoldToEnd = nil
    nextTokenToEnd = nil
    leavers = nil
  }

  /// Forgets what another connection may have changed. Asked when a transaction has begun.
  func begin(_ db: Database) throws {
    let version = try db.dataVersion()
    if version != dataVersion { forget() }
    dataVersion = version
  }

  /// Forgets what this connection has changed since.
  fileprivate func follow(_ db: Database) {
    guard db.totalChangesCount != changes else { return }
    forget()
    changes = db.totalChangesCount
  }
}

extension Transaction {
  /// Reads something, unless it was read since anything was changed.
  func remembered<Value>(
    _ place: ReferenceWritableKeyPath<Recollection, Value?>, _ read: () throws(BookingError) -> Value
  ) throws(BookingError) -> Value {
    memory.follow(db)
    if let known = memory[keyPath: place] { return known }
    let value = try read()
    memory[keyPath: place] = value
    return value
  }
}
