internal import Canvas

extension String {
  /// Without what must never reach a terminal: text from people and files may hold anything.
  package var clean: String {
    if unicodeScalars.allSatisfy(\.isText) { return self }
    var view = String.UnicodeScalarView()
    for scalar in unicodeScalars where scalar.isText { view.append(scalar) }
    return String(view)
  }

  /// Whether nobody would see anything: spaces, fillers of Hangul, an empty pattern of Braille.
  package var looksBlank: Bool {
    unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint || $0.value == 0x2800
    }
  }
}
