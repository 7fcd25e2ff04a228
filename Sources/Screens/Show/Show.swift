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

  /// The same crowd's sales that are compared, as far as they have been played; nil when none are.
  var comparison: Comparison? { get }

  /// Begins to play the same sale without a queue, with one, and with a cap on active people too, from their opening and
  /// apart from the house.
  /// - Throws: `storage`.
  func compare(cap: Int64, with policy: Policy) throws(BookingError)

  /// The house as it is now, copied into memory, with a clock that stands and is moved by `advance`: what is done there
  /// is done nowhere else.
  /// - Throws: `storage`.
  func scratchCopy() throws(BookingError) -> BookingEngine

  /// Steps this terminal's wall clock. Returns whether booking time moved with it, which it must not.
  /// - Throws: `storage`.
  func stepWallClock(by step: Duration) throws(BookingError) -> Bool

  /// Sets the house back to its beginning, and lets the same crowd come again.
  /// - Throws: `storage`; `notADemonstration`.
  func restart() throws(BookingError)
}

/// Sales to one crowd, each by another rule at the door.
package struct Comparison: Hashable, Sendable {
  package enum Door: Hashable, Sendable {
    /// Whoever comes is inside at once.
    case open
    /// Batches are admitted, however many are inside.
    case queue
    /// Batches are admitted while fewer than so many are inside.
    case cap(Int64)
  }

  package struct Sale: Hashable, Sendable {
    package let door: Door
    package let figures: SaleFigures
    /// How often somebody's seats went to somebody faster.
    package let lostRaces: Int

    package init(door: Door, figures: SaleFigures, lostRaces: Int) {
      self.door = door
      self.figures = figures
      self.lostRaces = lostRaces
    }
  }

  package let customers: Int
  /// Seats that each of them sells.
  package let seats: Int64
  package let sales: [Sale]
  /// How much of each has been played.
  package let elapsed: Duration
  package let isOver: Bool

  package init(customers: Int, seats: Int64, sales: [Sale], elapsed: Duration, isOver: Bool) {
    self.customers = customers
    self.seats = seats
    self.sales = sales
    self.elapsed = elapsed
    self.isOver = isOver
  }
}
