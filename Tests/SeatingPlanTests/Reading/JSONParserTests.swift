import Testing

@testable import SeatingPlan

struct JSONParserTests {
  private func read(_ text: String) throws(PlanFault) -> JSONValue {
    var parser = JSONParser(Array(text.utf8), limits: PlanReader.Limits())
    return try parser.document()
  }

  @Test(
    arguments: [
      ("null", .null), (" true\n", .bool(true)), ("false", .bool(false)), ("0", .number("0")), ("-0", .number("-0")),
      ("12.50", .number("12.50")), ("-1.5e+10", .number("-1.5e+10")), ("2E-3", .number("2E-3")), ("\"\"", .text("")),
      ("\"가\\n\\\"\\u0041\\ud83d\\ude00b\"", .text("가\n\"A😀b")), ("[]", .list([])),
      ("[1, [ ]]", .list([.number("1"), .list([])])),
      ("{}", .object([])),
    ] as [(String, JSONValue)])
  func `reads every kind of value`(text: String, value: JSONValue) throws {
    #expect(try read(text) == value)
  }

  @Test func `keeps the order of keys`() throws {
    let keys = ["b", "a", "", "c"]
    let value = try read("{" + keys.map { "\"\($0)\": 1" }.joined(separator: ",\r\n\t") + "}")
    #expect(value == .object(keys.map { JSONValue.Member(key: $0, value: .number("1")) }))
  }

  @Test(
    arguments: [
      ("", 1, 1, .endsEarly), ("  ", 1, 3, .endsEarly), ("[1,", 1, 4, .endsEarly), ("{\"a\"", 1, 5, .endsEarly),
      ("{\"a\": \"b", 1, 9, .endsEarly), ("nul", 1, 4, .endsEarly), ("[1,]", 1, 4, .unexpected),
      ("{\"a\": 1,}", 1, 9, .unexpected),
      ("[1 2]", 1, 4, .unexpected), ("{a: 1}", 1, 2, .unexpected), ("{\"a\" 1}", 1, 6, .unexpected),
      ("[\n  'a'\n]", 2, 3, .unexpected), ("1 // one", 1, 3, .unexpected), ("{} {}", 1, 4, .unexpected),
      ("nulL", 1, 4, .unexpected),
      ("NaN", 1, 1, .unexpected), ("\"\u{1}\"", 1, 2, .badText), ("\"가\\x\"", 1, 3, .badText),
      ("\"\\u12g4\"", 1, 2, .badText), ("\"\\u+123\"", 1, 2, .badText), ("\"\\ud83d\"", 1, 2, .badText),
      ("\"\\ude00\"", 1, 2, .badText), ("\"\\ud83d\\u0041\"", 1, 2, .badText), ("01", 1, 3, .badNumber),
      ("[-]", 1, 3, .badNumber),
      ("[1.]", 1, 4, .badNumber), ("[1e]", 1, 4, .badNumber), ("[\n{\"a\": 1,\n \"a\": 2}]", 2, 1, .repeatedKey("a")),
      ("{\"가나\": \u{7F}}", 1, 8, .unexpected),
    ] as [(String, Int, Int, JSONFault)])
  func `says at which line and column a text is no JSON`(text: String, line: Int, column: Int, why: JSONFault) {
    #expect(throws: PlanFault.notJSON(TextPosition(line: line, column: column), why)) { try read(text) }
  }

  @Test(
    arguments: [
      ([0xFF], 1, 1), ([0x5B, 0x0A, 0x22, 0xC3, 0x28], 2, 2), (Array("\"가".utf8) + [0xEA, 0xB0], 1, 3),
      ([0x22, 0xED, 0xA0, 0x80, 0x22], 1, 2), ([0xC0, 0xAF], 1, 1),
    ] as [([UInt8], Int, Int)])
  func `says at which line and column a text is no UTF-8`(bytes: [UInt8], line: Int, column: Int) {
    #expect(refusal(of: bytes) == .notUTF8(TextPosition(line: line, column: column)))
  }

  @Test func `follows 32 brackets and not one more`() throws {
    func nested(_ depth: Int) -> String { String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
    _ = try read(nested(33))
    #expect(throws: PlanFault.notJSON(TextPosition(line: 1, column: 34), .tooDeep(most: 32))) { try read(nested(34)) }
  }
}
