internal import SQLiteStore

/// When the journal is copied into the store: in idle moments, when it is long at once, and not soon again after the store
/// would not have it. Instants are milliseconds of a clock that never steps.
struct WALCheckpoints {
  /// How long nothing must have happened.
  private static let idleTime: Int64 = 50

  private let store: DatabaseStore
  /// When something last happened that was not waiting.
  private var lastActivity: Int64 = 0
  private var restsUntil: Int64 = 0

  init(_ store: DatabaseStore) { self.store = store }

  mutating func noteActivity(_ now: Int64) { lastActivity = now }

  mutating func copyIfTimely(clock: () -> Int64) {
    let now = clock()
    guard store.wantsCheckpoint(whenIdle: now - lastActivity >= Self.idleTime), now >= restsUntil else { return }
    store.checkpoint()
    restsUntil = clock() + (store.wantsCheckpoint(whenIdle: true) ? RunLoop.failureInterval : 0)
  }

  /// nil while there is nothing worth copying.
  var deadline: Int64? {
    store.wantsCheckpoint(whenIdle: true) ? max(lastActivity + Self.idleTime, restsUntil) : nil
  }
}
