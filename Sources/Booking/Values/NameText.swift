/// A name, looked at for what must not be in one.
package struct NameText {
  /// On one letter: what a cell of a terminal keeps.
  private static let mostMarks = 4

  private let scalars: [Unicode.Scalar]

  package init(_ name: some StringProtocol) { scalars = Array(name.unicodeScalars) }

  /// The first character that cannot be shown: control characters, those that turn the direction of writing, what nobody
  /// knows, a mark without a letter, a fifth mark on one, and joiners and the letters of a region's flag where they join
  /// nothing.
  package var firstUnprintable: Unicode.Scalar? {
    scalars.indices.first { !isPrintable(at: $0) }.map { scalars[$0] }
  }

  private func isPrintable(at index: Int) -> Bool {
    switch scalars[index].properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
    case .nonspacingMark, .enclosingMark: index > 0 && marks(before: index) < Self.mostMarks
    case .format: isJoining(at: index)
    default: true
    }
  }

  /// How many marks there are between a letter and a place.
  private func marks(before index: Int) -> Int {
    scalars[..<index].reversed().prefix {
      [.nonspacingMark, .enclosingMark].contains($0.properties.generalCategory)
    }.count
  }

  private func isJoining(at index: Int) -> Bool {
    switch scalars[index].value {
    // Between letters of a word, or the parts of a picture.
    case 0x200C, 0x200D: index > 0 && index + 1 < scalars.count
    // A region's flag: behind a black one.
    case 0xE0020...0xE007F: scalars[..<index].last { !(0xE0020...0xE007F).contains($0.value) }?.value == 0x1F3F4
    default: false
    }
  }
}

extension String {
  /// Whether nobody would see anything: spaces, fillers of Hangul, an empty pattern of Braille.
  package var looksBlank: Bool {
    unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint || $0.value == 0x2800
    }
  }
}

extension Unicode.Scalar {
  /// As Unicode writes it, such as U+202E: for what has no shape of its own.
  package var code: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
