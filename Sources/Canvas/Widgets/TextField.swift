/// One line of text being typed. Letters are text here; the owner sees to Enter and Esc.
package struct TextField: Hashable, Sendable {
  package private(set) var text: [Unicode.Scalar]
  package private(set) var caret: Int
  private let limit: Int

  /// `limit` is in characters; what is typed beyond it is not taken.
  package init(_ text: String = "", limit: Int = 80) {
    self.text = Array(text.unicodeScalars.prefix(limit))
    self.limit = limit
    caret = self.text.count
  }

  package var value: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text)
    return String(view)
  }

  /// Takes a key. False when the field has no use for it.
  package mutating func handle(_ key: Key) -> Bool {
    if let scalar = key.text, scalar.cellWidth > 0 {
      insert(scalar)
      return true
    }
    switch key {
    case .backspace:
      if caret > 0 {
        text.remove(at: caret - 1)
        caret -= 1
      }
    case Key(.delete): if caret < text.count { text.remove(at: caret) }
    case .left: caret = max(0, caret - 1)
    case .right: caret = min(text.count, caret + 1)
    case .home, .control("a"): caret = 0
    case .end, .control("e"): caret = text.count
    case .control("u"):
      text.removeFirst(caret)
      caret = 0
    default: return false
    }
    return true
  }

  /// Takes a pasted text, without what cannot be shown.
  package mutating func paste(_ pasted: String) {
    for scalar in pasted.composed.unicodeScalars where scalar.cellWidth > 0 { insert(scalar) }
  }

  private mutating func insert(_ scalar: Unicode.Scalar) {
    guard text.count < limit else { return }
    text.insert(scalar, at: caret)
    caret += 1
  }

  /// Draws the field and parks the cursor in it.
  package func draw(in grid: inout Grid, x: Int, y: Int, width: Int, style: Style) {
    grid.fill(Rect(x: x, y: y, width: width, height: 1), style: style)
    var start = 0
    while start < caret, text[start..<caret].reduce(0, { $0 + $1.cellWidth }) >= width { start += 1 }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text[start...])
    grid.put(String(view), x: x, y: y, style: style, width: width)
    grid.cursor = Position(x: x + text[start..<caret].reduce(0) { $0 + $1.cellWidth }, y: y)
    grid.isCursorVisible = true
  }
}
