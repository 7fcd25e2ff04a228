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
