internal import Files
internal import Glibc
internal import Screens

/// The one way out for every text but the screens': standard output, standard error and the log. What comes from files,
/// stores, arguments and the environment may hold anything.
extension String {
  /// As one line that may go to a terminal. What must never reach one is written out: a byte as `\xNN`, any other
  /// character as `\u{NNNN}`.
  var outgoing: String {
    let text = MarkedText.shown(self)
    guard text.clean.utf8.count != text.utf8.count else { return text }
    return text.map { character in
      let part = String(character)
      return part.clean.utf8.count == part.utf8.count ? part : part.unicodeScalars.map(\.outgoing).joined()
    }.joined()
  }

  /// Its lines with spaces between them.
  var inOneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}

extension Unicode.Scalar {
  fileprivate var outgoing: String {
    guard String(self).clean.isEmpty else { return String(self) }
    return isASCII ? MarkedText.hexadecimal(UInt8(value)) : "\\u{\(String(value, radix: 16, uppercase: true))}"
  }
}

/// Writes a line to standard output. It stands before Swift's own, so that nothing leaves by that.
func print(_ line: String) { Swift.print(line.outgoing) }

/// Writes a line to standard error.
func tell(_ line: String) { _ = OutputFile.write(line.outgoing + "\n", to: STDERR_FILENO) }
