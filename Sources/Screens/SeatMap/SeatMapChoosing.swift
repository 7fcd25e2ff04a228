internal import Booking
internal import Canvas
internal import SeatingPlan
internal import Wording

/// Which seats are chosen, before any is held.
extension SeatMapScreen {
  mutating func choose(_ act: Act, _ hall: HallView, _ shell: Shell) {
    switch act {
    case .choose: if range == nil { toggle(shell) } else { endRange(hall, shell) }
    case .range:
      guard range == nil else { return endRange(hall, shell) }
      range = SeatRange(anchor: cursor, base: chosen, needsShift: false)
      stretch(hall, shell)
    case .clearChoice: dropChoice()
    case .undo: undo(shell)
    case .best: best(hall, shell)
    case .partySize:
      let most = max(1, Int(shell.policy.maxHoldsPerUser))
      party = count.map { min($0, most) } ?? party % most + 1
    case .hold:
      // Somebody who typed a number expects it to count.
      if let count {
        return shell.say(
          .note, "Enter에는 수를 붙일 수 없어 \(count)을(를) 지웠습니다. 다시 누르면 예약합니다.",
          "Enter takes no number, so \(count) was dropped; press it again to hold.")
      }
      hold(shell)
    case .release: askToRelease(shell)
    case .confirmed(.release): release(shell)
    default: break
    }
  }

  /// Chooses other seats, so that undo finds the way back.
  private mutating func choose(_ seats: [Int]) {
    guard seats != chosen else { return }
    remember(chosen)
    chosen = seats
  }

  private mutating func remember(_ seats: [Int]) {
    history.append(seats)
    if history.count > 100 { history.removeFirst() }
  }

  private mutating func toggle(_ shell: Shell) {
    guard let board else { return }
    if chosen.contains(cursor) {
      choose(chosen.filter { $0 != cursor })
    } else if board.isOwnHold(cursor) {
      let hold = shell.holds.first { $0.reservation.seat == board.seats[cursor].id }?.reservation.id
      shell.say(
        .note, "이미 내가 임시 예약한 좌석입니다. c 결제, x 해제.", "You hold this seat already: c pays, x releases it.",
        while: hold.map { .held([$0]) })
    } else if !board.isFree(cursor) {
      shell.say(.seatTaken(board.seats[cursor].id))
    } else if chosen.count >= allowance(shell) {
      shell.say(.tooManyHolds(limit: shell.policy.maxHoldsPerUser))
    } else {
      choose(chosen + [cursor])
    }
  }

  private mutating func dropChoice() {
    if let range {
      chosen = range.base
      if history.last == range.base { history.removeLast() }
      self.range = nil
    } else {
      choose([])
    }
  }

  private mutating func undo(_ shell: Shell) {
    range = nil
    while let before = history.popLast() {
      // What others took meanwhile does not come back.
      let seats = before.filter { board?.isFree($0) == true }
      guard seats == chosen else {
        chosen = seats
        return
      }
    }
    shell.say(.note, "되돌릴 선택이 없습니다.", "There is no choice to undo.")
  }

  /// Moves with Shift held: everything between where it began and the cursor is chosen.
  mutating func extend(_ direction: Direction, _ hall: HallView, _ shell: Shell) {
    if range == nil { range = SeatRange(anchor: cursor, base: chosen, needsShift: true) }
    step(direction, max(1, count ?? 1), hall)
    stretch(hall, shell)
  }

  /// The range reaches to the cursor, wherever a click or a search has led it.
  private mutating func endRange(_ hall: HallView, _ shell: Shell) {
    stretch(hall, shell)
    range = nil
  }

  /// Chooses the free seats between the range's beginning and the cursor, as many as one may hold. To undo it is one
  /// step, however it grew.
  mutating func stretch(_ hall: HallView, _ shell: Shell) {
    guard let range else { return }
    let seats =
      isList
      ? hall.grid.listedSeats(from: range.anchor, to: cursor)
      : hall.grid.box(from: range.anchor, to: cursor)
    let more = seats.filter { isWanted($0) && !range.base.contains($0) }
    let room = max(0, allowance(shell) - range.base.count)
    if more.count > room { shell.say(.tooManyHolds(limit: shell.policy.maxHoldsPerUser)) }
    let all = range.base + more.prefix(room)
    if all != chosen, history.last != range.base { remember(range.base) }
    chosen = all
  }

  /// The best seats for the party, and at the next press the next best.
  private mutating func best(_ hall: HallView, _ shell: Shell) {
    if let count, count != party {
      party = count
      offered = []
    }
    guard party <= allowance(shell) else {
      party = max(1, min(party, Int(shell.policy.maxHoldsPerUser)))
      shell.say(.tooManyHolds(limit: shell.policy.maxHoldsPerUser))
      return
    }
    guard let board else { return }
    let wanted = board.wanted(filter)
    let search = BestSeats(hall.grid, party: party) { wanted[$0] }
    var offer = search.offer(without: offered)
    if offer == nil, !offered.isEmpty {
      offered = []
      offer = search.offer()
      shell.say(.note, "마지막 추천이었습니다. 처음부터 다시 보여 드립니다.", "Those were all; here is the best again.")
    }
    guard let offer else {
      shell.say(
        .refusal, "빈 좌석이 \(party)석이 안 됩니다.", "Fewer than \(seatCount(party)) are free.", while: .fewerFree(party))
      return
    }
    let before = offered.count / max(1, party)
    if before > 0, offer.parts == 1 {
      shell.say(.note, "\(before + 1)번째 추천", "Suggestion \(before + 1)")
    }
    if before == 0, !chosen.isEmpty, offer.parts == 1, Set(offer.seats) != Set(chosen), shell.message == nil {
      shell.say(.note, "골랐던 좌석 대신입니다. u로 되돌립니다.", "This replaces what you had chosen; u brings it back.")
    }
    if offer.parts > 1 {
      shell.say(
        .note, "나란히 \(party)석은 없어 \(offer.parts)곳으로 나누었습니다.",
        "No \(party) seats are free side by side; these are in \(offer.parts) places.")
    }
    range = nil
    offered.formUnion(offer.seats)
    choose(offer.seats)
    cursor = offer.seats[0]
  }

  /// Seats that the choice would leave alone, such as "C-5, C-8"; empty when there are none.
  var strandedNames: String {
    guard let hall, let board, !chosen.isEmpty else { return "" }
    return hall.grid.loneSeats(leftBy: chosen, where: board.isFree).map { board.seats[$0].label }
      .map(\.inSection.clean).joined(separator: ", ")
  }

  /// By how much the choice and what is held already cost more than there is in the wallet; nil when they do not.
  func missingMoney(_ shell: Shell) -> Won? {
    guard let board, let balance = shell.account?.user.balance, !chosen.isEmpty else { return nil }
    let total = chosen.map { board.seats[$0].price }.sum() + shell.holds.map(\.reservation.price).sum()
    return total > balance ? total - balance : nil
  }
}
