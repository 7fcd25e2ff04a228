import Booking
import TestSupport
import Testing
import Wording

@Suite("The rules in short")
struct RuleWordsTests {
  private let rules: [Int]

  init() throws { rules = try Catalog.page("Rules.md").rules }

  /// Whether a text has Hangul.
  private func isKorean(_ text: String) -> Bool { text.unicodeScalars.contains { ("가"..."힣").contains($0) } }

  @Test func `every rule of the catalog has a title and a text, in each language`() throws {
    #expect(!rules.isEmpty)
    for rule in rules {
      for language in Language.allCases {
        let title = try #require(RuleWords.title(rule, language))
        let text = try #require(RuleWords.text(rule, language))
        #expect(isKorean(title) == (language == .korean), "rule \(rule)")
        #expect(isKorean(text) == (language == .korean), "rule \(rule)")
      }
    }
  }

  @Test func `a title fits into 40 columns, and a text is a short paragraph`() throws {
    for rule in rules {
      for language in Language.allCases {
        // A syllable of Hangul takes two columns.
        #expect(try #require(RuleWords.title(rule, language)).count * language(2, 1) <= 40)
        let text = try #require(RuleWords.text(rule, language))
        let sentences = text.split(separator: ". ").count
        #expect((3...6).contains(sentences), "rule \(rule) has \(sentences) sentences")
        #expect(text.hasSuffix(".") && !text.contains("\n") && !text.contains("  "), "rule \(rule)")
        #expect(text.count <= language(260, 420), "rule \(rule) has \(text.count) characters")
      }
    }
  }

  @Test func `titles and texts differ from rule to rule`() {
    for language in Language.allCases {
      #expect(Set(rules.compactMap { RuleWords.title($0, language) }).count == rules.count)
      #expect(Set(rules.compactMap { RuleWords.text($0, language) }).count == rules.count)
    }
  }

  @Test(arguments: [-1, 0, 11])
  func `a number that no rule has has no words`(rule: Int) {
    for language in Language.allCases {
      #expect(RuleWords.title(rule, language) == nil)
      #expect(RuleWords.text(rule, language) == nil)
    }
  }

  /// The numbers of a text, with commas between thousands.
  private func numbers(of rule: Int, _ language: Language) -> Set<String> {
    Set((RuleWords.text(rule, language) ?? "").matches(of: /[0-9]+(?:,[0-9]{3})*/).map { String($0.0) })
  }

  @Test func `the numbers that a policy may change are its defaults`() {
    let policy = Policy()
    func minutes(_ time: Duration) -> String { "\(time.milliseconds / 60_000)" }
    for language in Language.allCases {
      #expect(numbers(of: 5, language) == ["\(policy.maxHoldsPerUser)", minutes(policy.holdDuration)])
      #expect(
        numbers(of: 7, language) == ["1", policy.maxCharge.amount.grouped, policy.balanceCeiling.amount.grouped])
      #expect(
        numbers(of: 9, language) == [
          "\(policy.activationPeriod.milliseconds / 1000)", "\(policy.batch)", minutes(policy.tokenLifetime),
          minutes(policy.idleLimit),
        ])
      #expect(numbers(of: 10, language) == [minutes(policy.holdDuration)])
    }
  }

  @Test func `the catalog's table of the policy has its defaults, as the program shows them`() throws {
    let rows = try Catalog.page("Rules.md").prose.map(\.text)
    for value in PolicyValue.allCases {
      let start = "| `\(value.rawValue)` | \(Policy().text(of: value, .english)) |"
      #expect(rows.contains { $0.hasPrefix(start) }, "\(start)")
    }
  }
}
