/// The event record, kept for as long as the policy says. Its first event, with which the house began, always stays: it
/// tells one beginning from another. Numbers of events follow each other, so that a gap tells that some have gone.
package enum EventRecord {
  /// How many events a command lets go at most; after a long time it takes several.
  static let most: Int64 = 1000

  /// Lets go what happened longer ago than events are kept, of what had happened by `seen`: what a command itself settles
  /// is kept, however long ago it was due, so that whoever gave it can tell of it.
  static func trim(at context: WriteContext, through seen: EventID) throws(BookingError) {
    let store = context.store
    let start = context.now - context.policy.eventRetention
    guard let oldest = try store.oldestEvent(), oldest.at < start else { return }
    _ = try store.deleteEvents(after: store.firstEvent(), through: seen, before: start, limit: most)
  }

  /// Whether something happened after `id`, since the house began, that is not on record any more.
  static func lacksEvents(after id: EventID, in store: any StoreReader) throws(BookingError) -> Bool {
    let first = try store.firstEvent()
    guard let next = try store.events(after: max(id, first), limit: 1).first else { return false }
    return next.id.rawValue > max(id, first).rawValue + 1
  }
}
