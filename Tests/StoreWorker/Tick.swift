import ArgumentParser
import Booking
import Glibc

/// Runs the scheduler over and over, until it is killed.
struct Tick: ParsableCommand {
  @OptionGroup var place: Place

  func run() throws {
    let desk = try Desk(place)
    say("ticking")
    while true {
      _ = try desk.patiently { () throws(BookingError) in try desk.engine.runSchedule() }
      usleep(500)
    }
  }
}
