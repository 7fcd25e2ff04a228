internal import Foundation

/// The repository's own texts: sources, tests, and the pages of the catalogs among them.
package enum Catalog {
  package struct Page: Sendable {
    /// From the repository's folder.
    package let path: String
    package let text: String

    package init(path: String, text: String) {
      self.path = path
      self.text = text
    }
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A page of the rules' catalog, such as `Rules.md`.
  package static func page(_ name: String) throws -> Page { try file("Sources/Booking/Booking.docc/" + name) }

  package static func file(_ path: String) throws -> Page {
    Page(path: path, text: try String(contentsOf: root.appending(path: path), encoding: .utf8))
  }

  /// Whether there is a file or folder.
  package static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path(percentEncoded: false))
  }

  /// All files below `Sources` and `Tests` whose names end so, by path.
  package static func files(ending suffix: String) throws -> [Page] {
    try ["Sources", "Tests"].flatMap { folder in
      try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path(percentEncoded: false))
        .filter { $0.hasSuffix(suffix) }.sorted().map { try file(folder + "/" + $0) }
    }
  }
}

extension Catalog.Page {
  /// Its headings in order, without their marks.
  package var headings: [String] {
    prose.filter { $0.text.hasPrefix("#") }.map { line in
      String(line.text.drop { $0 == "#" }.drop(while: \.isWhitespace))
    }
  }

  /// The numbers of the rules that have a heading, in order.
  package var rules: [Int] { headings.compactMap { $0.prefixMatch(of: /Rule ([0-9]+):/).flatMap { Int($0.1) } } }

  /// The codes of the faults in its lists, in order.
  package var faults: [String] {
    prose.compactMap { $0.text.prefixMatch(of: /- \*\*([A-Z][0-9]+)\*\*:/).map { String($0.1) } }
  }

  /// What is marked as code within its lines, each piece once.
  package var codeNames: Set<String> {
    Set(prose.flatMap { line in line.text.matches(of: /`([^`]+)`/).map { String($0.1) } })
  }

  /// The lines outside of blocks of code, with their numbers.
  package var prose: [(number: Int, text: Substring)] {
    var isCode = false
    var lines: [(number: Int, text: Substring)] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("```") { isCode.toggle() } else if !isCode { lines.append((index + 1, line)) }
    }
    return lines
  }
}
