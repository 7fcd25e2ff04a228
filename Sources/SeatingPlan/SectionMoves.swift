/// From section to section.
extension SeatGrid {
  /// The section that lies nearest in a direction, nil at the edge. What lies aside counts double, a line as much as two
  /// columns, and what lies more than twice as far aside as ahead is not in that direction.
  package func section(from section: Int, towards direction: Direction) -> Int? {
    let middle = middle(of: section)
    let others = sections.indices.filter { $0 != section }.compactMap { other -> (section: Int, cost: Int)? in
      let there = self.middle(of: other)
      let (right, down) = (there.x - middle.x, there.y - middle.y)
      let (along, aside): (Int, Int) =
        switch direction {
        case .left: (-right, abs(down))
        case .right: (right, abs(down))
        case .up: (-down, abs(right))
        case .down: (down, abs(right))
        }
      return along > 0 && aside <= 2 * along ? (other, along + 2 * aside) : nil
    }
    return others.min { ($0.cost, $0.section) < ($1.cost, $1.section) }?.section
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
