internal import Booking
internal import Canvas
internal import SeatingPlan

extension SeatMapScreen {
  mutating func refresh(_ shell: Shell, _ reason: RefreshReason) {
    if ended != nil, shell.isActive { ended = nil }
    guard ended == nil, let user = shell.user, let status = shell.account?.status else { return }
    if case .expired(_, let reason, _) = status.token.state {
      ended = reason
      return
    }
    if hall == nil, !isUnreadable {
      // Only the key that led here is an action (rule 9); trying again because time passed is none.
      open(shell, user, status.token.credential, reason == .opened ? .action : .refresh)
    } else if hall != nil {
      update(shell, user, status.token.credential)
    }
    guard let hall else { return }
    let map = SeatMapLayout(Chrome.area(of: shell.size)).map
    viewport.fit(hall, in: map)
    viewport.follow(hall.grid.spots[cursor], of: hall, in: map)
  }

  private mutating func open(_ shell: Shell, _ user: UserID, _ token: TokenCredential, _ visit: Visit) {
    guard
      let listing = shell.attempt({ [session] engine throws(BookingError) in
        try engine.seats(caller: user, token: token, session: session, visit: visit)
      }), let plan = shell.attempt({ [session] engine throws(BookingError) in try engine.hall(of: session) })
    else { return }
    guard let hall = HallView(plan), !hall.grid.places.isEmpty else {
      isUnreadable = true
      shell.say(.refusal, "좌석 배치도를 읽을 수 없습니다.", "The seating plan cannot be read.")
      return
    }
    let byPlan = Dictionary(listing.seats.map { ($0.label.planID, $0) }) { first, _ in first }
    seats = hall.grid.places.map { byPlan[$0.guid] }
    for (index, seat) in seats.enumerated() { if let seat { places[seat.id] = index } }
    let prices = Dictionary(listing.seats.map { ($0.tier, $0.price) }) { first, _ in first }
    tiers = prices.map { TierPrice(tier: $0.key, price: $0.value) }.sorted { ($1.price, $0.tier) < ($0.price, $1.tier) }
    evening = listing.session
    asOf = listing.asOf
    self.hall = hall
    cursor = hall.grid.nearestToStage(where: isFree) ?? hall.grid.lines.first?.first ?? 0
  }

  /// Reads only what changed since.
  mutating func update(_ shell: Shell, _ user: UserID, _ token: TokenCredential) {
    let changes = shell.attempt { [session, asOf] engine throws(BookingError) in
      try engine.seatChanges(caller: user, token: token, session: session, after: asOf)
    }
    guard let changes else { return }
    asOf = changes.asOf
    var lost: [Int] = []
    for seat in changes.seats {
      guard let place = places[seat.id] else { continue }
      seats[place] = seat
      if seat.status != .available, seat.taker != user, chosen.contains(place) { lost.append(place) }
    }
    lose(lost, shell)
  }

  /// How many seats of a tier are free.
  func remaining(of tier: String) -> Int64 {
    seats.reduce(0) { $0 + ($1?.tier == tier && $1?.status == .available ? 1 : 0) }
  }
}
