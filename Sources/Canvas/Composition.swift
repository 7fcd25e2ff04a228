internal import Foundation

extension String {
  /// The text in Unicode's form NFC: letters and the marks on them put together, decomposed Hangul into whole syllables,
  /// as some file systems and programs take them apart.
  package var composed: String {
    // The standard library leaves the last part of a syllable whose others are put together already.
    utf8.allSatisfy { $0 < 0x80 }
      ? self : decomposedStringWithCanonicalMapping.precomposedStringWithCanonicalMapping
  }
}

extension Unicode.Scalar {
  /// Whether it may stand in a text that people type: what is seen, marks, and what joins or parts the letters of a word.
  /// Control characters, those that turn the direction of writing, and such as nobody knows may not.
  package var isText: Bool {
    if (0x20..<0x7F).contains(value) { return true }
    return switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: false
    // The joiners, and the letters that make a flag of a region.
    case .format: (0x200C...0x200D).contains(value) || (0xE0020...0xE007F).contains(value)
    default: true
    }
  }
}
