package import Booking

/// What stands behind a demonstration besides its engine: the crowd that comes to it, and its beginning. Who opens the
/// demonstration fills it.
package protocol Show: AnyObject {
  /// The customers of this terminal's crowd, and how many of them are still to come; nil without a crowd.
  var crowd: (size: Int, toCome: Int)? { get }

  /// Lets more customers come.
  /// - Throws: `storage`.
  func call(_ crowd: CrowdCall) throws(BookingError)

  /// Sends the crowd away: they leave the queue and the sale. What they have bought stays, and what they hold until its
  /// deadline.
  /// - Throws: `storage`.
  func dismissCrowd() throws(BookingError)

  /// The same crowd's sale with a cap on active people and without, as far as they have been played; nil when none is.
  var comparison: Comparison? { get }

  /// Begins to play both sales from their opening, apart from the house.
  /// - Parameter isQueued: whether the one without a cap has a queue, or lets everybody in at once.
  /// - Throws: `storage`.
  func compare(cap: Int64, isQueued: Bool, with policy: Policy) throws(BookingError)

  /// Sets the house back to its beginning, and lets the same crowd come again.
  /// - Throws: `storage`; `notADemonstration`.
  func restart() throws(BookingError)
}

/// Two sales to one crowd: one without a cap, or without a queue at all, and one with a cap.
package struct Comparison: Hashable, Sendable {
  package let cap: Int64
  /// Whether the sale without a cap has a queue.
  package let isQueued: Bool
  package let customers: Int
  /// Seats that each of them sells.
  package let seats: Int64
  package var free: SaleFigures
  package var capped: SaleFigures
  /// How much of both has been played.
  package var elapsed: Duration
  package var isOver: Bool

  package init(
    cap: Int64, isQueued: Bool, customers: Int, seats: Int64, free: SaleFigures, capped: SaleFigures, elapsed: Duration,
    isOver: Bool
  ) {
    self.cap = cap
    self.isQueued = isQueued
    self.customers = customers
    self.seats = seats
    self.free = free
    self.capped = capped
    self.elapsed = elapsed
    self.isOver = isOver
  }
}
