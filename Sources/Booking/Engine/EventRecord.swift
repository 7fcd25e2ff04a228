/// The event record, kept for as long as the policy says. Its first event, with which the house began, always stays: it
/// tells one beginning from another. Numbers of events follow each other, so that a gap tells that some have gone.
package enum EventRecord {
  /// Deletes what happened longer ago than events are kept, but no more than `limit` events. False when some are left.
  /// What is being settled in the same transaction is kept, however long ago it was due: nobody has seen it yet.
  static func trim(at desk: Desk, limit: Int) throws(BookingError) -> Bool {
    let store = desk.store
    let start = desk.now - desk.policy.eventRetention
    let first = try store.firstEvent()
    guard let oldest = try store.events(after: first, limit: 1).first, oldest.at < start else { return true }
    return try store.deleteEvents(after: first, before: start, limit: Int64(limit)) < limit
  }

  /// Whether something happened after `id` that is not on record any more.
  package static func lacksEvents(after id: EventID, in store: any StoreReader) throws(BookingError) -> Bool {
    let first = try store.firstEvent()
    guard let next = try store.events(after: max(id, first), limit: 1).first else { return false }
    return next.id.rawValue > max(id, first).rawValue + 1
  }
}
