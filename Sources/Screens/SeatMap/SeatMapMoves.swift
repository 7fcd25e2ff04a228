internal import Booking
internal import Canvas
internal import SeatingPlan

extension SeatMapScreen {
  /// Follows a key that moves the cursor. False when the act is no such key.
  mutating func move(_ act: Act, _ hall: HallView, _ shell: Shell) -> Bool {
    let times = max(1, min(count ?? 1, 999))
    switch act {
    case .left, .right, .up, .down: step(act.direction, times, hall)
    case .pageUp: step(.up, 8 * times, hall)
    case .pageDown: step(.down, 8 * times, hall)
    case .first, .count(0): cursor = rowEnds(hall).first
    case .last: cursor = rowEnds(hall).last
    case .nextFree: jump(to: free(times, hall), shell)
    case .previousFree: jump(to: free(times, backwards: true, hall), shell)
    case .nextSection: visitSection(after: times, hall)
    case .previousSection: visitSection(after: -times, hall)
    case .nextTier: visitTier(after: times, hall, shell)
    case .previousTier: visitTier(after: -times, hall, shell)
    default: return false
    }
    return true
  }

  mutating func step(_ direction: Direction?, _ times: Int, _ hall: HallView) {
    guard let direction else { return }
    if direction == .up || direction == .down { goal = goal ?? hall.grid.spots[cursor].column }
    for _ in 0..<times {
      guard let seat = neighbour(towards: direction, hall) else { break }
      cursor = seat
    }
  }

  /// On the map the row's ends as they lie, in the list the first and the last of its seats.
  private func rowEnds(_ hall: HallView) -> (first: Int, last: Int) {
    let row = hall.grid.rowOf[cursor]
    guard isList else { return hall.grid.ends(ofRow: row) }
    let seats = hall.grid.rows[row].seats
    return (seats.lowerBound, seats.upperBound - 1)
  }

  private func neighbour(towards direction: Direction, _ hall: HallView) -> Int? {
    if isList { return hall.grid.listedSeat(from: cursor, towards: direction) }
    guard zoom == .hall else { return hall.grid.seat(from: cursor, towards: direction, column: goal) }
    return hall.grid.section(from: hall.grid.section(of: cursor), towards: direction).map { door(of: $0, hall) }
  }

  /// The seat at which one enters a section: the best that is free and looked for, else its first.
  func door(of section: Int, _ hall: HallView) -> Int {
    let seats = hall.grid.seats(ofSection: section)
    return hall.grid.nearestToStage(among: seats, where: isWanted) ?? seats.first ?? cursor
  }

  private mutating func visitSection(after steps: Int, _ hall: HallView) {
    let order = hall.grid.sectionsAsRead
    guard let place = order.firstIndex(of: hall.grid.section(of: cursor)) else { return }
    let next = ((place + steps) % order.count + order.count) % order.count
    cursor = door(of: order[next], hall)
  }

  /// To the nearest free seat of the next tier that has one.
  private mutating func visitTier(after step: Int, _ hall: HallView, _ shell: Shell) {
    guard let board else { return }
    let count = board.tiers.count
    for more in 0..<count {
      let tier = ((board.tierOf[cursor] + step + step.signum() * more) % count + count) % count
      let nearest = nearest(to: cursor, hall) { board.tierOf[$0] == tier && isWanted($0) }
      if let nearest {
        cursor = nearest
        return
      }
    }
    jump(to: nil, shell)
  }

  /// The seat of those that pass which is nearest to another.
  func nearest(to seat: Int, _ hall: HallView, where isMeant: (Int) -> Bool) -> Int? {
    let spots = hall.grid.spots
    let here = spots[seat]
    func distance(_ other: Int) -> Int {
      abs(spots[other].column - here.column) + 2 * abs(spots[other].line - here.line)
    }
    return spots.indices.filter(isMeant).min { distance($0) < distance($1) }
  }

  /// The next free seats in the order in which the map, or the list, is read: the last of as many as are wanted. Where
  /// sections are all that can be told apart, the next of those that have some.
  private func free(_ times: Int, backwards: Bool = false, _ hall: HallView) -> Int? {
    if showsSections { return freeSection(times, backwards: backwards, hall) }
    return isList
      ? free(times, in: hall.grid.listOrder(from: cursor, backwards: backwards))
      : free(times, in: hall.grid.readingOrder(from: cursor, backwards: backwards))
  }

  private func freeSection(_ times: Int, backwards: Bool, _ hall: HallView) -> Int? {
    let order = backwards ? hall.grid.sectionsAsRead.reversed() : hall.grid.sectionsAsRead
    guard let board, let place = order.firstIndex(of: hall.grid.section(of: cursor)) else { return nil }
    let wanted = board.wanted(filter)
    let ahead = (order[(place + 1)...] + order[..<place]).filter { section in
      hall.grid.seats(ofSection: section).contains { wanted[$0] }
    }
    return ahead.isEmpty ? nil : door(of: ahead[(times - 1) % ahead.count], hall)
  }

  private func free(_ times: Int, in order: some Sequence<Int>) -> Int? {
    var left = times
    var last: Int?
    for seat in order where isWanted(seat) {
      last = seat
      left -= 1
      if left == 0 { break }
    }
    return last
  }

  private mutating func jump(to seat: Int?, _ shell: Shell) {
    guard let seat else {
      // The one that one stands on is no news.
      if isWanted(cursor) { return }
      if filter.isOn {
        shell.say(
          .note, "거른 조건에 맞는 빈 좌석이 없습니다. f로 바꿀 수 있습니다.", "No free seat passes the filter; f changes it.",
          while: .fewerFree(1))
      } else {
        shell.say(.note, "예약할 수 있는 좌석이 없습니다.", "There is no free seat.", while: .fewerFree(1))
      }
      return
    }
    cursor = seat
  }

  /// Whether a seat is free and passes the filter.
  func isWanted(_ place: Int) -> Bool {
    guard let board else { return false }
    return board.isFree(place) && filter.passes(tier: board.tierOf[place])
  }
}

extension Act {
  /// Where an arrow key points.
  var direction: Direction? {
    switch self {
    case .left: .left
    case .right: .right
    case .up: .up
    case .down: .down
    default: nil
    }
  }
}
