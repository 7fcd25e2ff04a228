package enum Direction: CaseIterable, Sendable { case left, right, up, down }

extension SeatGrid {
  /// The seat to which an arrow key leads, nil at the edge. Sideways it stays in its line; up and down it takes the
  /// nearest seat of the lines beyond, a line counting as much as two columns.
  package func seat(from seat: Int, towards direction: Direction) -> Int? {
    let spot = spots[seat]
    switch direction {
    case .left: return lines[spot.line].last { spots[$0].column < spot.column }
    case .right: return lines[spot.line].first { spots[$0].column > spot.column }
    case .up: return nearest(to: spot, among: stride(from: spot.line - 1, through: 0, by: -1))
    case .down: return nearest(to: spot, among: stride(from: spot.line + 1, to: lines.count, by: 1))
    }
  }

  private func nearest(to spot: Spot, among range: StrideThrough<Int>) -> Int? {
    nearest(to: spot, lines: Array(range))
  }
  private func nearest(to spot: Spot, among range: StrideTo<Int>) -> Int? { nearest(to: spot, lines: Array(range)) }

  private func nearest(to spot: Spot, lines candidates: [Int]) -> Int? {
    var best: (seat: Int, cost: Int)?
    for line in candidates {
      let height = abs(line - spot.line) * 2
      if let best, height >= best.cost { break }
      for seat in lines[line] {
        let cost = height + abs(spots[seat].column - spot.column)
        if best.map({ cost < $0.cost }) ?? true { best = (seat, cost) }
      }
    }
    return best?.seat
  }

  /// The seats in reading order from the one after `seat`, round the whole hall.
  package func readingOrder(after seat: Int) -> [Int] {
    let order = lines.flatMap { $0 }
    guard let index = order.firstIndex(of: seat) else { return order }
    return Array(order[(index + 1)...] + order[..<index])
  }

  /// The first and last seat of the run without a gap that a seat stands in, across its line.
  package func lineEnds(of seat: Int) -> (first: Int, last: Int) {
    let line = lines[spots[seat].line]
    return (line.first ?? seat, line.last ?? seat)
  }
}
