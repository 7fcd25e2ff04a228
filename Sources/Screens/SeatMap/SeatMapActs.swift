internal import Booking
internal import Canvas
internal import SeatingPlan
internal import Wording

extension SeatMapScreen {
  mutating func perform(_ act: Act, _ shell: Shell) {
    if act == .joinQueue { EndedToken.joinAgain(shell, concert: concert?.id) }
    guard let hall, board != nil else { return }
    if case .count(let digit) = act, digit > 0 || count != nil {
      count = min(999, (count ?? 0) * 10 + digit)
      return
    }
    let (before, zoomBefore, listBefore) = (cursor, zoom, isList)
    if !act.isAlongColumn { goal = nil }
    defer { count = nil }
    if act != .best { offered = [] }
    if search != nil, find(act, hall, shell) {
      if act == .submit { stretch(hall, shell) }
      return settle(hall, shell, moved: true, isNew: zoom != zoomBefore)
    }
    if filter.field != nil, filter(by: act, hall, shell) { return settle(hall, shell, moved: true) }
    if case .extend(let direction) = act {
      extend(direction, hall, shell)
    } else {
      if range?.needsShift == true, act != .clearChoice { range = nil }
      if move(act, hall, shell) { stretch(hall, shell) } else { choose(act, hall, shell) }
    }
    switch act {
    case .zoomIn: zoom = Zoom(rawValue: zoom.rawValue + 1) ?? zoom
    case .zoomOut: zoom = Zoom(rawValue: zoom.rawValue - 1) ?? zoom
    case .listView: isList.toggle()
    case .search: if let board { search = SeatSearch(from: cursor, among: board.seats, in: hall.grid) }
    case .filter: filter.edit()
    case .cancelEntry: filter.set("", among: [])
    default: break
    }
    settle(hall, shell, moved: cursor != before, isNew: zoom != zoomBefore || isList != listBefore)
  }

  /// Follows a key while a seat's name is typed. False when it is not for the search.
  private mutating func find(_ act: Act, _ hall: HallView, _ shell: Shell) -> Bool {
    switch act {
    case .typed: search?.look()
    case .down: search?.step(by: 1)
    case .up: search?.step(by: -1)
    case .cancelEntry:
      cursor = search?.origin ?? cursor
      search = nil
    case .submit:
      if search?.findsNothing == true {
        shell.say(.refusal, "그런 좌석이 없습니다.", "There is no such seat.")
      } else {
        // A seat that was named is to be seen.
        if let search, !search.matches.isEmpty, showsSections { zoom = .small }
        search = nil
      }
    default: return false
    }
    if let search { cursor = search.seat }
    return true
  }

  private mutating func filter(by act: Act, _ hall: HallView, _ shell: Shell) -> Bool {
    guard let board else { return false }
    switch act {
    case .typed: filter.set(filter.field?.value ?? "", among: board.tiers)
    case .up, .down: break
    case .cancelEntry: filter.cancel(among: board.tiers)
    case .submit where filter.findsNothing:
      let example = board.filterExample
      shell.say(
        .refusal, "그런 등급이나 가격은 없습니다. 예: \(example)", "There is no such tier or price. Like this: \(example)")
    case .submit:
      filter.field = nil
      if filter.isOn, !isWanted(cursor), let nearest = nearest(to: cursor, hall, where: isWanted) { cursor = nearest }
    default: return false
    }
    return true
  }

  /// Holds what is chosen, or the seat under the cursor. The engine decides, not this copy of the map.
  mutating func hold(_ shell: Shell) {
    guard let user = shell.user, let token = shell.credential, let board else { return }
    if let lost, lost.pictures == shell.pictures {
      // The key was meant for all that was chosen: all or none.
      self.lost = nil
      sayTaken(
        lost.seats, { $0("다른 분이 먼저 예약해 아무것도 예약하지 않았습니다.", "Someone was faster, so nothing was held.") }, shell)
      return
    }
    let ids = (chosen.isEmpty ? [cursor] : chosen).map { board.seats[$0].id }
    var refusal: BookingError?
    let holds = shell.command(&attempt, for: "\(session)/\(ids)") { [session] engine, key throws(BookingError) in
      do throws(BookingError) {
        return try engine.holdSeats(caller: user, token: token, session: session, seats: ids, key: key)
      } catch {
        refusal = error
        throw error
      }
    }
    if case .seatTaken(let lost) = refusal, let place = board.place(of: lost) {
      cursor = place
      range = nil
      chosen.removeAll { $0 == place }
      sayTaken([place], BookingError.seatTaken(lost).sentence, shell, while: .taken([lost]))
    }
    guard let holds else { return }
    chosen = []
    history = []
    range = nil
    // The map is right at once, even if the token ends before it is seen again.
    update(shell, user, token)
    let count = holds.count
    shell.say(
      .success, "좌석 임시 예약 성공 (\(count)석)", count == 1 ? "Seat held" : "\(count) seats held",
      while: .held(holds.map(\.id)))
    shell.navigation = .push(CheckoutScreen())
  }

  /// Seats that were chosen and that others took meanwhile: the cursor shows where, and they are no longer chosen.
  mutating func lose(_ lost: [Int], _ shell: Shell) {
    guard let first = lost.first else { return }
    cursor = first
    goal = nil
    range = nil
    chosen.removeAll { lost.contains($0) }
    self.lost = (lost, shell.pictures)
    sayTaken(lost, { $0("다른 분이 먼저 예약해 선택에서 뺐습니다.", "Someone was faster; no longer chosen.") }, shell)
  }

  private func sayTaken(
    _ lost: [Int], _ sentence: (Language) -> String, _ shell: Shell, while claim: Claim? = nil
  ) {
    let labels = lost.compactMap { board?.seats[$0].label }
    func names(_ language: Language) -> String { seatNames(labels, language) }
    shell.say(
      .refusal, LocalizedText(sentence(.korean), sentence(.english)),
      detail: LocalizedText("(\(names(.korean)))", "(\(names(.english)))"), while: claim)
  }

  mutating func askToRelease(_ shell: Shell) {
    guard let seat = board?.seats[cursor], case .held(let reservation) = seat.status else { return }
    asked = reservation
    shell.dialog = .confirm(
      [
        LocalizedText(
          "\(seat.label.unbroken(.korean)) 임시 예약을 해제할까요?", "Release \(seat.label.unbroken(.english))?")
      ], yes: Dialog.Choice("y", "해제", "Release", .confirmed(.release)))
  }

  func release(_ shell: Shell) {
    guard let user = shell.user, let reservation = asked,
      shell.attempt({ engine throws(BookingError) in try engine.release(caller: user, reservations: [reservation]) })
        != nil
    else { return }
    shell.say(.success, "임시 예약을 해제했습니다.", "The hold is released.")
  }
}

extension Act {
  /// Whether it moves up or down, for which the map remembers the column.
  fileprivate var isAlongColumn: Bool {
    switch self {
    case .up, .down, .pageUp, .pageDown, .extend(.up), .extend(.down): true
    default: false
    }
  }
}
