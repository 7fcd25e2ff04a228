/// Finds seats for a party: together in one row, nearest to the stage and the middle; where no row has room for all, in
/// as few parts as the hall allows, near each other.
package struct BestSeats: Sendable {
  package struct Offer: Hashable, Sendable {
    /// In the order of their parts; each part from the left.
    package let seats: [Int]
    /// How many parts the party is split into: 1 when all sit together.
    package let parts: Int
  }

  private let grid: SeatGrid
  private let party: Int
  /// By seat: how far it is from the best place.
  private let costs: [Int]
  /// Seats that may be offered.
  private var runs = SeatRuns()

  /// `isWanted` tells which seats may be offered.
  package init(_ grid: SeatGrid, party: Int, where isWanted: (Int) -> Bool) {
    self.grid = grid
    self.party = party
    costs = grid.costs
    for row in grid.rows.indices { grid.addNeighbours(inRow: row, to: &runs, where: isWanted) }
  }

  /// The best seats that have none in common with `offered`; nil when there are too few, or all that are together were
  /// offered.
  package func offer(without offered: Set<Int> = []) -> Offer? {
    guard party > 0 else { return nil }
    let rest = runs.without(offered)
    if let together = window(of: party, in: rest, costs) { return Offer(seats: together, parts: 1) }
    // A party that could sit together is not split because the best places were offered already.
    return runs.longest < party ? apart(in: rest) : nil
  }

  /// The largest part first, at the best place for it; each further part as near to the first as can be.
  private func apart(in runs: SeatRuns) -> Offer? {
    var rest = runs
    var costs = costs
    var seats: [Int] = []
    var parts = 0
    while seats.count < party {
      guard let part = window(of: min(party - seats.count, rest.longest), in: rest, costs) else { return nil }
      if parts == 0 { costs = distances(from: part[0]) }
      seats += part
      parts += 1
      rest = rest.without(Set(part))
    }
    return Offer(seats: seats, parts: parts)
  }

  /// The window of neighbours that costs least. One that strands a single seat, where another would not, comes after
  /// those that do not and cost little more.
  private func window(of size: Int, in runs: SeatRuns, _ costs: [Int]) -> [Int]? {
    guard size > 0 else { return nil }
    var best: (start: Int, cost: Int)?
    for run in runs.runs where run.count >= size {
      var cost = 0
      for seat in runs.seats[run.prefix(size)] { cost += costs[seat] }
      for start in run.lowerBound...(run.upperBound - size) {
        let (before, after) = (start - run.lowerBound, run.upperBound - size - start)
        let strands = before + after != 1 && (before == 1 || after == 1)
        let total = cost + (strands ? size * Self.strandingCost : 0)
        if best.map({ total < $0.cost }) ?? true { best = (start, total) }
        if after > 0 { cost += costs[runs.seats[start + size]] - costs[runs.seats[start]] }
      }
    }
    return best.map { Array(runs.seats[$0.start..<($0.start + size)]) }
  }

  /// As much as a row further back for each seat.
  private static let strandingCost = 2

  private func distances(from seat: Int) -> [Int] {
    let from = grid.spots[seat]
    return grid.spots.map { 2 * abs($0.line - from.line) + abs($0.column - from.column) }
  }
}

extension SeatGrid {
  /// The seat of some that pass which is nearest to the stage and the middle, nil when none passes.
  package func nearestToStage(among seats: some Sequence<Int>, where isWanted: (Int) -> Bool) -> Int? {
    let best = bestPlace
    var found: (seat: Int, cost: Int)?
    for seat in seats where isWanted(seat) {
      let cost = best.cost(of: spots[seat])
      if found.map({ cost < $0.cost }) ?? true { found = (seat, cost) }
    }
    return found?.seat
  }

  /// By seat: how far it is from the best place.
  fileprivate var costs: [Int] {
    let best = bestPlace
    return spots.map(best.cost(of:))
  }

  /// Before the stage, in its middle; without a stage in the middle of the first line.
  private var bestPlace: BestPlace {
    BestPlace(
      middle: stage.map { $0.columns.lowerBound + $0.columns.upperBound } ?? columns - 1,
      front: stage.map { max(0, $0.lines.upperBound) } ?? 0, back: stage?.lines.lowerBound ?? 0)
  }
}

/// Where one would like to sit, and how far from there other places are.
private struct BestPlace {
  /// In half columns.
  let middle: Int
  /// The stage's last line and its first one; it may stand among the seats.
  let front: Int
  let back: Int

  /// Lines from the stage, and columns from its middle, a line as two halves of a column.
  func cost(of spot: SeatGrid.Spot) -> Int {
    let depth = max(0, spot.line - front, back - spot.line)
    return depth * 2 + abs(spot.column * 2 - middle)
  }
}
