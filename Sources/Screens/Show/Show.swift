package import Booking

/// What stands behind a demonstration besides its engine: the crowd that comes to it, and its beginning. Who opens the
/// demonstration fills it.
package protocol Show: AnyObject {
  /// The customers of this terminal's crowd, and how many of them are still to come; nil without a crowd.
  var crowd: (size: Int, toCome: Int)? { get }

  /// Lets more customers come, spread over the next minutes.
  /// - Throws: `storage`.
  func call(_ customers: Int) throws(BookingError)

  /// Sends the crowd away: what they hold and have bought stays.
  func dismissCrowd()

  /// Sets the house back to its beginning, and lets the same crowd come again.
  /// - Throws: `storage`; `notADemonstration`.
  func restart() throws(BookingError)
}
