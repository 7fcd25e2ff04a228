internal import Booking
internal import Canvas

/// How a seat of the map looks.
extension SeatMapScreen {
  /// A seat's sign and style: who it is free for, never by colour alone.
  func look(of place: Int, _ board: SeatBoard, _ marks: TierMarks, _ shell: Shell) -> (
    sign: Unicode.Scalar, style: Style
  ) {
    let (sign, style) = plainLook(of: place, board, marks, shell)
    return board.changedLately(place, at: shell.now) ? (sign, shell.theme.lately(style)) : (sign, style)
  }

  private func plainLook(
    of place: Int, _ board: SeatBoard, _ marks: TierMarks, _ shell: Shell
  ) -> (sign: Unicode.Scalar, style: Style) {
    let theme = shell.theme
    let glyphs = shell.glyphs
    if !chosen.isEmpty, chosen.contains(place) { return (glyphs.seatChosen, theme.chosenSeat) }
    let isOwn = board.own.contains(place)
    switch board.seats[place].status {
    case .available:
      let tier = board.tierOf[place]
      return filter.passes(tier: tier)
        ? (marks.signs[tier], theme.seat(tier: tier)) : (glyphs.seatPassedOver, theme.soldSeat)
    case .held: return isOwn ? (glyphs.seatOwnHold, theme.ownHold) : (glyphs.seatHeld, theme.othersHold)
    case .sold: return isOwn ? (glyphs.seatOwnTicket, theme.ownTicket) : (glyphs.seatSold, theme.soldSeat)
    }
  }
}

/// The sign of a free seat of each tier: one for all where colour tells tiers apart, else a letter of its own: without
/// colour, and where there are more tiers than colours.
struct TierMarks {
  let signs: [Unicode.Scalar]

  init(_ tiers: [TierPrice], _ theme: Theme) {
    guard !theme.hasColor || tiers.count > Theme.tierColors else {
      signs = tiers.map { _ in theme.glyphs.seatAvailable }
      return
    }
    let names = tiers.map { $0.tier.clean.uppercased() }
    // A tier that is called by a letter has it, whatever other names begin with.
    let own = names.map { $0.unicodeScalars.count == 1 ? $0.unicodeScalars.first : nil }
    var taken = Set(own.compactMap { $0 })
    signs = zip(names, own).map { name, own in
      if let own, own.isASCII, own.properties.isAlphabetic { return own }
      let words = name.split(separator: " ")
      // The first letters of its words, then all its letters, then whatever letter is left.
      let candidates = words.compactMap(\.unicodeScalars.first) + words.flatMap(\.unicodeScalars) + Self.others
      let sign = candidates.first { $0.isASCII && $0.properties.isAlphabetic && !taken.contains($0) }
      taken.insert(sign ?? "?")
      return sign ?? theme.glyphs.seatAvailable
    }
  }

  private static let others = (65...90).map { Unicode.Scalar(UInt8($0)) }
}
