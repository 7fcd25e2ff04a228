/// The lines of a hall's seats: those of level rows one by one, those of steep blocks by their front.
struct SeatLines {
  /// By line: its seats but those of steep blocks, in no order.
  private(set) var level: [[Int]] = []
  let steep: [SteepBlock]
  /// By steep block: the line of its front.
  private(set) var fronts: [Int]
  /// The usual distance between rows, in pixels.
  let gap: Double
  /// Heights in pixels at which lines begin, from the front.
  private(set) var heights: [(line: Int, height: Double)] = []

  /// The height of the line that was begun last.
  private var anchor = 0.0
  /// By line: columns in which about a seat stands.
  private var taken: [ColumnSet] = []
  /// The last seat of a steep block among those before the rank at hand.
  private var last: (line: Int, height: Double)?

  init(_ blocks: SeatBlocks) {
    let ranks = blocks.all.flatMap { Rank.ranks(of: $0) }
    steep = blocks.all.filter { $0.shape == .steep }.map { SteepBlock($0, of: blocks) }
    fronts = [Int](repeating: 0, count: steep.count)
    gap = Rank.gap(of: ranks, pitch: blocks.pitch)
    place(ranks, blocks)
  }

  private mutating func place(_ ranks: [Rank], _ blocks: SeatBlocks) {
    var begun = Begun(ranks, steep)
    let items =
      ranks.enumerated().map { (height: $1.height, seat: $1.seats[0], index: $0, isSteep: false) }
      + steep.enumerated().map { (height: $1.top, seat: $1.seats[0], index: $0, isSteep: true) }
    var passed = SteepSeats(steep, blocks.positions)
    for item in items.sorted(by: { ($0.height, $0.seat) < ($1.height, $1.seat) }) {
      passed.advance(to: item.height - gap / 2, fronts)
      last = passed.last
      if item.isSteep {
        place(item.index, least: begun.add(steep[item.index].section, at: item.height) ? 2 : 1)
      } else {
        place(ranks[item.index], least: begun.add(ranks[item.index].section, at: item.height) ? 2 : 1, blocks)
      }
    }
    addHeights(blocks.positions)
  }

  /// Lines in which only steep rows have seats lie at their height, as far as that is between those of the lines around.
  private mutating func addHeights(_ positions: [Plan.Point]) {
    var found = [Double](repeating: .infinity, count: taken.count)
    for (block, front) in zip(steep, fronts) {
      for (seat, spot) in zip(block.seats, block.spots) {
        found[front + spot.line] = min(found[front + spot.line], positions[seat].y)
      }
    }
    for known in heights { found[known.line] = .infinity }
    let added = found.enumerated().filter { $1 < .infinity }.map { (line: $0, height: $1, isLevel: false) }
    guard !added.isEmpty else { return }
    let all = (heights.map { (line: $0.line, height: $0.height, isLevel: true) } + added).sorted { $0.line < $1.line }
    var (next, last) = (Double.infinity, -Double.infinity)
    let before = all.reversed().filter { entry in
      if entry.isLevel { next = entry.height }
      return entry.isLevel || entry.height < next
    }
    heights = before.reversed().filter { entry in
      guard entry.isLevel || entry.height > last else { return false }
      last = entry.height
      return true
    }.map { ($0.line, $0.height) }
  }

  /// Rows closer than half a row's gap share a line unless one stands before the other.
  private mutating func place(_ rank: Rank, least: Int, _ blocks: SeatBlocks) {
    let columns = ColumnSet(rank.seats.lazy.map { blocks.across[$0].cells })
    if level.isEmpty || rank.height - anchor >= gap / 2 || !taken[level.count - 1].isDisjoint(with: columns) {
      var line = next(at: rank.height, least: least)
      while line < taken.count, !taken[line].isDisjoint(with: columns) { line += 1 }
      begin(line, at: rank.height)
    }
    level[level.count - 1] += rank.seats
    taken[level.count - 1].formUnion(columns)
  }

