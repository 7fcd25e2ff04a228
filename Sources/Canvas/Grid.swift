/// One place of the screen.
package struct Cell: Hashable, Sendable {
  /// The number of what is drawn, 0 for nothing; a letter with marks on it has one of `MarkedLetters`.
  private var number: UInt32
  package var style: Style

  package init(_ scalar: Unicode.Scalar?, _ style: Style = .plain) {
    number = scalar?.value ?? 0
    self.style = style
  }

  /// What is drawn, without marks on it; nil in the second half of a character two cells wide.
  package var scalar: Unicode.Scalar? {
    get {
      guard MarkedLetters.isMarked(number) else { return number == 0 ? nil : Unicode.Scalar(number) }
      return MarkedLetters.scalars(of: number).first
    }
    set { number = newValue?.value ?? 0 }
  }

  /// What stands on the letter, at most four marks; nearly always none.
  package var marks: [Unicode.Scalar] {
    MarkedLetters.isMarked(number) ? Array(MarkedLetters.scalars(of: number).dropFirst()) : []
  }

  fileprivate mutating func put(on mark: Unicode.Scalar) { number = MarkedLetters.number(number, with: mark) }

  package static let blank = Cell(" ")
}

package struct Size: Hashable, Sendable {
  package var width: Int
  package var height: Int

  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// The most that is drawn, recorded and played: terminals tell any size, and nobody reads a larger one.
  package static let largest = Size(width: 500, height: 200)

  /// Whether something is there, and no more than is drawn.
  package var isDrawn: Bool {
    (1...Self.largest.width).contains(width) && (1...Self.largest.height).contains(height)
  }

  package func contains(_ place: Position) -> Bool {
    (0..<width).contains(place.x) && (0..<height).contains(place.y)
  }
}

package struct Position: Hashable, Sendable {
  package var x: Int
  package var y: Int

  package init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}

package struct Rect: Hashable, Sendable {
  package var x: Int
  package var y: Int
  package var width: Int
  package var height: Int

  package init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  package var bottom: Int { y + height }
  package var right: Int { x + width }

  package func contains(_ place: Position) -> Bool {
    (x..<right).contains(place.x) && (y..<bottom).contains(place.y)
  }

  /// Without `count` lines at the top.
  package func below(_ count: Int) -> Rect { Rect(x: x, y: y + count, width: width, height: height - count) }
  /// Without `count` lines at the bottom.
  package func above(_ count: Int) -> Rect { Rect(x: x, y: y, width: width, height: height - count) }
  package func inset(_ columns: Int, _ lines: Int) -> Rect {
    Rect(x: x + columns, y: y + lines, width: width - 2 * columns, height: height - 2 * lines)
  }
  /// A rectangle of this size in the middle, no larger than this one.
  package func centered(width wanted: Int, height wantedHeight: Int) -> Rect {
    let width = min(wanted, width)
    let height = min(wantedHeight, height)
    return Rect(
      x: x + (self.width - width) / 2, y: y + (self.height - height) / 2, width: width, height: height)
  }
}

