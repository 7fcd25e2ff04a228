/// Finds places for a party: nearest to the stage and to the middle.
package struct BestSeats {
  package struct Offer: Hashable, Sendable {
    package let seats: [Int]
    /// False when no run was long enough and the party is split.
    package let isTogether: Bool
  }

  private let grid: SeatGrid
  private let isFree: (Int) -> Bool

  /// `isFree` says which seats, by index, may be offered.
  package init(_ grid: SeatGrid, isFree: @escaping (Int) -> Bool) {
    self.grid = grid
    self.isFree = isFree
  }

  /// Offers for a party, the best first: runs of neighbours that do not overlap; if there are none, one split.
  package func offers(for party: Int) -> [Offer] {
    guard party > 0 else { return [] }
    var runs: [(seats: [Int], cost: Int)] = []
    for line in grid.lines {
      for run in freeRuns(of: line) where run.count >= party {
        for start in 0...(run.count - party) {
          let seats = Array(run[start..<(start + party)])
          runs.append((seats, cost(of: seats)))
        }
      }
    }
    runs.sort { ($0.cost, $0.seats[0]) < ($1.cost, $1.seats[0]) }
    var used: Set<Int> = []
    var offers: [Offer] = []
    for run in runs where used.isDisjoint(with: run.seats) {
      used.formUnion(run.seats)
      offers.append(Offer(seats: run.seats, isTogether: true))
    }
    return offers.isEmpty ? split(for: party) : offers
  }

  private func split(for party: Int) -> [Offer] {
    let free = grid.spots.indices.filter(isFree)
    guard free.count >= party else { return [] }
    let nearest = free.map { (seat: $0, cost: cost(of: [$0])) }.sorted { ($0.cost, $0.seat) < ($1.cost, $1.seat) }
    return [Offer(seats: nearest.prefix(party).map(\.seat).sorted(), isTogether: party == 1)]
  }

  /// Free seats of a line without a gap, a taken seat, or another row between them.
  private func freeRuns(of line: [Int]) -> [[Int]] {
    var runs: [[Int]] = []
    for seat in line where isFree(seat) {
      if let last = runs.last?.last, grid.spots[seat].column == grid.spots[last].column + 1,
        grid.places[seat].row == grid.places[last].row, grid.places[seat].zone == grid.places[last].zone
      {
        runs[runs.count - 1].append(seat)
      } else {
        runs.append([seat])
      }
    }
    return runs
  }

  /// Twice the lines from the front plus twice the columns from the middle, of the run's middle.
  private func cost(of seats: [Int]) -> Int {
    guard let first = seats.first, let last = seats.last else { return .max }
    let middle = grid.spots[first].column + grid.spots[last].column
    return grid.spots[first].line * 2 + abs(middle - (grid.columns - 1))
  }
}
