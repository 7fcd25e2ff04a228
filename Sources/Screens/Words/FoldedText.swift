internal import Canvas

extension String {
  /// As texts are compared when something is looked for: small letters, in NFC.
  var folded: String { composed.lowercased().composed }

  /// Whether a folded text stands in this one, which is folded too. It may end between a letter and its marks, which are
  /// still to be typed.
  func holds(_ part: String) -> Bool { unicodeScalars.contains(part.unicodeScalars) }
}
