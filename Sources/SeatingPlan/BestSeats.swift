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
  /// Seats that may be offered, in runs of neighbours.
  private var runs: [[Int]]

  /// `isWanted` tells which seats may be offered.
  package init(_ grid: SeatGrid, party: Int, where isWanted: (Int) -> Bool) {
    self.grid = grid
    self.party = party
    costs = grid.costs
    runs = grid.rows.indices.flatMap { grid.neighbours(inRow: $0, where: isWanted) }
  }

  /// The best seats that have none in common with `offered`; nil when there are too few, or all that are together were
  /// offered.
  package func offer(without offered: Set<Int> = []) -> Offer? {
    guard party > 0 else { return nil }
    var search = self
    if !offered.isEmpty {
      search.runs = runs.flatMap { run in run.split { offered.contains($0) }.map(Array.init) }
    }
    // A party that could sit together is not split because the best places were offered already.
    return search.together() ?? (together() == nil ? search.apart() : nil)
  }

  private func together() -> Offer? {
    window(of: party) { window in cost(of: window) }.map { Offer(seats: $0, parts: 1) }
  }

  /// The largest part first, at the best place for it; each further part as near to the first as can be.
  private func apart() -> Offer? {
    var rest = self
    var seats: [Int] = []
    var parts = 0
    while seats.count < party {
      let size = min(party - seats.count, rest.runs.map(\.count).max() ?? 0)
      let anchor = seats.first
      let part = rest.window(of: size) { window in
        anchor.map { distance(from: $0, to: window[window.startIndex]) } ?? cost(of: window)
      }
      guard size > 0, let part else { return nil }
      seats += part
      parts += 1
      let taken = Set(part)
      rest.runs = rest.runs.flatMap { run in run.split { taken.contains($0) }.map(Array.init) }
    }
    return Offer(seats: seats, parts: parts)
  }

  /// The window of neighbours that costs least. One that strands a single seat, where another would not, comes after
  /// those that do not and cost little more.
  private func window(of size: Int, _ cost: (ArraySlice<Int>) -> Int) -> [Int]? {
    guard size > 0 else { return nil }
    var best: (seats: ArraySlice<Int>, cost: Int)?
    for run in runs where run.count >= size {
      for start in 0...(run.count - size) {
        let window = run[start..<(start + size)]
        let after = run.count - size - start
        let strands = run.count != size + 1 && (start == 1 || after == 1)
        let total = cost(window) + (strands ? size * Self.strandingCost : 0)
        if best.map({ total < $0.cost }) ?? true { best = (window, total) }
      }
    }
    return best.map { Array($0.seats) }
  }

  /// As much as a row further back for each seat.
  private static let strandingCost = 2

  private func cost(of window: ArraySlice<Int>) -> Int { window.reduce(0) { $0 + costs[$1] } }

  private func distance(from a: Int, to b: Int) -> Int {
    2 * abs(grid.spots[a].line - grid.spots[b].line) + abs(grid.spots[a].column - grid.spots[b].column)
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
