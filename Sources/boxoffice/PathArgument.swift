internal import ArgumentParser
internal import Files
internal import Screens

extension FilePath: ExpressibleByArgument {
  /// - Parameter argument: as marked text.
  package init?(argument: String) { self.init(argument) }

  /// As a shell takes it.
  var forShell: String {
    let text = description
    guard text.outgoing == text, Array(text.utf8) == bytes else {
      let quoted = bytes.map { byte in
        switch byte {
        case 0x27, 0x5C: "\\\(Character(UnicodeScalar(byte)))"
        case 0x20..<0x7F: String(UnicodeScalar(byte))
        default: MarkedText.hexadecimal(byte)
        }
      }
      return "$'\(quoted.joined())'"
    }
    let isPlain = bytes.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2C, 0x2D, 0x2E, 0x2F, 0x5F, 0x80...0xFF: true
      default: false
      }
    }
    return isPlain ? text : "'\(text.replacing("'", with: "'\\''"))'"
  }
}
