internal import Booking

/// What was read and must be so still, since nothing was written that could have changed it: most commands and looks ask
/// for the same few rows several times, and in a house where nothing happens again and again.
final class RowCache {
  /// What a statement may change.
  struct Parts: OptionSet {
    let rawValue: Int
    static let house = Parts(rawValue: 1)
    static let policy = Parts(rawValue: 2)
    static let holds = Parts(rawValue: 4)
    static let activeTokens = Parts(rawValue: 8)
    static let leavers = Parts(rawValue: 16)
    /// The last event.
    static let newEvents = Parts(rawValue: 32)
    /// The events that are kept longest.
    static let oldEvents = Parts(rawValue: 64)
    static let all = Parts(rawValue: 127)
  }

  var house: House?
  var policy: Policy?
  var nextHoldToEnd: Reservation??
  var nextTokenToEnd: QueueToken??
  /// How many left from behind the head.
  var leavers: Int64?
  var firstEvent: EventID?
  /// The one after the first.
  var oldestEvent: Event??
  /// Whether what is remembered of the oldest events stays so when more happens.
  var hasOldEvents: Bool { oldestEvent.flatMap(\.self) != nil }
  var lastEvent: EventID?

  /// SQLite's count of others' commits.
  private var dataVersion: Int64 = -1
  private var changes = -1
  /// The last event that this connection has seen committed: no number below it can be the last again.
  private var lastCommitted = EventID(0)
  private var isRecordLost = false

  func forget(_ parts: Parts = .all) {
    if parts.contains(.house) { house = nil }
    if parts.contains(.policy) { policy = nil }
    if parts.contains(.holds) { nextHoldToEnd = nil }
    if parts.contains(.activeTokens) { nextTokenToEnd = nil }
    if parts.contains(.leavers) { leavers = nil }
    if parts.contains(.newEvents) { lastEvent = nil }
    if parts.contains(.oldEvents) { (firstEvent, oldestEvent) = (nil, nil) }
  }

  /// Forgets what another connection may have changed. Asked when a transaction has begun.
  /// - Throws: `storage(overwritten)` once the record was seen to have gone backwards.
  func begin(_ connection: Connection) throws {
    guard !isRecordLost else { throw BookingError.storage(.overwritten) }
    let version = try connection.dataVersion()
    if version != dataVersion { forget() }
    dataVersion = version
  }

  /// Remembers that what was seen last is committed.
  func noteCommitted() {
    if let lastEvent { lastCommitted = max(lastCommitted, lastEvent) }
  }

  /// Whether an event may be the last: the newest one never goes.
  func mayEnd(with last: EventID) -> Bool {
    isRecordLost = isRecordLost || last < lastCommitted
    return !isRecordLost
  }

  /// Forgets what this connection may have changed since this was last asked.
  func follow(_ connection: Connection, touching touched: Parts = .all) {
    let now = connection.totalChanges
    guard now != changes else { return }
    forget(touched)
    changes = now
  }
}

extension Transaction {
  /// Reads something, unless it was read since it may have been changed.
  func remembered<Value>(
    _ place: ReferenceWritableKeyPath<RowCache, Value?>, _ read: () throws(BookingError) -> Value
  ) throws(BookingError) -> Value {
    memory.follow(connection)
    if let known = memory[keyPath: place] { return known }
    let value = try read()
    memory[keyPath: place] = value
    return value
  }
}
