internal import Booking
internal import GRDB

/// Runs what may fail inside the database; a refusal passes, everything else becomes a `storage` refusal.
func storing<Answer>(_ body: () throws -> Answer) throws(BookingError) -> Answer {
  do {
    return try body()
  } catch let error as BookingError {
    throw error
  } catch let error as DatabaseError {
    throw .storage(StorageFault(error))
  } catch {
    throw .storage(.other(String(describing: error)))
  }
}

extension StorageFault {
  init(_ error: DatabaseError) {
    self =
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
      case .SQLITE_FULL: .full
      case .SQLITE_READONLY where error.extendedResultCode == .SQLITE_READONLY_DBMOVED: .gone
      case .SQLITE_READONLY, .SQLITE_PERM: .readOnly
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged
      default: .other(error.message ?? error.resultCode.description)
      }
  }
}
