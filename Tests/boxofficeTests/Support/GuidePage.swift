internal import Foundation

/// A page of Markdown, and what it names that can be looked up: files, headings, commands.
struct GuidePage {
  let file: URL
  private let prose: String
  /// Inline code, and the lines of code blocks.
  let code: [String]
  /// What links and pictures lead to, in their order.
  let links: [String]

  init(_ file: URL) throws { self.init(file, try String(contentsOf: file, encoding: .utf8)) }

  init(_ file: URL, _ text: String) {
    self.file = file
    var lines: [Substring] = []
    var code: [String] = []
    var isCode = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isCode.toggle()
      } else if isCode {
        code.append(String(line))
      } else {
        lines.append(line)
      }
    }
    prose = lines.joined(separator: "\n")
    let span = /`([^`\n]+)`/
    self.code = code + prose.matches(of: span).map { String($0.1) }
    links = prose.replacing(span, with: "").matches(of: /\]\(([^)\s]+)\)/).map { String($0.1) }
  }

  /// Headings as links name them: small letters, hyphens for spaces, nothing else but letters and digits; a repeated one
  /// with its number.
  var anchors: Set<String> {
    var counts: [String: Int] = [:]
    let headings = prose.split(separator: "\n").compactMap { (line: Substring) -> Substring? in
      line.firstMatch(of: /^#{1,6} +(.+)$/)?.1
    }
    return Set(
      headings.map { heading in
        let plain = heading.lowercased().filter { $0.isLetter || $0.isNumber || " -_".contains($0) }
        let anchor = plain.replacing(" ", with: "-")
        defer { counts[anchor, default: 0] += 1 }
        return counts[anchor].map { "\(anchor)-\($0)" } ?? anchor
      })
  }

  /// The links that lead nowhere: to no file beside the page, or to no heading of the page they lead to.
  func brokenLinks() throws -> [String] {
    try links.filter { link in
      if link.contains(/^[a-z]+:/) { return false }
      let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      var page = self
      if !parts[0].isEmpty {
        let target = file.deletingLastPathComponent().appending(path: parts[0]).standardizedFileURL
        guard FileManager.default.fileExists(atPath: target.path) else { return true }
        guard parts.count == 2 else { return false }
        page = try GuidePage(target)
      }
      return parts.count == 2 && !page.anchors.contains(parts[1])
    }
  }

  /// The folders and files of the package that stand in the text as code, by their paths from its top, and are not there.
  func missingPaths(below top: URL) -> [String] {
    code.filter { $0.contains(/^(Sources|Tests|screenshots|\.ci)\/[^\s*]+$/) }
      .filter { !FileManager.default.fileExists(atPath: top.appending(path: $0).path) }
  }

  /// A run of the program as the text has it: the subcommand, nil for none, and the options that are given to it.
  struct Call: Hashable {
    let command: String?
    let options: [String]
  }

  /// How the text calls the program.
  var calls: [Call] { code.flatMap(Self.calls) }

  private static func calls(in line: String) -> [Call] {
    let words = line.prefix { $0 != "#" }.split(separator: " ").map(String.init)
    var calls: [Call] = []
    for (place, word) in words.enumerated() where word.hasSuffix("boxoffice") && !word.hasPrefix("-") {
      let rest = words[(place + 1)...].prefix { !["&&", "|", ">", ";"].contains($0) }
      guard let first = rest.first else { continue }
      let isCommand = first.wholeMatch(of: /[a-z][a-z-]*/) != nil
      calls.append(Call(command: isCommand ? first : nil, options: rest.filter { $0.hasPrefix("--") }))
    }
    return calls
  }
}
