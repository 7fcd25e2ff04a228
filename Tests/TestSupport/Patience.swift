package import Booking

/// Asks a busy store again until it answers, as the screens do.
package func patiently<Answer>(_ command: () throws(BookingError) -> Answer) throws(BookingError) -> Answer {
  while true {
    do throws(BookingError) { return try command() } catch { guard error == .storage(.busy) else { throw error } }
  }
}
