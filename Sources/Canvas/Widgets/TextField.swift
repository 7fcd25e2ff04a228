/// One line of text being typed. Letters are text here; the owner sees to Enter and Esc. A letter and its marks are one
/// character, which is stepped over and taken out whole.
package struct TextField: Hashable, Sendable {
  package private(set) var text: [Character]
  /// In characters.
  package private(set) var caret: Int
  private let limit: Int
  private var leftOut = LeftOut()

  /// What was not taken of what was typed or pasted.
  package struct LeftOut: Hashable, Sendable {
    /// Such as no text may have, or no cell shows; each once.
    package fileprivate(set) var characters: [Unicode.Scalar] = []
    /// How many characters there is room for, where that was not enough.
    package fileprivate(set) var limit: Int?

    package init() {}
  }

  /// `limit` is in characters, each of which counts for four scalars at most; what is typed beyond it is not taken.
  package init(_ text: String = "", limit: Int = 80) {
    self.text = Array(text.prefix(limit))
    self.limit = limit
    caret = self.text.count
  }

  package var value: String { String(text) }

  /// Takes a key. False when the field has no use for it.
  package mutating func handle(_ key: Key) -> Bool {
    if let scalar = key.text {
      insert(scalar)
      return true
    }
    switch key {
    case .backspace:
      if caret > 0 { replace((caret - 1)..<caret, with: "") }
    case Key(.delete): if caret < text.count { replace(caret..<(caret + 1), with: "") }
    case .left: caret = max(0, caret - 1)
    case .right: caret = min(text.count, caret + 1)
    case .home, .control("a"): caret = 0
    case .end, .control("e"): caret = text.count
    case .control("u"): replace(0..<caret, with: "")
    default: return false
    }
    return true
  }

  /// Takes a pasted text, without what no text may have.
  package mutating func paste(_ pasted: String) {
    for scalar in pasted.composed.unicodeScalars where !insert(scalar) { break }
  }

  /// What was not taken since this was last asked.
  package mutating func takeLeftOut() -> LeftOut {
    defer { leftOut = LeftOut() }
    return leftOut
  }

  /// False when there is no room left.
  @discardableResult
  private mutating func insert(_ scalar: Unicode.Scalar) -> Bool {
    // A mark needs a letter.
    guard scalar.isText, scalar.cellWidth > 0 || caret > 0 else {
      refuse(scalar)
      return true
    }
    let before = self
    replace(caret..<caret, with: String(scalar))
    if caret > 0, text[caret - 1].hasMoreMarksThanShown {
      self = before
      refuse(scalar)
      return true
    }
    let isRoom = text.count <= limit && value.unicodeScalars.count <= 4 * limit
    if !isRoom {
      self = before
      leftOut.limit = limit
    }
    return isRoom
  }

  private mutating func refuse(_ scalar: Unicode.Scalar) {
    if !leftOut.characters.contains(scalar) { leftOut.characters.append(scalar) }
  }

  /// Puts something in place of some characters, and the caret behind it. What comes together may become one character.
  private mutating func replace(_ range: Range<Int>, with new: String) {
    let head = String(text[..<range.lowerBound]) + new
    text = Array(head + String(text[range.upperBound...]))
    caret = min(text.count, head.count)
  }

  /// Draws the field and parks the cursor in it.
  package func draw(in grid: inout Grid, x: Int, y: Int, width: Int, style: Style) {
    grid.fill(Rect(x: x, y: y, width: width, height: 1), style: style)
    var start = 0
    while start < caret, String(text[start..<caret]).cellWidth >= width { start += 1 }
    grid.put(String(text[start...]), x: x, y: y, style: style, width: width)
    grid.cursor = Position(x: x + String(text[start..<caret]).cellWidth, y: y)
    grid.isCursorVisible = true
  }
}
