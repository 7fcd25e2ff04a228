internal import Booking
internal import GRDB
internal import Glibc

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
  private static var filesAreLimited: Bool {
    var limit = rlimit()
    return getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0 && limit.rlim_cur != rlim_t.max
  }

  init(_ error: DatabaseError) {
    self =
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
      case .SQLITE_FULL: .full
      // Where a limit on the size of files is reached, or a disk where only the shared index is to grow, SQLite has no
      // better name.
      case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE: .full
      case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_WRITE && Self.filesAreLimited: .full
      case .SQLITE_READONLY where error.extendedResultCode == .SQLITE_READONLY_DBMOVED: .gone
      case .SQLITE_READONLY, .SQLITE_PERM: .readOnly
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged
      default: .other(error.message ?? error.resultCode.description)
      }
  }

  /// What a failed commit comes to. Where SQLite keeps the transaction open, or could not write the last page of it into
  /// the log, it has not happened. After every other failure it may stand in the log, and whoever reads that anew finds it.
  init(ofCommit error: DatabaseError) {
    let fault = Self(error)
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_CONSTRAINT, .SQLITE_FULL, .SQLITE_READONLY: self = fault
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_WRITE && fault == .full: self = fault
    default: self = .outcomeUnknown(fault)
    }
  }
}
