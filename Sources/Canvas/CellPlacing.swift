/// Follows a text and says where each of its scalars goes. What terminals draw in different widths is drawn plainly, so
/// that no row is out of line: of emoji that are joined the first, without the colour of the skin, and a sign without its
/// variation. Flags are two letters of one cell each, as most terminals have them.
struct CellPlacing {
  enum Place {
    /// In cells of its own.
    case cells(Int)
    /// On what was drawn before.
    case mark
    /// Nowhere.
    case none

    var width: Int { if case .cells(let width) = self { width } else { 0 } }
  }

  private var previous: Unicode.Scalar?
  private var isJoined = false

  mutating func next(_ scalar: Unicode.Scalar) -> Place {
    if (0x20..<0x7F).contains(scalar.value) { return takesCells(scalar, 1) }
    let width = scalar.cellWidth
    guard width > 0 else {
      if scalar.value == 0x200D { isJoined = true }
      return previous != nil && scalar.isDrawnMark ? .mark : .none
    }
    let isTied = isJoined || (0x1F3FB...0x1F3FF).contains(scalar.value)
    if isTied, let previous, previous.isPicture, scalar.isPicture {
      isJoined = false
      return .none
    }
    return takesCells(scalar, width)
  }

  private mutating func takesCells(_ scalar: Unicode.Scalar, _ width: Int) -> Place {
    previous = scalar
    isJoined = false
    return .cells(width)
  }
}

extension Unicode.Scalar {
  fileprivate var isPicture: Bool { value > 0x7F && properties.isEmoji }

  /// Whether it is drawn on a letter: marks, the later parts of a decomposed syllable, and what keeps letters apart that
  /// would join.
  var isDrawnMark: Bool {
    if value == 0x200C { return true }
    return cellWidth == 0 && !properties.isDefaultIgnorableCodePoint && isMarkOrJamo
  }

  private var isMarkOrJamo: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value)
    }
  }
}
