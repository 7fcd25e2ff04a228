internal import Booking
internal import SeatingPlan

/// A session's hall while it is on screen: where its seats stand, and what they were when they were last read.
struct OpenHall {
  let view: HallView
  let session: Session
  var board: SeatBoard
  /// The last event that `board` knows of.
  var asOf: EventID
  /// When the seats were last read.
  var lookedAt: Timestamp
}
