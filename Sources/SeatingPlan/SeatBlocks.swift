/// A hall's blocks, and what is usual in it. What is told of lengths is in the plan's pixels.
struct SeatBlocks {
  let all: [SeatBlock]
  let positions: [Plan.Point]
  /// The usual distance between neighbours from left to right; of those in steep rows, along the row.
  let pitch: Double
  let left: Double
  /// By seat: how many columns it lies from the left, and at which distance the seats of its row are no neighbours.
  private(set) var across: [Double]
  private(set) var reach: [Double]
  private let rowOf: [Int]

  init(_ rows: [SeatGrid.Row], at positions: [Plan.Point]) {
    self.positions = positions
    rowOf = rows.enumerated().flatMap { index, row in row.seats.map { _ in index } }
    let laid = rows.map { (section: $0.section, row: SeatRow($0.seats, at: positions)) }
    let pitch = laid.flatMap { $0.row.isSteep ? $0.row.steps : $0.row.levelSteps }.median ?? 30
    let left = positions.lazy.map(\.x).min() ?? 0
    (self.pitch, self.left) = (pitch, left)
    all = SeatBlock.blocks(of: laid, pitch: pitch)
    across = positions.map { ($0.x - left) / pitch }
    reach = [Double](repeating: 1.5 * pitch, count: positions.count)
    var usual: [Int: Double]?
    for block in all where block.shape != .bent {
      let steps = block.rows.flatMap(\.steps)
      let isTelling = steps.count >= 3
      if !isTelling, usual == nil {
        usual = Dictionary(grouping: laid, by: \.section).compactMapValues { $0.flatMap(\.row.steps).median }
      }
      let own = (isTelling ? steps.median : usual?[block.section]) ?? pitch
      // Seats still further apart are no neighbours.
      for seat in block.rows.lazy.flatMap(\.seats) { reach[seat] = 1.5 * (own > 2.5 * pitch ? pitch : own) }
      if block.shape == .level, isTelling { widen(block) }
    }
  }

  /// A block whose pitch is not the hall's is measured in its own, and so are its parts to both sides of a wide gap. Each
  /// keeps its middle.
  private mutating func widen(_ block: SeatBlock) {
    guard let own = block.rows.flatMap(\.levelSteps).median, own <= 2.5 * pitch,
      max(own, pitch) / min(own, pitch) >= 1.25
    else { return }
    let seats = block.rows.flatMap(\.seats).sorted { (positions[$0].x, $0) < (positions[$1].x, $1) }
    var start = 0
    for end in 1...seats.count {
      guard end == seats.count || positions[seats[end]].x - positions[seats[end - 1]].x > 3 * own else { continue }
      let middle = (positions[seats[start]].x + positions[seats[end - 1]].x) / 2
      for seat in seats[start..<end] {
        across[seat] = (middle - left) / pitch + (positions[seat].x - middle) / own
      }
      start = end
    }
  }

  /// Whether there is room for another seat between two that follow each other in a line.
  func isApart(_ a: Int, _ b: Int) -> Bool {
    rowOf[a] == rowOf[b]
      ? (positions[b] - positions[a]).length >= max(reach[a], reach[b]) : across[b] - across[a] >= 1.5
  }
}
