/// The columns of a hall's seats, line by line: neighbours side by side, what is apart with a gap between.
struct SeatColumns {
  private(set) var spots: [SeatGrid.Spot]
  /// How many columns the leftmost seat lies right of the plan's left edge. A run that is wider in seats than in pixels may
  /// begin before it.
  private(set) var edge = 0

  /// What is placed as one in a line, in cells.
  private struct Piece {
    let seats: [Int]
    /// By seat: how many columns from the piece's first.
    let offsets: [Int]
    /// Its first column if nothing is in the way; of a steep block's piece from the block's column.
    let wish: Int
    /// How many columns from the plan's left edge its ends lie.
    let ends: ClosedRange<Double>
    let block: Int?

    var width: Int { (offsets.last ?? 0) + 1 }

    func start(_ columns: [Int]) -> Int { wish + (block.map { columns[$0] } ?? 0) }

    /// Columns from its first one to the first that the next piece may have: runs were cut where there is room for a seat.
    func reach(before next: Piece) -> Int {
      let isApart = block == nil && next.block == nil || next.ends.lowerBound - ends.upperBound >= 1.5
      return width + (isApart ? 1 : 0)
    }
  }

  init(_ lines: SeatLines, _ hall: SeatBlocks) {
    spots = [SeatGrid.Spot](repeating: SeatGrid.Spot(column: 0, line: 0), count: hall.positions.count)
    let pieces = Self.pieces(lines, hall)
    let columns = Self.columns(of: lines.steep, among: pieces)
    for (line, pieces) in pieces.enumerated() {
      for (piece, start) in zip(pieces, Self.starts(of: pieces, columns)) {
        for (seat, offset) in zip(piece.seats, piece.offsets) {
          spots[seat] = SeatGrid.Spot(column: start + offset, line: line)
        }
      }
    }
    let edge = spots.lazy.map(\.column).min() ?? 0
    spots = spots.map { SeatGrid.Spot(column: $0.column - edge, line: $0.line) }
    self.edge = edge
  }

  /// By line, from the left.
  private static func pieces(_ lines: SeatLines, _ hall: SeatBlocks) -> [[Piece]] {
    var pieces = lines.level.map { runs(of: $0, hall) }
    for (index, block) in lines.steep.enumerated() {
      let places = zip(block.seats, block.spots)
      for (line, places) in Dictionary(grouping: places, by: { $0.1.line + lines.fronts[index] }) {
        let sorted = places.sorted { $0.1.column < $1.1.column }
        let first = sorted[0].1.column
        let places = sorted.map { (hall.positions[$0.0].x - hall.left) / hall.pitch }
        while pieces.count <= line { pieces.append([]) }
        pieces[line].append(
          Piece(
            seats: sorted.map(\.0), offsets: sorted.map { $0.1.column - first }, wish: first,
            ends: (places.min() ?? 0)...(places.max() ?? 0), block: index))
      }
    }
    return pieces.map { line in
      line.sorted { a, b in
        (a.ends.lowerBound + a.ends.upperBound, a.seats[0]) < (b.ends.lowerBound + b.ends.upperBound, b.seats[0])
      }
    }
  }

  /// A line's seats, cut wherever there is room for another seat between two.
  private static func runs(of seats: [Int], _ hall: SeatBlocks) -> [Piece] {
    let sorted = seats.sorted { (hall.positions[$0].x, $0) < (hall.positions[$1].x, $1) }
    var pieces: [Piece] = []
    var start = 0
    for end in sorted.indices.dropFirst() + [sorted.count] where !sorted.isEmpty {
      guard end == sorted.count || hall.isApart(sorted[end - 1], sorted[end]) else { continue }
      let run = Array(sorted[start..<end])
      let (first, last) = (run[0], run[run.count - 1])
      let middle = (hall.across[first] + hall.across[last]) / 2
      let ends = (hall.positions[first].x - hall.left) / hall.pitch...(hall.positions[last].x - hall.left) / hall.pitch
      pieces.append(
        Piece(
          seats: run, offsets: Array(run.indices), wish: (middle - Double(run.count - 1) / 2).cells, ends: ends,
          block: nil))
      start = end
    }
    return pieces
  }

  /// A column for each steep block, at which it has room in all its lines alike: it gives way to the left for what stands
  /// right of it, and to the right for what still is in the way.
  private static func columns(of steep: [SteepBlock], among pieces: [[Piece]]) -> [Int] {
    var columns = steep.map(\.column)
    guard !steep.isEmpty else { return [] }
    var followers = [[(piece: Piece, next: Piece)]](repeating: [], count: steep.count)
    for line in pieces {
      for (piece, next) in zip(line, line.dropFirst()) {
        if let block = piece.block { followers[block].append((piece, next)) }
      }
    }
    for index in steep.indices.sorted(by: { (columns[$0], $0) > (columns[$1], $1) }) {
      let overlaps = followers[index].map { $0.start(columns) + $0.reach(before: $1) - $1.start(columns) }
      columns[index] -= max(0, overlaps.max() ?? 0)
    }
    for _ in 0..<4 {
      var pushes = columns.map { _ in 0 }
      for line in pieces {
        for (piece, start) in zip(line, starts(of: line, columns)) {
          if let block = piece.block { pushes[block] = max(pushes[block], start - piece.start(columns)) }
        }
      }
      if pushes.allSatisfy({ $0 == 0 }) { break }
      columns = zip(columns, pushes).map { $0 + $1 }
    }
    return columns
  }

  /// The first column of each piece of a line: the one that it wishes, or the next that is free.
  private static func starts(of pieces: [Piece], _ columns: [Int]) -> [Int] {
    var starts: [Int] = []
    for (index, piece) in pieces.enumerated() {
      let free = index == 0 ? Int.min : starts[index - 1] + pieces[index - 1].reach(before: piece)
      starts.append(max(free, piece.start(columns)))
    }
    return starts
  }
}
