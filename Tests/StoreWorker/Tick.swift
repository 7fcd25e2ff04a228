import ArgumentParser
import Booking
import Glibc

/// Runs the scheduler over and over, until it is killed.
struct Tick: ParsableCommand {
  @OptionGroup var place: Place

  func run() throws {
    let patient = try PatientStore(place)
    say("ticking")
    while true {
      _ = try patient.patiently { () throws(BookingError) in try patient.engine.runSchedule() }
      usleep(500)
    }
  }
}
