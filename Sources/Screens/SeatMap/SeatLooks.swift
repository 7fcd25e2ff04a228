internal import Booking
internal import Canvas

/// How a seat of the map looks, and the gap behind it.
struct SeatLook: Hashable {
  let sign: Unicode.Scalar
  let style: Style
  /// Gaps take the style of the seat before them where it stands on the floor, so that a step across needs no colours of
  /// its own.
  let gap: Style

  init(_ sign: Unicode.Scalar, _ style: Style, _ theme: Theme) {
    self.sign = sign
    self.style = style
    let isOnFloor = style.colors?.background == theme.floor.colors?.background && style.attributes.isEmpty
    gap = isOnFloor ? style : theme.floor
  }
}

/// How each kind of seat looks, worked out once for a picture: who it is free for, never by colour alone.
struct SeatLooks {
  /// Free seats by tier, as the filter has them.
  let free: [SeatLook]
  private let chosen, held, ownHold, sold, ownTicket: SeatLook
  private let theme: Theme

  init(_ tiers: [TierPrice], _ filter: SeatFilter, _ theme: Theme) {
    let marks = TierMarks(tiers, theme)
    let glyphs = theme.glyphs
    self.theme = theme
    free = tiers.indices.map { tier in
      filter.passes(tier: tier)
        ? SeatLook(marks.signs[tier], theme.seat(tier: tier), theme)
        : SeatLook(glyphs.seatPassedOver, theme.soldSeat, theme)
    }
    chosen = SeatLook(glyphs.seatChosen, theme.chosenSeat, theme)
    held = SeatLook(glyphs.seatHeld, theme.othersHold, theme)
    ownHold = SeatLook(glyphs.seatOwnHold, theme.ownHold, theme)
    sold = SeatLook(glyphs.seatSold, theme.soldSeat, theme)
    ownTicket = SeatLook(glyphs.seatOwnTicket, theme.ownTicket, theme)
  }

  func look(of place: Int, _ board: SeatBoard, isChosen: Bool, at now: Timestamp) -> SeatLook {
    let plain = plainLook(of: place, board, isChosen: isChosen)
    guard board.changedLately(place, at: now) else { return plain }
    return SeatLook(plain.sign, theme.lately(plain.style), theme)
  }

  private func plainLook(of place: Int, _ board: SeatBoard, isChosen: Bool) -> SeatLook {
    if isChosen { return chosen }
    return switch board.seats[place].status {
    case .available: free[board.tierOf[place]]
    case .held: board.own.contains(place) ? ownHold : held
    case .sold: board.own.contains(place) ? ownTicket : sold
    }
  }
}
