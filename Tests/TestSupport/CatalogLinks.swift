extension Catalog.Page {
  /// The links to other pages and to headings that lead nowhere, each with its line: relative links of Markdown, to
  /// headings as code hosts name them, and DocC's links to pages of the same catalog.
  package func brokenLinks() throws -> [String] {
    var faults: [String] = []
    for (number, line) in prose {
      let text = line.replacing(/`[^`]*`/, with: "")
      for match in text.matches(of: /\]\(([^\)\s]+)\)|<doc:([^>]+)>/) {
        let (link, page) = (match.1.map { String($0) }, match.2.map { String($0) })
        let isRight = try link.map(leadsSomewhere) ?? page.map { Catalog.exists("\(folder)/\($0).md") } ?? false
        if !isRight { faults.append("\(number) \(link ?? page ?? "") leads nowhere") }
      }
    }
    return faults
  }

  private var folder: Substring { path[..<(path.lastIndex(of: "/") ?? path.startIndex)] }

  private func leadsSomewhere(_ link: String) throws -> Bool {
    guard !link.contains(":") else { return true }
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let file = "\(folder)/\(parts[0])"
    guard parts[0].isEmpty || Catalog.exists(file) else { return false }
    guard parts.count == 2 else { return true }
    let page = parts[0].isEmpty ? self : try Catalog.file(file)
    return page.headings.map(Self.anchor).contains(String(parts[1]))
  }

  /// The name of a heading as code hosts make it.
  private static func anchor(_ heading: String) -> String {
    heading.lowercased().filter { $0.isLetter || $0.isNumber || " -_".contains($0) }.replacing(" ", with: "-")
  }
}
