internal import Booking
internal import Canvas
internal import SeatingPlan
internal import Wording

extension SeatMapScreen {
  mutating func refresh(_ shell: Shell, _ reason: RefreshReason) {
    let before = cursor
    if ended != nil, shell.isActive { ended = nil }
    if ended == nil, let user = shell.user, let status = shell.account?.status {
      if case .expired(_, let reason, _) = status.token.state {
        end(reason)
      } else if hall == nil, !isUnreadable {
        // Only the key that led here is an action (rule 9); trying again because time passed is none.
        open(shell, user, status.token.credential, reason == .opened ? .action : .refresh)
      } else if hall != nil {
        update(shell, user, status.token.credential)
      }
    }
    if ended != nil { dropEndedHolds(shell) }
    guard let hall else { return }
    if shell.size != arrangedFor || cursor != before { settle(hall, shell, moved: true) } else { countSeats() }
  }

  /// The token has ended: the screen stays as it is, and nothing is being typed or stretched any more.
  private mutating func end(_ reason: QueueToken.EndReason) {
    ended = reason
    search = nil
    if filter.field != nil { filter.cancel(among: board?.tiers ?? []) }
    range = nil
    count = nil
  }

  /// A map that stands still still shows what became of one's own holds: it changes with the message that tells it
  /// (H10).
  private mutating func dropEndedHolds(_ shell: Shell) {
    guard let board = opened?.board, let holds = shell.account?.holds else { return }
    let held = Set(holds.map(\.reservation.seat))
    let gone = board.own.map { board.seats[$0] }.filter { seat in
      if case .held = seat.status { !held.contains(seat.id) } else { false }
    }
    guard !gone.isEmpty else { return }
    _ = opened?.board.take(gone.map(\.freed), at: nil)
  }

  static let unreadable = LocalizedText("좌석 배치도를 읽을 수 없습니다.", "The seating plan cannot be read.")

  private mutating func open(_ shell: Shell, _ user: UserID, _ token: TokenCredential, _ visit: Visit) {
    guard
      let listing = shell.attempt({ [session] engine throws(BookingError) in
        try engine.seats(caller: user, token: token, session: session, visit: visit)
      }), let plan = shell.attempt({ [session] engine throws(BookingError) in try engine.hall(of: session) })
    else { return }
    guard let hall = HallView(plan), let board = SeatBoard(listing.seats, in: hall.grid, for: user)
    else {
      isUnreadable = true
      shell.say(.refusal, Self.unreadable.korean, Self.unreadable.english)
      return
    }
    opened = OpenHall(
      view: hall, session: listing.session, board: board, asOf: listing.asOf, lookedAt: shell.now)
    party = min(party, max(1, Int(shell.policy.maxHoldsPerUser)))
    cursor = hall.grid.nearestToStage(among: hall.grid.spots.indices, where: board.isFree) ?? 0
    zoom = .suiting(hall, in: SeatMapLayout(Chrome.area(of: shell.size)).map)
  }

  /// Reads only what changed since.
  mutating func update(_ shell: Shell, _ user: UserID, _ token: TokenCredential) {
    guard var opened else { return }
    let changes = shell.attempt { [session] engine throws(BookingError) in
      try engine.seatChanges(caller: user, token: token, session: session, after: opened.asOf)
    }
    guard let changes else { return }
    // Two copies of the seats would cost a whole hall at each change.
    self.opened = nil
    opened.asOf = changes.asOf
    // What happened while another screen was on top is no news of the last seconds.
    opened.board.lately = SeatBoard.lately(at: shell.rate)
    let isWatching = shell.now - opened.lookedAt < opened.board.lately
    opened.lookedAt = shell.now
    let changed: [Int]
    if !opened.board.hasPrices(of: changes.seats),
      let board = SeatBoard(changes.seats, in: opened.view.grid, for: user)
    {
      opened.board = board
      filter.set(filter.text, among: board.tiers)
      changed = chosen
    } else {
      changed = opened.board.take(changes.seats, at: isWatching ? shell.now : nil)
    }
    self.opened = opened
    let taken = changed.filter { !opened.board.isFree($0) && chosen.contains($0) }
    // Where it began, a range would bring them back.
    if !taken.isEmpty { range = nil }
    // What the same person took at another terminal needs no words.
    chosen.removeAll { taken.contains($0) && opened.board.own.contains($0) }
    lose(taken.filter { !opened.board.own.contains($0) }, shell)
  }

  /// Arranges the picture after a change: the map around the cursor, or the whole hall.
  mutating func settle(_ hall: HallView, _ shell: Shell, moved: Bool, isNew: Bool = false) {
    defer { countSeats() }
    let layout = SeatMapLayout(Chrome.area(of: shell.size))
    if arrangedFor != shell.size {
      arrangedFor = shell.size
      raster = nil
      minimap = nil
    }
    if zoom == .hall {
      if raster == nil {
        raster = OverviewDrawing.raster(of: hall, in: layout.map)
      }
      return
    }
    let cells = zoom.cells(digits: board?.digits ?? 2)
    let isOtherWidth = viewport.seatWidth != cells
    viewport.seatWidth = cells
    if isNew || isOtherWidth {
      viewport.center(on: hall.grid.spots[cursor], of: hall, in: layout.map)
    }
    if moved || isNew || isOtherWidth { viewport.follow(hall.grid.spots[cursor], of: hall, in: layout.map) }
    if minimap == nil, let panel = layout.panel {
      minimap = HallRaster(hall, in: Size(width: panel.width - 1, height: min(12, panel.height / 3)))
    }
  }

  /// The cells of the small picture, and of the whole hall's, are counted here once, and not in each frame.
  private mutating func countSeats() {
    guard let board else { return }
    if zoom == .hall { raster?.count(board, filter) } else { minimap?.count(board, filter) }
  }
}

extension Seat {
  /// The same seat when nobody has it.
  fileprivate var freed: Seat {
    Seat(id: id, label: label, tier: tier, price: price, status: .available, taker: nil)
  }
}
