internal import Booking
internal import CFileIdentity
internal import GRDB
internal import Glibc

/// A copy of a store, made durable beside the place that it is for under a hidden name, and removed with this value unless
/// it was put there.
package final class StoreCopy {
  /// The copy, to be judged before it is put in place.
  package let file: StoreFile
  private let target: StoreFile

  /// Copies a store as it is at one instant, through SQLite, whatever others do to it meanwhile.
  package init(of source: StoreFile, for target: StoreFile) throws(StoreFileFault) {
    try source.judgeExisting()
    self.target = target
    file = try target.makeDraft()
    do throws(BookingError) {
      try storing {
        try StoreLook(path: source.path).read { queue in
          try Connections.open(path: file.path, DatabaseStore.Stage.draft.configuration) { copy in
            defer { try? copy.close() }
            try queue.backup(to: copy)
          }
        }
      }
    } catch { throw .unusable(error == .storage(.full) ? target.path : source.path, error) }
    try file.synchronize()
  }

  deinit { for suffix in ["", "-wal", "-shm", "-journal"] { unlink(file.path + suffix) } }

  /// Bytes, until it is put in place.
  package var size: Int64 {
    var status = stat()
    return stat(file.path, &status) == 0 ? Int64(status.st_size) : 0
  }

  /// Puts the copy where nothing is yet. A log that was left there would be taken for the copy's.
  package func put() throws(StoreFileFault) {
    if !target.exists { StorePlace.putAside(logOf: target.path) }
    guard rename_to_new(file.path, target.path) else {
      throw errno == EEXIST ? .exists(target.path) : .unreadable(target.path, reason: String(cString: strerror(errno)))
    }
    target.synchronizeFolder()
  }

  /// Puts the copy in the place of the store that is there, which stands under another name from then on.
  package func put(inPlaceOf old: ClosedStore) throws(StoreFileFault) {
    try old.giveWay(to: file.path)
    target.synchronizeFolder()
  }
}
