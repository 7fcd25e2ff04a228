import Foundation
import Testing

@testable import SeatingPlan

struct JSONTextTests {
  private func read(_ text: String) throws(PlanFault) -> Any { try JSONText.value(of: Array(text.utf8)) }

  @Test func `reads every kind of value`() throws {
    #expect(try read("null") is NSNull)
    #expect(try read(" \"가\\n\\\"\\u0041\\ud83d\\ude00b\"\n") as? String == "가\n\"A😀b")
    #expect(try read("[1, [ ]]") as? [Any] != nil)
    #expect((try read("{\"b\": 1,\r\n\t\"a\": 2}") as? [String: Any])?.keys.sorted() == ["a", "b"])
  }

  @Test(
    arguments: [("0", 0), ("1", 1), ("-0", 0), ("12.50", 12.5), ("-1.5e+10", -1.5e10), ("2E-3", 0.002)]
      as [(String, Double)])
  func `a number is one`(text: String, number: Double) throws {
    #expect(JSONText.number(try read(text))?.doubleValue == number)
  }

  @Test(arguments: ["true", "false", "null", "\"1\"", "[]", "{}"])
  func `nothing else is a number`(text: String) throws {
    #expect(JSONText.number(try read(text)) == nil)
  }

  @Test(
    arguments: [
      ("[1 2]", 1, 4), ("{a: 1}", 1, 2), ("{\"a\" 1}", 1, 6), ("[\n  'a'\n]", 2, 3), ("1 // one", 1, 3),
      ("{} {}", 1, 4), ("NaN", 1, 1), ("\"\u{1}\"", 1, 2), ("\"가\\x\"", 1, 3), ("01", 1, 2), ("[-]", 1, 3),
      ("[1.]", 1, 4), ("[1e]", 1, 4), ("{\"가나\": \u{7F}}", 1, 8),
    ])
  func `says at which line and column a text is no JSON`(text: String, line: Int, column: Int) {
    #expect(throws: PlanFault.notJSON(TextPosition(line: line, column: column), .syntax)) { try read(text) }
  }

  @Test(arguments: ["", " ", "\r\n\t "])
  func `a text of nothing but white space is an empty file`(text: String) {
    #expect(throws: PlanFault.emptyFile) { try read(text) }
  }

  @Test(
    arguments: [
      ([0xFF], 1, 1), ([0x5B, 0x0A, 0x22, 0xC3, 0x28], 2, 2), (Array("\"가".utf8) + [0xEA, 0xB0], 1, 3),
      ([0x22, 0xED, 0xA0, 0x80, 0x22], 1, 2), ([0xC0, 0xAF], 1, 1),
      ([0x22, 0x00, 0x22], 1, 2), ([0x00, 0xFF], 1, 1), ([0xFF, 0x00], 1, 1),
    ] as [([UInt8], Int, Int)])
  func `says at which line and column a text is no UTF-8`(bytes: [UInt8], line: Int, column: Int) {
    #expect(refusal(of: bytes) == .notUTF8(TextPosition(line: line, column: column)))
  }

  @Test func `a hundred thousand brackets are refused, not followed`() {
    let open = String(repeating: "[", count: 100_000)
    for text in [open, open + String(repeating: "]", count: 100_000)] {
      #expect(throws: PlanFault.notJSON(TextPosition(line: 1, column: 514), .tooDeep)) { try read(text) }
    }
  }
}
