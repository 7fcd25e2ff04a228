import Booking
import GRDB
import Testing

@testable import SQLiteStore

@Suite("What keeps the store from answering")
struct StorageFaultsTests {
  @Test(arguments: [
    (ResultCode.SQLITE_BUSY, StorageFault.busy), (.SQLITE_BUSY_SNAPSHOT, .busy), (.SQLITE_LOCKED, .busy),
    (.SQLITE_FULL, .full), (.SQLITE_READONLY, .readOnly), (.SQLITE_READONLY_DIRECTORY, .readOnly),
    (.SQLITE_READONLY_DBMOVED, .gone), (.SQLITE_PERM, .readOnly), (.SQLITE_CORRUPT, .damaged),
    (.SQLITE_NOTADB, .damaged),
  ]) func `is named for the person`(code: ResultCode, fault: StorageFault) {
    #expect(StorageFault(DatabaseError(resultCode: code)) == fault)
  }

  @Test func `is told in the database's words where there is no name for it`() {
    #expect(
      StorageFault(DatabaseError(resultCode: .SQLITE_IOERR, message: "disk I/O error")) == .other("disk I/O error"))
  }

  @Test(arguments: [
    (ResultCode.SQLITE_BUSY, StorageFault.busy), (.SQLITE_FULL, .full), (.SQLITE_READONLY, .readOnly),
    (.SQLITE_IOERR_FSYNC, .outcomeUnknown(.other("why"))), (.SQLITE_IOERR_WRITE, .outcomeUnknown(.other("why"))),
    // The index could not grow, which is asked for when everything stands in the log.
    (.SQLITE_IOERR_SHMSIZE, .outcomeUnknown(.full)), (.SQLITE_IOERR_SHMMAP, .outcomeUnknown(.other("why"))),
    (.SQLITE_NOMEM, .outcomeUnknown(.other("why"))), (.SQLITE_CORRUPT, .outcomeUnknown(.damaged)),
  ]) func `at a commit leaves open whether it stands, unless its last page cannot be there`(
    code: ResultCode, fault: StorageFault
  ) {
    #expect(StorageFault(ofCommit: DatabaseError(resultCode: code, message: "why")) == fault)
  }

  @Test func `becomes a refusal`() {
    #expect(throws: BookingError.storage(.full)) { try storing { throw DatabaseError(resultCode: .SQLITE_FULL) } }
  }

  @Test func `lets a refusal pass`() {
    #expect(throws: BookingError.alreadyPaid) { try storing { throw BookingError.alreadyPaid } }
  }

  @Test func `takes every other error by its description`() {
    struct Odd: Error, CustomStringConvertible { let description = "odd" }
    #expect(throws: BookingError.storage(.other("odd"))) { try storing { throw Odd() } }
  }

  @Test func `does not come between a body and its answer`() throws {
    #expect(try storing { 7 } == 7)
  }
}
