/// From section to section.
extension SeatGrid {
  /// The section that lies nearest in a direction, nil at the edge. What lies aside counts double, a line as much as two
  /// columns, and what lies more than twice as far aside as ahead is not in that direction, unless some section could not
  /// be reached else. Of two round one middle, such as stalls with a gallery about them, the one that the plan lists first
  /// lies left of and above the other.
  package func section(from section: Int, towards direction: Direction) -> Int? {
    let ways = ways(from: section, towards: direction)
    if let straight = Self.nearest(ways.filter(\.isStraight)) { return straight }
    return ways.isEmpty || areAllReachedStraight ? nil : Self.nearest(ways)
  }

  private static func nearest(_ ways: [Way]) -> Int? {
    ways.min { ($0.cost, $0.section) < ($1.cost, $1.section) }?.section
  }

  /// The sections that lie ahead.
  private func ways(from section: Int, towards direction: Direction) -> [Way] {
    let middle = middle(of: section)
    return sections.indices.filter { $0 != section }.compactMap { other -> Way? in
      let there = self.middle(of: other)
      var (right, down) = (there.x - middle.x, there.y - middle.y)
      if right == 0, down == 0 {
        let order = other > section ? 1 : -1
        (right, down) = direction == .left || direction == .right ? (order, 0) : (0, order)
      }
      let (along, aside): (Int, Int) =
        switch direction {
        case .left: (-right, abs(down))
        case .right: (right, abs(down))
        case .up: (-down, abs(right))
        case .down: (down, abs(right))
        }
      guard along > 0 else { return nil }
      return Way(section: other, cost: along + 2 * aside, isStraight: aside <= 2 * along)
    }
  }

  /// Whether straight ways lead from each section to every other.
  private var areAllReachedStraight: Bool {
    let next = sections.indices.map { section in
      Direction.allCases.compactMap { Self.nearest(ways(from: section, towards: $0).filter(\.isStraight)) }
    }
    return sections.indices.allSatisfy { start in
      var seen: Set<Int> = [start]
      var open = [start]
      while let section = open.popLast() {
        for other in next[section] where seen.insert(other).inserted { open.append(other) }
      }
      return seen.count == sections.count
    }
  }

  /// A section that lies ahead.
  private struct Way {
    let section: Int
    let cost: Int
    let isStraight: Bool
  }

  /// In half columns, so that all middles are whole.
  private func middle(of section: Int) -> (x: Int, y: Int) {
    let section = sections[section]
    return (
      section.columns.lowerBound + section.columns.upperBound,
      2 * (section.lines.lowerBound + section.lines.upperBound)
    )
  }

  /// A section's seats, in the order of the plan.
  package func seats(ofSection section: Int) -> [Int] {
    rows.filter { $0.section == section }.flatMap(\.seats)
  }

  /// The section's place in reading order: by its first line, then from the left.
  package var sectionsAsRead: [Int] {
    sections.indices.sorted {
      (sections[$0].lines.lowerBound, sections[$0].columns.lowerBound, $0)
        < (sections[$1].lines.lowerBound, sections[$1].columns.lowerBound, $1)
    }
  }
}
