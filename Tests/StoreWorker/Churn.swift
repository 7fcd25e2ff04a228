import ArgumentParser
import Booking
import Glibc
import SQLiteStore
import TestSupport

/// Commits small changes, with a breath after each, until it is killed: what a log has to bear.
struct Churn: ParsableCommand {
  @OptionGroup var place: Place
  /// How long a breath is at most, in microseconds.
  @Option var breath: UInt32 = 4_000
  /// After how many commits it closes the store and ends; never when nil.
  @Option var life: Int?

  func run() throws {
    let patient = try PatientStore(place)
    defer { patient.store.close() }
    var number = 0
    while life.map({ number < $0 }) ?? true {
      for user in place.users {
        usleep(UInt32.random(in: 0...breath))
        number += 1
        let key = RequestKey("\(place.seed)-\(number)")
        do throws(BookingError) {
          _ = try patient.patiently { () throws(BookingError) in
            try patient.engine.charge(user: user, amount: Won(1), key: key)
          }
        } catch {
          say("refused \(error)")
          throw error
        }
      }
    }
  }
}
