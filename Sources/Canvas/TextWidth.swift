extension String {
  /// How many cells the text takes when drawn.
  package var cellWidth: Int {
    var placing = CellPlacing()
    return unicodeScalars.reduce(0) { $0 + placing.next($1).width }
  }

  /// The longest beginning that fits, with the mark at its end when something was cut off.
  package func fitted(to width: Int, mark: String) -> String {
    guard cellWidth > width else { return self }
    let room = width - mark.cellWidth
    guard room >= 0 else { return String(repeating: ".", count: max(0, width)) }
    var used = 0
    var placing = CellPlacing()
    var kept = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      used += placing.next(scalar).width
      guard used <= room else { break }
      kept.append(scalar)
    }
    return String(kept) + mark
  }

  /// The text with spaces up to a width; cut when it is longer.
  package func padded(to width: Int, mark: String = "") -> String {
    let text = fitted(to: width, mark: mark)
    return text + String(repeating: " ", count: max(0, width - text.cellWidth))
  }

  /// The text with spaces before it up to a width.
  package func rightAligned(in width: Int) -> String {
    String(repeating: " ", count: max(0, width - cellWidth)) + self
  }

  /// In lines of at most so many cells that break between words and begin with `indent` spaces, `hanging` more from the
  /// second one on. A longer word stays whole.
  package func wrapped(to width: Int, indent: Int = 0, hanging: Int = 0) -> [String] {
    var lines: [String] = []
    for word in split(separator: " ").map(String.init) {
      if let last = lines.last, last.cellWidth + 1 + word.cellWidth <= width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(repeating: " ", count: lines.isEmpty ? indent : indent + hanging) + word)
      }
    }
    return lines
  }
}
