import Testing

@testable import SeatingPlan

/// What Foundation refuses without a place has one all the same.
struct JSONFlawTests {
  private func flaw(_ text: String) -> PlanFault? {
    do throws(PlanFault) {
      _ = try JSONText.value(of: Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  private func at(_ line: Int, _ column: Int, _ flaw: PlanFault.Flaw) -> PlanFault {
    .notJSON(TextPosition(line: line, column: column), flaw)
  }

  @Test(
    arguments: [
      ("[1,", 1, 4), ("{\"a\"", 1, 5), ("{\"a\":\n \"b", 2, 4), ("nul", 1, 4), ("[-", 1, 3), ("[\"\\", 1, 4),
      ("[\"\\u12", 1, 7), ("{\"가\": [\n 1,\n\n ", 2, 4),
    ])
  func `a text that ends early breaks off behind its last sign`(text: String, line: Int, column: Int) {
    #expect(flaw(text) == at(line, column, .earlyEnd))
  }

  @Test(
    arguments: [
      ("[1e999]", 1, 2), ("-1e999", 1, 1), ("{\"1e999\":\n [0, 1E+400]}", 2, 6),
      ("[\"\\\\\", \"\\\"1e999\", \(String(repeating: "9", count: 400))]", 1, 19),
    ])
  func `a number that is too large stands where it begins, and is none in a text`(text: String, line: Int, column: Int)
  {
    #expect(flaw(text) == at(line, column, .hugeNumber))
  }

  @Test(
    arguments: [
      ("[\"\\ud83d\"]", 1, 3), ("\"\\ud83d\\u0041\"", 1, 2), ("[\"\\udc00\"]", 1, 3), ("[\"\\ud83d\\ud83d\"]", 1, 3),
      ("[\"\\ud83d\\ude00\",\n\"a\\\\ud83d\\ud83d\"]", 2, 10),
    ])
  func `half a character stands where it is written`(text: String, line: Int, column: Int) {
    #expect(flaw(text) == at(line, column, .syntax))
  }

  @Test(arguments: ["[\"\\ud83d\\ude00\"]", "[\"\\\\ud83d\"]", "[1e308, -1e308, 1e-999]"])
  func `what only looks like these is read`(text: String) {
    #expect(flaw(text) == nil)
  }

  @Test(arguments: [("[\"\\uZZZZ\"]", 5), ("[\"\\x\"]", 3)])
  func `an escape that is none has a place`(text: String, column: Int) {
    #expect(flaw(text) == at(1, column, .syntax))
  }

  @Test func `a plan that breaks off anywhere breaks off behind what is left of it`() {
    let whole = PlanFileText.whole
    for end in whole.indices.dropFirst() {
      let text = whole[..<end]
      let left = text.reversed().drop { $0.isWhitespace }.reversed()
      let line = left.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(flaw(String(text)) == at(line.count, (line.last?.count ?? 0) + 1, .earlyEnd), "\(text)")
    }
  }
}
