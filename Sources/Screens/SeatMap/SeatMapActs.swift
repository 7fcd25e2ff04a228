internal import Booking
internal import Canvas
internal import SeatingPlan

extension SeatMapScreen {
  mutating func perform(_ act: Act, _ shell: Shell) {
    if act == .joinQueue { EndedToken.joinAgain(shell, concert: concert?.id) }
    guard let hall else { return }
    switch act {
    case .left: move(hall.grid.seat(from: cursor, towards: .left))
    case .right: move(hall.grid.seat(from: cursor, towards: .right))
    case .up: move(hall.grid.seat(from: cursor, towards: .up))
    case .down: move(hall.grid.seat(from: cursor, towards: .down))
    case .pageUp: for _ in 0..<8 { move(hall.grid.seat(from: cursor, towards: .up)) }
    case .pageDown: for _ in 0..<8 { move(hall.grid.seat(from: cursor, towards: .down)) }
    case .first: move(hall.grid.lineEnds(of: cursor).first)
    case .last: move(hall.grid.lineEnds(of: cursor).last)
    case .nextFree: jump(to: hall.grid.readingOrder(after: cursor).first(where: isFree), shell)
    case .previousFree: jump(to: hall.grid.readingOrder(after: cursor).last(where: isFree), shell)
    case .choose: toggle(shell)
    case .clearChoice: chosen = []
    case .hold: hold(shell)
    case .release: askToRelease(shell)
    case .confirmed(.release): release(shell)
    default: break
    }
    viewport.follow(hall.grid.spots[cursor], of: hall, in: SeatMapLayout(Chrome.area(of: shell.size)).map)
  }

  private mutating func move(_ seat: Int?) { if let seat { cursor = seat } }

  private mutating func jump(to seat: Int?, _ shell: Shell) {
    guard let seat else {
      shell.say(.note, "예약할 수 있는 좌석이 없습니다.", "There is no free seat.")
      return
    }
    cursor = seat
  }

  func isFree(_ index: Int) -> Bool { seats[index]?.status == .available }

  func isOwnHold(_ index: Int, _ shell: Shell) -> Bool {
    guard index < seats.count, let seat = seats[index], seat.taker == shell.user, case .held = seat.status else {
      return false
    }
    return true
  }

  private mutating func toggle(_ shell: Shell) {
    if let index = chosen.firstIndex(of: cursor) {
      chosen.remove(at: index)
    } else if isOwnHold(cursor, shell) {
      shell.say(.note, "이미 내가 임시 예약한 좌석입니다. c 결제, x 해제.", "You hold this seat already: c pays, x releases it.")
    } else if let seat = seats[cursor], seat.status == .available {
      guard chosen.count + shell.holds.count < Int(shell.policy.maxHoldsPerUser) else {
        shell.say(.tooManyHolds(limit: shell.policy.maxHoldsPerUser))
        return
      }
      chosen.append(cursor)
    } else if let seat = seats[cursor] {
      shell.say(.seatTaken(seat.id))
    }
  }

  /// Holds what is chosen, or the seat under the cursor. The engine decides, not this copy of the map.
  private mutating func hold(_ shell: Shell) {
    guard let user = shell.user, let token = shell.credential else { return }
    let wanted = chosen.isEmpty ? [cursor] : chosen
    let ids = wanted.compactMap { seats[$0]?.id }
    var refusal: BookingError?
    let holds = shell.command(&attempt, for: "\(session)/\(ids)") { [session] engine, key throws(BookingError) in
      do throws(BookingError) {
        return try engine.holdSeats(caller: user, token: token, session: session, seats: ids, key: key)
      } catch {
        refusal = error
        throw error
      }
    }
    if case .seatTaken(let lost) = refusal, let place = places[lost] {
      cursor = place
      chosen.removeAll { $0 == place }
      sayTaken([place], BookingError.seatTaken(lost).sentence, shell)
    }
    guard let holds else { return }
    chosen = []
    // The map is right at once, even if the token ends before it is seen again.
    update(shell, user, token)
    let count = holds.count
    shell.say(.success, "좌석 임시 예약 성공 (\(count)석)", count == 1 ? "Seat held" : "\(count) seats held")
    shell.navigation = .push(CheckoutScreen())
  }

  /// Seats that were chosen and that others took meanwhile: the cursor shows where, and they are no longer chosen.
  mutating func lose(_ lost: [Int], _ shell: Shell) {
    guard let first = lost.first else { return }
    cursor = first
    chosen.removeAll { lost.contains($0) }
    sayTaken(lost, { $0("다른 분이 먼저 예약해 선택에서 뺐습니다.", "Someone was faster; no longer chosen.") }, shell)
  }

  private func sayTaken(_ lost: [Int], _ sentence: (Language) -> String, _ shell: Shell) {
    let labels = lost.compactMap { seats[$0]?.label }
    func names(_ language: Language) -> String { labels.map { $0.text(language).clean }.joined(separator: ", ") }
    shell.say(
      .refusal, LocalizedText(sentence(.korean), sentence(.english)),
      detail: LocalizedText("(\(names(.korean)))", "(\(names(.english)))"))
  }

  private mutating func askToRelease(_ shell: Shell) {
    guard let label = seats[cursor]?.label, case .held(let reservation) = seats[cursor]?.status else { return }
    asked = reservation
    shell.dialog = .confirm(
      [
        LocalizedText(
          "\(label.text(.korean).clean) 임시 예약을 해제할까요?", "Release \(label.text(.english).clean)?")
      ], yes: Dialog.Choice("y", "해제", "Release", .confirmed(.release)))
  }

  private func release(_ shell: Shell) {
    guard let user = shell.user, let reservation = asked,
      shell.attempt({ engine throws(BookingError) in try engine.release(caller: user, reservations: [reservation]) })
        != nil
    else { return }
    shell.say(.success, "임시 예약을 해제했습니다.", "The hold is released.")
  }
}
