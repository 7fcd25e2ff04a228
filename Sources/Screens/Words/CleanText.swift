internal import Canvas

extension String {
  /// Without what must never reach a terminal: text from people and files may hold anything.
  package var clean: String {
    if unicodeScalars.allSatisfy(\.isText) { return self }
    var view = String.UnicodeScalarView()
    for scalar in unicodeScalars where scalar.isText { view.append(scalar) }
    return String(view)
  }
}
