package import Canvas

/// The looks of everything. Colour is never the only sign: without it, glyphs and attributes carry the same meaning.
package struct Theme: Hashable, Sendable {
  package let hasColor: Bool
  package let glyphs: Glyphs

  package init(hasColor: Bool, glyphs: Glyphs) {
    self.hasColor = hasColor
    self.glyphs = glyphs
  }

  private static let black = Color(xterm: 16, basic: 0)
  /// One of the first sixteen, whose sequences are short: the map is redrawn at every step.
  private static let night = Color(xterm: 0, basic: 0)

  private func on(_ background: Color, _ foreground: Color = Theme.black, else plain: Style) -> Style {
    hasColor ? Style(colors: Style.Colors(foreground, on: background)) : plain
  }

  var topLine: Style { on(Color(xterm: 25, basic: 4), Color(xterm: 231, basic: 7), else: .reverse) }
  var caption: Style { on(Color(xterm: 229, basic: 3), else: .reverse) }
  var selected: Style { .reverse }
  var heading: Style { .bold }
  var faint: Style { .dim }
  var keyName: Style { .bold }
  var field: Style { Style(attributes: .underline) }
  var activeChip: Style { on(Color(xterm: 114, basic: 2), else: .reverse) }
  var waitingChip: Style { on(Color(xterm: 221, basic: 3), else: .bold) }
  var idleChip: Style { .dim }
  var holdChip: Style { on(Color(xterm: 214, basic: 3), else: .reverse) }
  var urgent: Style { on(Color(xterm: 203, basic: 1), else: Style(attributes: [.reverse, .bold])) }
  var success: Style { on(Color(xterm: 114, basic: 2), else: .bold) }
  var refusal: Style { on(Color(xterm: 203, basic: 1), else: Style(attributes: [.reverse, .bold])) }
  var note: Style { on(Color(xterm: 75, basic: 6), else: .bold) }
  var urgentBar: Style { on(Color(xterm: 236, basic: 0), Color(xterm: 203, basic: 1), else: .bold) }
  var bar: Style { on(Color(xterm: 236, basic: 0), Color(xterm: 75, basic: 6), else: .plain) }

  /// The charts of a show, told apart by their names where there is no colour.
  func chart(_ index: Int) -> Style {
    let colors = [
      Color(xterm: 221, basic: 3), Color(xterm: 114, basic: 2), Color(xterm: 214, basic: 3), Color(xterm: 75, basic: 6),
      Color(xterm: 203, basic: 1), Color(xterm: 141, basic: 5),
    ]
    return on(Theme.night, colors[index % colors.count], else: .plain)
  }

  /// The floor that seats stand on.
  var floor: Style { on(Theme.night, Color(xterm: 250, basic: 7), else: .plain) }
  var floorText: Style { on(Theme.night, Color(xterm: 245, basic: 7), else: .dim) }
  var stage: Style { on(Color(xterm: 239, basic: 7), Color(xterm: 231, basic: 0), else: .reverse) }

  /// How many tiers differ in colour.
  static let tierColors = 5

  /// An available seat of the `index`-th dearest tier; magenta, yellow, cyan, green: no red
  /// against green.
  func seat(tier index: Int) -> Style {
    let colors = [
      Color(xterm: 13, basic: 5), Color(xterm: 11, basic: 3), Color(xterm: 14, basic: 6), Color(xterm: 10, basic: 2),
      Color(xterm: 15, basic: 7),
    ]
    return on(Theme.night, colors[index % colors.count], else: .plain)
  }

  var othersHold: Style { on(Theme.night, Color(xterm: 243, basic: 7), else: .dim) }
  var soldSeat: Style { on(Theme.night, Color(xterm: 240, basic: 7), else: .dim) }
  var chosenSeat: Style { on(Color(xterm: 44, basic: 6), else: Style(attributes: [.bold, .underline])) }
  /// Laid over the seat under the cursor. Two of the first sixteen colours and no attribute, so that a step costs few
  /// bytes.
  func cursor(over seat: Style) -> Style {
    hasColor
      ? Style(colors: Style.Colors(Theme.night, on: Color(xterm: 7, basic: 7))) : seat.with([.reverse, .bold])
  }
  /// The name of the section under the cursor, where the whole hall is drawn.
  var selectedSection: Style { on(Color(xterm: 7, basic: 7), Theme.night, else: Style(attributes: [.reverse, .bold])) }
  /// Laid over a seat that changed in the last seconds.
  func lately(_ seat: Style) -> Style {
    hasColor
      ? Style(
        colors: Style.Colors(seat.colors?.foreground ?? Theme.night, on: Color(xterm: 25, basic: 4)), attributes: .bold
      )
      : seat.with([.underline, .bold])
  }
  /// Laid over the part of the small hall that the map shows.
  func visiblePart(_ cell: Style) -> Style {
    hasColor
      ? Style(
        colors: Style.Colors(cell.colors?.foreground ?? Color(xterm: 250, basic: 7), on: Color(xterm: 237, basic: 4)))
      : cell.with(.reverse)
  }
  var ownHold: Style { on(Color(xterm: 226, basic: 3), else: .bold) }
  var ownTicket: Style { on(Color(xterm: 75, basic: 6), else: .bold) }
}

extension Glyphs {
  var seatAvailable: Unicode.Scalar { isASCII ? "." : "▢" }
  var seatHeld: Unicode.Scalar { isASCII ? "o" : "░" }
  var seatOwnHold: Unicode.Scalar { isASCII ? "@" : "◉" }
  var seatSold: Unicode.Scalar { isASCII ? "x" : "✕" }
  var seatOwnTicket: Unicode.Scalar { isASCII ? "#" : "✓" }
  var seatChosen: Unicode.Scalar { isASCII ? "*" : "☑" }
  /// A free seat that the filter passes over.
  var seatPassedOver: Unicode.Scalar { "-" }
}
