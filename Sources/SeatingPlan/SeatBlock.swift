/// Rows of a section that stand side by side, run in one direction and have their seats equally far apart. What is told
/// of lengths is in the plan's pixels.
struct SeatBlock {
  /// How its rows become cells.
  enum Shape {
    /// Every row lies in a line.
    case level
    /// Every row runs from front to back, a seat a line.
    case steep
    /// One row that turns and is higher than wide: every seat stands for itself.
    case bent
  }

  let section: Int
  let shape: Shape
  private(set) var rows: [SeatRow]
  /// The way that its rows run, as long as they are together.
  private(set) var direction: Plan.Point

  private init(_ row: SeatRow, section: Int) {
    self.section = section
    shape = row.isBent ? .bent : .level
    rows = [row]
    direction = row.chord
  }

  /// The block as it is when all its rows are known.
  private init(complete block: SeatBlock) {
    let isSteep = block.shape == .level && block.rows.sum { abs($0.chord.y) } > block.rows.sum { abs($0.chord.x) }
    section = block.section
    shape = isSteep ? .steep : block.shape
    rows = block.rows.map { $0.sorted(steeply: isSteep) }
    direction = block.direction
  }

  /// A hall's rows as blocks, those of a section one after another.
  static func blocks(of rows: [(section: Int, row: SeatRow)], pitch: Double) -> [SeatBlock] {
    var blocks: [SeatBlock] = []
    for (section, row) in rows {
      // Rows may be told side by side: the left wing's first, the right wing's first, the left wing's second.
      let near = blocks.indices.suffix(4).last {
        blocks[$0].section == section && blocks[$0].takes(row, pitch: pitch)
      }
      if let near {
        blocks[near].add(row)
      } else {
        blocks.append(SeatBlock(row, section: section))
      }
    }
    return blocks.map(SeatBlock.init(complete:))
  }

  private mutating func add(_ row: SeatRow) {
    let isAlong = direction.x * row.chord.x + direction.y * row.chord.y >= 0
    direction = direction + (isAlong ? row.chord : Plan.Point(x: -row.chord.x, y: -row.chord.y))
    rows.append(row)
  }

  /// By row: the height at which it, or what would go on with it, passes the block's middle. Rows of a slanted block
  /// keep their order so, however long each is.
  var heights: [Double] {
    let middles = rows.map { $0.middle(\.x) }
    let middle = ((middles.min() ?? 0) + (middles.max() ?? 0)) / 2
    let slope = direction.x == 0 ? 0 : direction.y / direction.x
    return zip(rows, middles).map { $0.middle(\.y) + (middle - $1) * slope }
  }

  /// Whether a row goes on with the block: it runs the same way, within 25 degrees, a few seats away at most, and has the
  /// same pitch. What is twice as wide is no other pitch, but a row of which every other seat is missing.
  private func takes(_ row: SeatRow, pitch: Double) -> Bool {
    guard shape == .level, !row.isBent, let last = rows.last, last.distance(to: row) <= 4 * pitch else { return false }
    let turn = direction.x * row.chord.y - direction.y * row.chord.x
    guard abs(turn) <= 0.42 * direction.length * row.chord.length else { return false }
    guard let own = row.pitch, let usual = rows.lazy.compactMap(\.pitch).first else { return true }
    let ratio = max(own, usual) / min(own, usual)
    return ratio < 1.25 || ratio > 1.8
  }
}

extension Array {
  fileprivate func sum(_ value: (Element) -> Double) -> Double { reduce(0) { $0 + value($1) } }
}
