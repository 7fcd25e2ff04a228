import Booking

@testable import Screens

/// What stands behind a demonstration on a stage: a crowd that is only counted, and a beginning that comes again.
final class StageShow: Show {
  private(set) var crowd: (size: Int, toCome: Int)?
  /// Sets the house back; the stage fills it.
  var begin: () throws(BookingError) -> Void = {}
  /// Why nobody can be called now.
  var refusal: BookingError?

  /// - Parameter crowd: who comes from the start.
  init(crowd: (size: Int, toCome: Int)? = nil) { self.crowd = crowd }

  func call(_ customers: Int) throws(BookingError) {
    if let refusal { throw refusal }
    crowd = ((crowd?.size ?? 0) + customers, (crowd?.toCome ?? 0) + customers)
  }

  func dismissCrowd() { crowd = nil }

  func restart() throws(BookingError) { try begin() }
}
