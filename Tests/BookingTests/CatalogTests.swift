import Booking
import TestSupport
import Testing

@Suite("The catalog of the rules, and all that cites it")
struct CatalogTests {
  private let rules: [Int]
  private let faults: [String]
  private let families: Set<Character>

  init() throws {
    rules = try Catalog.page("Rules.md").rules
    faults = try Catalog.page("KnownFaults.md").faults
    families = Set(faults.compactMap(\.first))
  }

  /// What is cited and is not there.
  private func missing(_ citations: Citations) -> [String] {
    citations.rules.subtracting(rules).sorted().map { "rule \($0)" } + citations.faults.subtracting(faults).sorted()
  }

  @Test func `the ten rules have a heading each, in order`() { #expect(rules == Array(1...10)) }

  @Test func `no known fault is listed twice`() {
    #expect(Set(faults).count == faults.count)
    #expect(families == ["Q", "H", "P", "T"])
  }

  @Test func `every rule and known fault that is cited exists, and each is cited by some code`() throws {
    var cited = Citations()
    func judge(_ citations: Citations, _ page: Catalog.Page, _ number: Int) {
      for name in missing(citations) {
        Issue.record("\(page.path):\(number) cites \(name), which Booking.docc does not have")
      }
    }
    for page in try Catalog.files(ending: ".swift") {
      for (index, line) in page.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        let citations = Citations(swift: line, families: families)
        judge(citations, page, index + 1)
        cited.formUnion(citations)
      }
    }
    for page in try Catalog.files(ending: ".md") {
      for line in page.prose { judge(Citations(markdown: line.text, families: families), page, line.number) }
    }
    #expect(cited == Citations(rules: Set(rules), faults: Set(faults)))
  }

  @Test func `a rule and a fault that do not exist are found out`() {
    let invented = "  /// As rule \(11) has it, and rules 9 and \(12): see H6, H\(13) and seat A1."
    #expect(missing(Citations(swift: invented[...], families: families)) == ["rule \(11)", "rule \(12)", "H13"])
    #expect(missing(Citations(markdown: invented[...], families: families)) == ["rule \(11)", "rule \(12)", "H13"])
  }

  @Test(
    arguments: [
      ("Rule 9: exactly", [9]), ("(rules 9 and 10)", [9, 10]), ("Rules 5 to 8, releasing", [5, 6, 7, 8]),
      ("rules 2, 7 and 8", [2, 7, 8]), ("규칙 2, 9: 토큰", [2, 9]), ("토큰 만료 (규칙 10)", [10]), ("rule: 3)", [3]),
      ("rule: 0)", []), ("rule 9, 10 s later", [9]), ("Rule 5's lock", [5]), ("the ruler 5", []), ("no rule", []),
      ("the rules of 2026", []),
    ] as [(String, Set<Int>)])
  func `a rule is cited by its number, alone or with others`(text: String, expected: Set<Int>) {
    #expect(Citations(swift: text[...], families: []).rules == expected)
    #expect(Citations(markdown: text[...], families: []).rules == expected)
  }

  @Test(
    arguments: [
      ("  @Test func `Q6 Q12 the position never rises`(seed: UInt64) throws {", ["Q6", "Q12"]),
      ("@Suite(\"Many hands on one seat (H1–H6, H11)\")", ["H1", "H6", "H11"]),
      ("    // Q17: an older request key is unknown", ["Q17"]), ("/// P2 and H4: around one deadline.", ["P2", "H4"]),
      ("let keys = \"\\u{1B}P1$r0m\"", []), ("#expect(row.contains(\"H2 [H3 ]H4\"))", []),
      ("  /// Seat A1, F1, UTF8 and H264 are no faults.", []),
    ] as [(String, Set<String>)])
  func `a fault is cited in comments and in the names of tests and suites`(text: String, expected: Set<String>) {
    #expect(Citations(swift: text[...], families: families).faults == expected)
  }

  @Test func `code within Markdown cites nothing`() {
    #expect(Citations(markdown: "`H6` and `rule \(12)`, but T1"[...], families: families) == Citations(faults: ["T1"]))
  }

  @Test func `every invariant has its heading, in the order of check`() throws {
    let headings = try Catalog.page("Invariants.md").headings
    let names = Invariant.allCases.map { "\($0)" }
    #expect(headings.filter(names.contains) == names)
  }

  @Test func `the policy's table has a row for each value, in order`() throws {
    let rows = try Catalog.page("Rules.md").prose.compactMap {
      $0.text.prefixMatch(of: /\| `([A-Za-z]+)` \| .* \| .* \| .* \| .* \|/)?.1
    }
    #expect(rows.map { String($0) } == PolicyValue.allCases.map(\.rawValue))
  }

  @Test func `every refusal has its row`() throws {
    let refusals = try Catalog.file("Sources/Booking/Refusals/BookingError.swift").text.split(separator: "\n}")[0]
      .matches(of: /\n  case ([a-z][A-Za-z]+)/).map { String($0.1) }
    #expect(refusals.contains("unknownUser") && refusals.contains("storage"))
    let rows = try Catalog.page("Rules.md").prose.compactMap { $0.text.prefixMatch(of: /\| `([A-Za-z]+)` \| .* \|/)?.1 }
    for refusal in refusals { #expect(rows.contains { $0 == refusal }, "\(refusal)") }
  }

  @Test(arguments: ["Booking.md", "Rules.md", "Time.md", "Invariants.md"])
  func `every type and folder that a page names exists`(page: String) throws {
    let names = try Catalog.page(page).codeNames.filter { $0.wholeMatch(of: /[A-Z][A-Za-z.]+/) != nil }
    let sources = try Catalog.files(ending: ".swift").filter { $0.path.hasPrefix("Sources/Booking/") }
    let types = Set(
      sources.flatMap { page in
        page.text.matches(of: /\b(?:enum|struct|class|protocol) ([A-Za-z]+)/).map { String($0.1) }
      })
    for name in names where !Catalog.exists("Sources/Booking/\(name)") {
      #expect(name.split(separator: ".").allSatisfy { types.contains(String($0)) }, "\(name)")
    }
  }

  @Test func `every link of the catalogs leads to a page, and to a heading of it`() throws {
    let pages = try Catalog.files(ending: ".md").filter { $0.path.contains(".docc/") }
    #expect(pages.count >= 5)
    for page in pages { for fault in try page.brokenLinks() { Issue.record("\(page.path):\(fault)") } }
  }

  @Test func `a link to nowhere is found out`() throws {
    let text = """
      # Page
      ## What there is: one thing
      [Rules](Rules.md), [one](Rules.md#rule-9-admit-and-expire-tokens), [here](#what-there-is-one-thing), <doc:Time>,
      [out](https://example.org/Nowhere.md), `[code](Nowhere.md)`
      [page](Nowhere.md) [heading](Rules.md#rule-99) [place](#nowhere) <doc:Nowhere>
      """
    let page = Catalog.Page(path: "Sources/Booking/Booking.docc/Page.md", text: text)
    let broken = ["Nowhere.md", "Rules.md#rule-99", "#nowhere", "Nowhere"]
    #expect(try page.brokenLinks() == broken.map { "5 \($0) leads nowhere" })
  }
}
