internal import Glibc

/// What the process was started with, as marked text: nothing in it is repaired, so that paths are found again.
package enum ProcessWords {
  /// The arguments, without the program's own name.
  package static var arguments: [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { CommandLine.unsafeArgv[$0].map(text) }
  }

  /// The value of an environment variable; nil when it is unset or empty.
  package static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return text(value)
  }

  private static func text(_ word: UnsafeMutablePointer<CChar>) -> String {
    MarkedText.text(of: FilePath(cString: word).bytes)
  }
}
