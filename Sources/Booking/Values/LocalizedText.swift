/// A text of the programme in both languages.
package struct LocalizedText: Hashable, Sendable {
  package let korean: String
  package let english: String

  package init(_ korean: String, _ english: String) {
    self.korean = korean
    self.english = english
  }
}

extension LocalizedText {
  /// Whether both are names of one thing: they read alike in one of the languages, by canonical equivalence and but for
  /// spaces around them.
  package func names(sameAs other: LocalizedText) -> Bool {
    korean.withoutMargins == other.korean.withoutMargins || english.withoutMargins == other.english.withoutMargins
  }
}

extension String {
  fileprivate var withoutMargins: Substring {
    let start = drop(while: \.isWhitespace)
    return start.lastIndex { !$0.isWhitespace }.map { start[...$0] } ?? ""
  }
}
