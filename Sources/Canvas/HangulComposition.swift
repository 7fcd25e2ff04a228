extension String {
  /// The text with decomposed Hangul, as some file systems and programs give it, put together into whole syllables. A
  /// cell holds one scalar, so a syllable in parts could not be drawn.
  package var composedHangul: String {
    guard unicodeScalars.contains(where: { Self.vowels.contains($0.value) }) else { return self }
    var composed: [Unicode.Scalar] = []
    for scalar in unicodeScalars {
      if let last = composed.last, let whole = Self.syllable(last.value, scalar.value) {
        composed[composed.count - 1] = whole
      } else {
        composed.append(scalar)
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: composed)
    return String(view)
  }

  private static let leads: ClosedRange<UInt32> = 0x1100...0x1112
  private static let vowels: ClosedRange<UInt32> = 0x1161...0x1175
  private static let finals: ClosedRange<UInt32> = 0x11A8...0x11C2
  private static let syllables: ClosedRange<UInt32> = 0xAC00...0xD7A3

  /// A first letter with its vowel, or a syllable without a final with its final; nil for any other pair.
  private static func syllable(_ first: UInt32, _ second: UInt32) -> Unicode.Scalar? {
    if leads.contains(first), vowels.contains(second) {
      return Unicode.Scalar(0xAC00 + ((first - 0x1100) * 21 + (second - 0x1161)) * 28)
    }
    if syllables.contains(first), (first - 0xAC00) % 28 == 0, finals.contains(second) {
      return Unicode.Scalar(first + second - 0x11A7)
    }
    return nil
  }
}