/// A picture of the whole screen. Every row's widths sum to its columns: what does not fit is cut, half of an
/// overwritten wide character becomes a space, and control characters are never stored.
package struct Grid: Hashable, Sendable {
  package private(set) var size: Size
  package private(set) var cells: [Cell]
  /// Where the terminal's cursor stands: on the focus, even when it is hidden.
  package var cursor = Position(x: 0, y: 0)
  package var isCursorVisible = false

  package init(_ size: Size) {
    self.size = size
    cells = [Cell](repeating: .blank, count: size.width * size.height)
  }

  package var bounds: Rect { Rect(x: 0, y: 0, width: size.width, height: size.height) }

  package subscript(x: Int, y: Int) -> Cell { cells[y * size.width + x] }

  /// The rows that are not as in another picture: all of them where that has another size, or where there is none.
  package func rows(otherThan other: Grid?) -> [Int] {
    guard let other, other.size == size else { return Array(0..<size.height) }
    return (0..<size.height).filter { y in
      (y * size.width..<(y + 1) * size.width).contains { cells[$0] != other.cells[$0] }
    }
  }

  /// Draws a text on one line, at most `width` cells of it. Returns the column after it.
  @discardableResult
  package mutating func put(_ text: String, x: Int, y: Int, style: Style = .plain, width: Int = .max) -> Int {
    var column = x
    let end = width == .max ? size.width : min(size.width, x + width)
    guard y >= 0, y < size.height else { return column }
    var placing = CellPlacing()
    /// Where marks go: the letter that was drawn last; nil while it is outside.
    var letter: Int?
    for scalar in text.unicodeScalars {
      let place = placing.next(scalar)
      if case .mark = place, let letter { cells[letter].put(on: scalar) }
      let wide = place.width
      guard wide > 0 else { continue }
      letter = nil
      if column + wide > end {
        if column < end, column >= 0 { set(Cell(" ", style), column, y) }
        break
      }
      if column >= 0 {
        set(Cell(scalar, style), column, y, width: wide)
        letter = y * size.width + column
      } else if column + wide > 0 {
        set(Cell(" ", style), 0, y)
      }
      column += wide
    }
    return column
  }

  /// Draws one sign of one cell; any other counts as a space. Outside of the picture nothing is drawn.
  package mutating func put(_ sign: Unicode.Scalar, x: Int, y: Int, style: Style = .plain) {
    guard x >= 0, x < size.width, y >= 0, y < size.height else { return }
    set(Cell(sign.isASCII || sign.cellWidth == 1 ? sign : " ", style), x, y)
  }

  /// Fills a rectangle with a character of one cell; any other counts as a space.
  package mutating func fill(_ rect: Rect, with scalar: Unicode.Scalar = " ", style: Style = .plain) {
    let scalar = scalar.cellWidth == 1 ? scalar : " "
    for y in max(0, rect.y)..<max(0, rect.y, min(size.height, rect.bottom)) {
      for x in max(0, rect.x)..<max(0, rect.x, min(size.width, rect.right)) { set(Cell(scalar, style), x, y) }
    }
  }

  /// Gives cells another style and leaves what is drawn in them.
  package mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    for y in max(0, rect.y)..<max(0, rect.y, min(size.height, rect.bottom)) {
      for x in max(0, rect.x)..<max(0, rect.x, min(size.width, rect.right)) {
        let index = y * size.width + x
        cells[index].style = change(cells[index].style)
      }
    }
  }

  /// Adds empty lines at the bottom.
  package mutating func extend(by lines: Int) {
    size.height += lines
    cells += [Cell](repeating: .blank, count: size.width * lines)
  }

  /// Draws other signs of one cell in place of those that `change` has one for.
  package mutating func substitute(_ change: (Unicode.Scalar) -> Unicode.Scalar?) {
    for index in cells.indices {
      if let scalar = cells[index].scalar, let other = change(scalar) { cells[index].scalar = other }
    }
  }

  private mutating func set(_ cell: Cell, _ x: Int, _ y: Int, width: Int = 1) {
    let index = y * size.width + x
    if cells[index].scalar == nil, x > 0 { cells[index - 1].scalar = " " }
    let last = index + width - 1
    if x + width < size.width, cells[last + 1].scalar == nil { cells[last + 1].scalar = " " }
    cells[index] = cell
    if width == 2 { cells[last] = Cell(nil, cell.style) }
  }

  /// The rows as text, without spaces at their ends.
  package var text: String {
    (0..<size.height).map { row($0) }.joined(separator: "\n")
  }

  package func row(_ y: Int) -> String {
    var view = String.UnicodeScalarView()
    for x in 0..<size.width {
      guard let scalar = self[x, y].scalar else { continue }
      view.append(scalar)
      view.append(contentsOf: self[x, y].marks)
    }
    var text = String(view)
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
