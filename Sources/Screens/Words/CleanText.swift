extension String {
  /// Without what must never reach a terminal: text from people and files may hold anything.
  package var clean: String {
    if unicodeScalars.allSatisfy(\.isShown) { return self }
    var view = String.UnicodeScalarView()
    for scalar in unicodeScalars where scalar.isShown { view.append(scalar) }
    return String(view)
  }
}

extension Unicode.Scalar {
  private var generalKind: Unicode.GeneralCategory { properties.generalCategory }

  fileprivate var isShown: Bool {
    // Most text: a map asks this of some thousand numbers a picture.
    if (0x20..<0x7F).contains(value) { return true }
    return switch generalKind {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: false
    default: true
    }
  }
}
