/// Small pictures of numbers, each a text of the width asked for.
extension Glyphs {
  /// A bar filled to `part` of `whole`; it is empty only at 0 and full only when whole.
  package func bar(_ part: Int64, of whole: Int64, width: Int) -> String {
    guard width > 0 else { return "" }
    let filled: Int
    if whole <= 0 || part <= 0 {
      filled = 0
    } else if part >= whole {
      filled = width
    } else {
      filled = max(1, min(width - 1, Int(part * Int64(width) / whole)))
    }
    return String(repeating: String(block), count: filled) + String(repeating: String(shade), count: width - filled)
  }

  /// The values as a row of steps, the highest value, or one that is given, at the top step.
  package func sparkline(_ values: [Int64], highest: Int64? = nil) -> String {
    let highest = max(1, highest ?? values.max() ?? 1)
    var view = String.UnicodeScalarView()
    for value in values {
      view.append(value <= 0 ? (isASCII ? "_" : " ") : steps[Int((value * Int64(steps.count) - 1) / highest)])
    }
    return String(view)
  }
}

/// A number in large digits, five lines high.
package enum BigNumber {
  package static let height = 5

  /// Each digit is three columns, of two cells when there is room, so that it looks square.
  private static let face: [Character: [String]] = [
    "0": ["###", "# #", "# #", "# #", "###"], "1": [" ##", "  #", "  #", "  #", "  #"],
    "2": ["###", "  #", "###", "#  ", "###"], "3": ["###", "  #", "###", "  #", "###"],
    "4": ["# #", "# #", "###", "  #", "  #"], "5": ["###", "#  ", "###", "  #", "###"],
    "6": ["###", "#  ", "###", "# #", "###"], "7": ["###", "  #", "  #", "  #", "  #"],
    "8": ["###", "# #", "###", "# #", "###"], "9": ["###", "# #", "###", "  #", "###"],
    ",": [" ", " ", " ", "#", "#"],
  ]

  /// The lines of a number with its digits grouped.
  package static func lines(_ digits: String, glyphs: Glyphs, isNarrow: Bool = false) -> [String] {
    let cells = isNarrow ? 1 : 2
    return (0..<height).map { line in
      digits.compactMap { face[$0]?[line] }.map { row in
        row.map { String(repeating: $0 == "#" ? String(glyphs.block) : " ", count: cells) }.joined()
      }.joined(separator: String(repeating: " ", count: cells))
    }
  }
}
