import ArgumentParser
import Booking
import GRDBSQLite
import Glibc

/// Charges a wallet on a disk that fails to flush a log, asks again with the same key, and ends as if it were killed.
struct Flush: ParsableCommand {
  @OptionGroup var place: Place
  /// How many flushes fail, and how often it asks.
  @Option var failures: Int
  @Option var tries: Int

  func run() throws {
    FailingFlush.use()
    let patient = try PatientStore(place)
    // A new log is flushed once more, before anything stands in it.
    _ = try patient.engine.charge(user: place.users[0], amount: Won(1), key: RequestKey("before"))
    FailingFlush.left = failures
    for _ in 0..<tries {
      do throws(BookingError) {
        say("got \(try patient.engine.charge(user: place.users[0], amount: Won(5), key: RequestKey("flush")).amount)")
      } catch { say("refused \(error)") }
    }
    _exit(0)
  }
}

/// SQLite's way to files, on which so many flushes fail after everything was written.
private enum FailingFlush {
  nonisolated(unsafe) static var left = 0
  nonisolated(unsafe) private static var layer: VFSLayer!
  /// SQLITE_IOERR_FSYNC, which Swift cannot import.
  private static let failure = SQLITE_IOERR | 4 << 8

  static func use() {
    layer = VFSLayer("failing") { ours in
      ours.xOpen = { _, path, file, flags, outFlags in
        let code = FailingFlush.layer.system.pointee.xOpen(FailingFlush.layer.system, path, file, flags, outFlags)
        if code == SQLITE_OK, let file, let own = file.pointee.pMethods {
          file.pointee.pMethods = FailingFlush.layer.methods(over: own) { methods in
            methods.xSync = { _, _ in
              guard FailingFlush.left > 0 else { return SQLITE_OK }
              FailingFlush.left -= 1
              return FailingFlush.failure
            }
          }
        }
        return code
      }
    }
  }
}
