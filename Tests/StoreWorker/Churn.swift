import ArgumentParser
import Booking
import TestSupport

/// Commits small changes without a pause, until it is killed: what a log has to bear.
struct Churn: ParsableCommand {
  @OptionGroup var place: Place

  func run() throws {
    let desk = try Desk(place)
    var number = 0
    while true {
      for user in place.users {
        number += 1
        let key = RequestKey("\(place.seed)-\(number)")
        do throws(BookingError) {
          _ = try desk.patiently { () throws(BookingError) in
            try desk.engine.charge(user: user, amount: Won(1), key: key)
          }
        } catch {
          say("refused \(error)")
          throw error
        }
      }
    }
  }
}
