import ArgumentParser
import Booking
import Glibc
import SQLiteStore
import TestSupport

/// Does everything that customers do, until it is killed. Says what it is about to ask before it asks it, and what was
/// answered as soon as it was.
struct Book: ParsableCommand {
  @OptionGroup var place: Place
  /// Milliseconds between two acts, where others need the machine too.
  @Option var pause: UInt32 = 0

  func run() throws {
    let patient = try PatientStore(place)
    var customers = Customers(
      place.users, engine: patient.engine, store: patient.store, session: try patient.firstSession().session,
      seed: place.seed)
    while patient.isWanted {
      if pause > 0 { usleep(pause * 1000) }
      do throws(BookingError) {
        try customers.act { request, key throws(BookingError) in
          say("ask \(key.text) \(request.line)")
          let answer = try patient.patiently { () throws(BookingError) in try request.ask(patient.engine, key: key) }
          say("got \(key.text) \(answer)")
        }
      } catch {
        switch error {
        // Nothing was asked yet that somebody else would have to answer for.
        case .storage(.busy): continue
        // A refusal is an answer; a store that fails is not.
        case .storage: throw error
        default: say("refused")
        }
      }
    }
  }
}