  private mutating func place(_ index: Int, least: Int) {
    let block = steep[index]
    let isNear = !level.isEmpty && block.top - anchor < gap / 2
    var line = isNear ? level.count - 1 : next(at: block.top, least: least)
    if level.isEmpty || line > level.count { begin(line, at: block.top) }
    let columns = Dictionary(grouping: block.spots, by: \.line).mapValues { spots in
      ColumnSet(spots.lazy.map { block.column + $0.column })
    }
    func meets(_ line: Int) -> Bool {
      columns.contains { offset, columns in
        line + offset < taken.count && !taken[line + offset].isDisjoint(with: columns)
      }
    }
    // Where many lie on one another, the columns keep them apart.
    for _ in 0..<24 where meets(line) { line += 1 }
    fronts[index] = line
    for (offset, columns) in columns {
      while taken.count <= line + offset { taken.append([]) }
      taken[line + offset].formUnion(columns)
    }
  }

  /// The line after the last for what stands at a height. A wide gap leaves lines empty, and so does what must not be
  /// nearer; steep rows that run along the gap keep it as wide as it is.
  private func next(at height: Double, least: Int) -> Int {
    guard !level.isEmpty else { return 0 }
    let distance = height - anchor
    let line = level.count - 1
    let step = max(least, min(3, (distance / gap).cells))
    guard step > 1, let last else { return line + step }
    let behind = last.line + max(least, min(3, ((height - last.height) / gap).cells))
    return max(line + step, least > 1 ? behind : min(behind, line + (distance / gap).cells))
  }

  private mutating func begin(_ line: Int, at height: Double) {
    while level.count <= line { level.append([]) }
    while taken.count <= line { taken.append([]) }
    anchor = height
    heights.append((line, height))
  }
}

/// Seats that share a line: a level row, or one seat of a row that turns.
private struct Rank {
  let seats: [Int]
  let section: Int
  /// The height of its middle, which stays between its neighbours' when rows are curved or slanted.
  let height: Double

  static func ranks(of block: SeatBlock) -> [Rank] {
    switch block.shape {
    case .steep: []
    case .level:
      zip(block.rows, block.heights).map { Rank(seats: $0.seats, section: block.section, height: $1) }
    case .bent:
      block.rows.flatMap { row in
        zip(row.seats, row.points).map { Rank(seats: [$0], section: block.section, height: $1.y) }
      }
    }
  }

  /// The usual distance between the rows of a section. What is closer than seats can stand is one row in parts.
  static func gap(of ranks: [Rank], pitch: Double) -> Double {
    let gaps = Dictionary(grouping: ranks, by: \.section).values.flatMap { ranks in
      let heights = ranks.map(\.height).sorted()
      return zip(heights, heights.dropFirst()).map { $1 - $0 }.filter { $0 > pitch / 2 }
    }
    return gaps.median ?? pitch
  }
}

/// Which sections have begun, from the front.
private struct Begun {
  /// By section: the height at which it ends.
  private let ends: [Int: Double]
  private var end = -Double.infinity
  private var sections: Set<Int> = []

  init(_ ranks: [Rank], _ steep: [SteepBlock]) {
    ends = Dictionary(
      ranks.map { ($0.section, $0.height) } + steep.map { ($0.section, $0.bottom) }, uniquingKeysWith: max)
  }

  /// Whether the section begins here behind all that came before it: its name stands there.
  mutating func add(_ section: Int, at height: Double) -> Bool {
    guard sections.insert(section).inserted else { return false }
    let isBehindAll = end < height
    end = max(end, ends[section] ?? height)
    return isBehindAll
  }
}

/// The seats of steep blocks, which are passed from the front.
private struct SteepSeats {
  private let seats: [(height: Double, block: Int, line: Int)]
  private var next = 0
  /// The line that lies furthest behind of those passed, and its height.
  private(set) var last: (line: Int, height: Double)?

  init(_ steep: [SteepBlock], _ positions: [Plan.Point]) {
    seats = steep.enumerated().flatMap { index, block in
      zip(block.seats, block.spots).map { (positions[$0].y, index, $1.line) }
    }.sorted { $0.height < $1.height }
  }

  /// `fronts` are known of blocks that begin before the height.
  mutating func advance(to height: Double, _ fronts: [Int]) {
    while next < seats.count, seats[next].height <= height {
      let line = fronts[seats[next].block] + seats[next].line
      if last.map({ line >= $0.line }) ?? true { last = (line, seats[next].height) }
      next += 1
    }
  }
}
