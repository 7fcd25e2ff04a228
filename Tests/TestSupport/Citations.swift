/// What a text cites of the rules' catalog.
package struct Citations: Equatable {
  /// The numbers of rules, as in "rule 9", "Rules 1 to 8" and "규칙 6, 10".
  package private(set) var rules: Set<Int> = []
  /// The codes of known faults, as in "H6".
  package private(set) var faults: Set<String> = []

  package init(rules: Set<Int> = [], faults: Set<String> = []) {
    self.rules = rules
    self.faults = faults
  }

  /// - Parameters:
  ///   - line: of Swift. Rules are cited anywhere; faults only in comments and in the names of tests and suites, since
  ///     texts elsewhere have seats, keys and control sequences that look like them. A rule 0 stands for none.
  ///   - families: the letters with which codes of faults begin.
  package init(swift line: Substring, families: Set<Character>) {
    guard line.hasDigit else { return }
    rules = Self.rules(in: line)
    faults = Self.faults(in: line.named, families)
  }

  /// - Parameter line: of Markdown, outside of blocks of code. What is marked as code within it cites nothing.
  package init(markdown line: Substring, families: Set<Character>) {
    guard line.hasDigit else { return }
    let text = line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined(separator: " ")[...]
    rules = Self.rules(in: text)
    faults = Self.faults(in: text, families)
  }

  package mutating func formUnion(_ other: Citations) {
    rules.formUnion(other.rules)
    faults.formUnion(other.faults)
  }

  private static func rules(in text: Substring) -> Set<Int> {
    var numbers: Set<Int> = []
    for match in text.matches(of: /\b[Rr]ule:? ([0-9]+)/) { if let number = Int(match.1) { numbers.insert(number) } }
    for match in text.matches(of: /\b[Rr]ules ([0-9]+) to ([0-9]+)/) {
      if let first = Int(match.1), let last = Int(match.2), first <= last { numbers.formUnion(first...last) }
    }
    for match in text.matches(of: /(?:\b[Rr]ules|규칙) ([0-9]+(?:(?:, | and | or )[0-9]+)*)/) {
      numbers.formUnion(match.1.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) })
    }
    return numbers.subtracting([0])
  }

  private static func faults(in text: Substring, _ families: Set<Character>) -> Set<String> {
    Set(
      text.matches(of: /\b([A-Z])[0-9]{1,2}\b/).filter { $0.1.first.map(families.contains) ?? false }
        .map { String($0.0) })
  }
}

extension Substring {
  fileprivate var hasDigit: Bool { utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }

  /// Of a line of Swift what names a test or a suite, or else its comment.
  fileprivate var named: Substring {
    if let name = firstMatch(of: /func `([^`]*)`/)?.1 { return name }
    if let name = firstMatch(of: /@Suite\("([^"]*)"/)?.1 { return name }
    return firstMatch(of: /\/\/.*/)?.0 ?? ""
  }
}
