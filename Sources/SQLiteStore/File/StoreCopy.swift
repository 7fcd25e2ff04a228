internal import Booking
internal import GRDB

/// A copy of a store, made durable beside the place that it is for under a hidden name, and removed with this value unless
/// it was put there.
package final class StoreCopy {
  private let draft: StoreDraft
  private let target: StoreFile

  /// The copy, to be judged before it is put in place.
  package var file: StoreFile { StoreFile(path: draft.path) }

  /// Bytes.
  package var size: Int64 { draft.size }

  /// Copies a store as it is at one instant, through SQLite, whatever others do to it meanwhile.
  package init(of source: StoreFile, for target: StoreFile) throws(StoreFileFault) {
    try source.judgeExisting()
    self.target = target
    let draft = try target.makeDraft()
    self.draft = draft
    do throws(BookingError) {
      try storing {
        try StoreLook(path: source.path).read { queue in
          try Connections.open(path: draft.path, DatabaseStore.Stage.draft.configuration) { copy in
            defer { try? copy.close() }
            try queue.backup(to: copy)
          }
        }
      }
    } catch { throw .unusable(error == .storage(.full) ? target.path : source.path, error) }
  }

  /// Puts the copy where nothing is yet. A log that was left there would be taken for the copy's.
  package func put() throws(StoreFileFault) {
    guard try target.place(draft) else { throw .exists(target.path) }
  }

  /// Puts the copy in the place of the store that is there, which stands under another name from then on.
  package func put(inPlaceOf old: ClosedStore) throws(StoreFileFault) {
    try target.replace(old, with: draft)
  }
}
