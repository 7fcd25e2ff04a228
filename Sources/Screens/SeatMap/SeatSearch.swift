internal import Booking
internal import Canvas
internal import SeatingPlan

/// Goes to a seat by name as it is typed: "B-12", "2층 C열 7", or any part of it.
struct SeatSearch {
  var field = TextField(limit: 40)
  /// Where the cursor was before.
  let origin: Int
  private let names: SeatNames
  private(set) var matches: [Int] = []
  private var index = 0

  init(from origin: Int, among seats: [Seat], in grid: SeatGrid) {
    self.origin = origin
    names = SeatNames(seats, in: grid)
  }

  /// The seat to stand on: the one found, or where one came from.
  var seat: Int { matches.isEmpty ? origin : matches[index] }
  /// Whether something was typed that no seat answers to.
  var findsNothing: Bool { matches.isEmpty && !field.value.isEmpty }
  /// Which of the matches it is, from 1.
  var ordinal: Int { index + 1 }

  mutating func step(by count: Int) {
    if !matches.isEmpty { index = (index + count + matches.count) % matches.count }
  }

  /// Looks for what has been typed so far. The best matches come first: those of which every part is meant as a whole,
  /// then those that begin so, each in the order of the plan.
  mutating func look() {
    index = 0
    matches = names.matches(of: field.value)
  }
}
