internal import Booking
internal import Canvas
internal import SeatingPlan

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
    if let hall, shell.size != arrangedFor || cursor != before { settle(hall, shell, moved: true) }
  }

  /// The token has ended: the screen stays as it is, and nothing is being typed or stretched any more.
  private mutating func end(_ reason: QueueToken.EndReason) {
    ended = reason
    if search != nil { search = nil }
    filter.field = nil
    range = nil
    count = nil
  }

  private mutating func open(_ shell: Shell, _ user: UserID, _ token: TokenCredential, _ visit: Visit) {
    guard
      let listing = shell.attempt({ [session] engine throws(BookingError) in
        try engine.seats(caller: user, token: token, session: session, visit: visit)
      }), let plan = shell.attempt({ [session] engine throws(BookingError) in try engine.hall(of: session) })
    else { return }
    guard let hall = HallView(plan), let board = SeatBoard(listing.seats, in: hall.grid) else {
      isUnreadable = true
      shell.say(.refusal, "좌석 배치도를 읽을 수 없습니다.", "The seating plan cannot be read.")
      return
    }
    self.board = board
    evening = listing.session
    asOf = listing.asOf
    lookedAt = shell.now
    self.hall = hall
    party = min(party, max(1, Int(shell.policy.maxHoldsPerUser)))
    cursor = hall.grid.nearestToStage(where: board.isFree) ?? 0
    zoom = .suiting(hall, in: SeatMapLayout(Chrome.area(of: shell.size)).map)
  }

  /// Reads only what changed since.
  mutating func update(_ shell: Shell, _ user: UserID, _ token: TokenCredential) {
    let changes = shell.attempt { [session, asOf] engine throws(BookingError) in
      try engine.seatChanges(caller: user, token: token, session: session, after: asOf)
    }
    guard let changes else { return }
    asOf = changes.asOf
    // What happened while another screen was on top is no news of the last seconds.
    let isWatching = lookedAt.map { shell.now - $0 < SeatBoard.lately } ?? false
    lookedAt = shell.now
    let changed = board?.take(changes.seats, at: isWatching ? shell.now : nil, for: user) ?? []
    let taken = changed.filter { board?.isFree($0) == false && chosen.contains($0) }
    // What the same person took at another terminal needs no words.
    chosen.removeAll { taken.contains($0) && board?.seats[$0].taker == user }
    lose(taken.filter { board?.seats[$0].taker != user }, shell)
  }

  /// Arranges the picture after a change: the map around the cursor, or the whole hall.
  mutating func settle(_ hall: HallView, _ shell: Shell, moved: Bool, isNew: Bool = false) {
    let layout = SeatMapLayout(Chrome.area(of: shell.size))
    if arrangedFor != shell.size {
      arrangedFor = shell.size
      raster = nil
      minimap = nil
    }
    if zoom == .hall {
      if raster == nil {
        raster = HallRaster(hall, in: OverviewDrawing.room(in: layout.map))
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
      minimap = HallRaster(hall, in: Size(width: panel.width - 1, height: min(8, panel.height / 3)))
    }
  }
}
