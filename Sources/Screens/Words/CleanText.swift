extension String {
  /// Without what must never reach a terminal: text from people and files may hold anything.
  package var clean: String {
    var view = String.UnicodeScalarView()
    for scalar in unicodeScalars where scalar.isShown { view.append(scalar) }
    return String(view)
  }
}

extension Unicode.Scalar {
  private var generalKind: Unicode.GeneralCategory { properties.generalCategory }

  fileprivate var isShown: Bool {
    switch generalKind {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: false
    default: true
    }
  }
}
