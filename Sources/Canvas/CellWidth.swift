extension Unicode.Scalar {
  /// How many cells the scalar takes on screen: 0, 1 or 2. Control characters take none, since they are never drawn.
  package var cellWidth: Int {
    if value < 0x7F { return value < 0x20 ? 0 : 1 }
    if value < 0xA0 { return 0 }
    if value < 0x300 { return value == 0xAD ? 0 : 1 }
    // What screens are mostly made of is told at once: box lines, blocks and shapes; braille; Hangul syllables.
    if (0x2500...0x25FC).contains(value) || (0x2800...0x28FF).contains(value) { return 1 }
    if (0xAC00...0xD7A3).contains(value) { return 2 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .control, .format, .lineSeparator, .paragraphSeparator, .surrogate,
      .unassigned:
      return 0
    default:
      if Self.wide.contains(where: { $0 ~= value }) { return 2 }
      // Vowels and finals of decomposed Hangul stand on the syllable's first letter.
      return (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) ? 0 : 1
    }
  }

  /// East Asian wide and full-width ranges, and the pictures that terminals draw two cells wide.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0, 0x23F3...0x23F3,
    0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653, 0x267F...0x267F, 0x2693...0x2693, 0x26A1...0x26A1,
    0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5, 0x26CE...0x26CE, 0x26D4...0x26D4, 0x26EA...0x26EA,
    0x26F2...0x26F3, 0x26F5...0x26F5, 0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705, 0x270A...0x270B,
    0x2728...0x2728, 0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755, 0x2757...0x2757, 0x2795...0x2797,
    0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2B55...0x2B55, 0x2E80...0x303E,
    0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1B000...0x1B2FF,
    0x1F004...0x1F004, 0x1F0CF...0x1F0CF, 0x1F18E...0x1F18E, 0x1F191...0x1F19A, 0x1F200...0x1F320,
    0x1F32D...0x1F335, 0x1F337...0x1F37C, 0x1F37E...0x1F393, 0x1F3A0...0x1F3CA, 0x1F3CF...0x1F3D3,
    0x1F3E0...0x1F3F0, 0x1F3F4...0x1F3F4, 0x1F3F8...0x1F43E, 0x1F440...0x1F440, 0x1F442...0x1F4FC,
    0x1F4FF...0x1F53D, 0x1F54B...0x1F54E, 0x1F550...0x1F567, 0x1F57A...0x1F57A, 0x1F595...0x1F596,
    0x1F5A4...0x1F5A4, 0x1F5FB...0x1F64F, 0x1F680...0x1F6C5, 0x1F6CC...0x1F6CC, 0x1F6D0...0x1F6D2,
    0x1F6D5...0x1F6D7, 0x1F6DD...0x1F6DF, 0x1F6EB...0x1F6EC, 0x1F6F4...0x1F6FC, 0x1F7E0...0x1F7EB,
    0x1F7F0...0x1F7F0, 0x1F90C...0x1F93A, 0x1F93C...0x1F945, 0x1F947...0x1F9FF, 0x1FA70...0x1FAFF,
    0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]
}

extension String {
  /// How many cells the text takes when drawn.
  package var cellWidth: Int { unicodeScalars.reduce(0) { $0 + $1.cellWidth } }

  /// The longest beginning that fits, with the mark at its end when something was cut off.
  package func fitted(to width: Int, mark: String) -> String {
    guard cellWidth > width else { return self }
    let room = width - mark.cellWidth
    guard room >= 0 else { return String(repeating: ".", count: max(0, width)) }
    var used = 0
    var kept = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      used += scalar.cellWidth
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
