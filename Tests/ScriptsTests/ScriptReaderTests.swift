import Booking
import Canvas
import Testing
import Wording

@testable import Scripts

@Suite("Reading a script")
struct ScriptReaderTests {
  private func steps(_ text: String) throws -> [Script.Step] {
    try ScriptReader.read(Array(text.utf8)).lines.map(\.step)
  }

  private func fault(_ text: String) -> ScriptFault? {
    do {
      _ = try ScriptReader.read(Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  @Test(
    arguments: [
      ("press j Enter", [.press("j"), .press(.enter)]),
      ("type \"a 1\"", [.press("a"), .press(.space), .press("1")]),
      ("wait 5m", [.wait(.minutes(5))]), ("rest 300ms", [.rest(.milliseconds(300))]),
      ("until \"좌석\" \"Seat\" 30s", [.until(LocalizedText("좌석", "Seat"), .seconds(30))]),
      ("until \"1F\" 1h", [.until(LocalizedText("1F", "1F"), .hours(1))]),
      ("expect \"a\"", [.expect(LocalizedText("a", "a"), isThere: true)]),
      ("expect not \"가\" \"b\"", [.expect(LocalizedText("가", "b"), isThere: false)]),
      ("expect \"say \\\"no\\\" \\\\\"", [.expect(LocalizedText("say \"no\" \\", "say \"no\" \\"), isThere: true)]),
      ("expect \" 7 \"", [.expect(LocalizedText(" 7 ", " 7 "), isThere: true)]),
      ("save seat-map_2", [.save("seat-map_2")]), ("save 좌석표", [.save("좌석표")]),
      ("caption \"하나\" \"One\"", [.caption(LocalizedText("하나", "One"))]), ("caption", [.caption(nil)]),
      ("size 120 40", [.size(Size(width: 120, height: 40))]),
      ("  press   \"   j  ", [.press("\""), .press("j")]), ("press #", [.press("#")]),
    ] as [(String, [Script.Step])])
  func `takes a step a line`(_ line: String, _ expected: [Script.Step]) throws {
    #expect(try steps(line) == expected)
  }

  @Test func `passes over empty lines and remarks, and knows the line of each step`() throws {
    let script = try ScriptReader.read(Array("# a remark\n\n  # another\r\npress j k\n\twait 1s".utf8))
    #expect(script.lines.map(\.number) == [4, 4, 5])
    #expect(try steps("") == [])
  }

  @Test func `takes decomposed letters as the screen shows them`() throws {
    #expect(try steps("expect \"ที่\\u{E23}\"") == [.expect(LocalizedText("ที่ร", "ที่ร"), isThere: true)])
    #expect(try steps("expect \"\u{1112}\u{1161}\u{11AB}\"") == [.expect(LocalizedText("한", "한"), isThere: true)])
  }

  @Test func `counts what it looks for`() throws {
    let text = "press j\nexpect \"a\"\nexpect not \"b\"\nuntil \"c\" 1s\nsave d"
    #expect(try ScriptReader.read(Array(text.utf8)).expectations == 3)
  }

  @Test(
    arguments: [
      ("pres j", .unknownStep("pres")), ("\"text\"", .unknownStep("\"")), ("press", .needsKey),
      ("press Entr", .unknownKey("Entr")), ("press \"j\"", .unknownKey("\"j\"")),
      ("type", .needsText("type")), ("type abc", .needsText("type")), ("type \"a\" \"b\"", .tooMuch("type")),
      ("wait", .needsTime("wait")), ("wait soon", .badTime("soon")), ("wait -1s", .badTime("-1s")),
      ("wait 25h", .badTime("25h")), ("wait 1s 2s", .tooMuch("wait")), ("rest \"1s\"", .needsTime("rest")),
      ("until 5m", .needsText("until")), ("until \"a\"", .needsTime("until")),
      ("until \"a\" \"b\" \"c\" 1s", .needsTime("until")), ("expect", .needsText("expect")),
      ("expect not", .needsText("expect")), ("expect \"\"", .needsText("expect")), ("expect \"a", .unclosedText),
      ("expect \"a\\n\"", .unknownEscape), ("expect \"\\u{d800}\"", .unknownEscape),
      ("expect \"\\u301\"", .unknownEscape), ("expect \"a\\", .unknownEscape), ("expect \"\u{1B}[1m\"", .unprintable),
      ("save", .badName("")), ("save ../x", .badName("../x")), ("save a.txt", .badName("a.txt")),
      ("save \(String(repeating: "a", count: 101))", .badName(String(repeating: "a", count: 101))),
      ("caption word", .needsText("caption")), ("size 80", .badSize), ("size 0 24", .badSize),
      ("size 80 201", .badSize), ("size wide 24", .badSize),
    ] as [(String, ScriptFault.Problem)])
  func `refuses what is no step, and says where`(_ line: String, _ problem: ScriptFault.Problem) {
    #expect(fault("# first\n\(line)\nsave x") == ScriptFault(line: 2, problem))
  }

  @Test func `refuses what is no text, and what is too much of it`() {
    #expect(throws: ScriptFault(line: 1, .notText)) { try ScriptReader.read([0x70, 0xFF, 0xFE]) }
    #expect(throws: ScriptFault(line: 1, .tooLarge)) {
      try ScriptReader.read([UInt8](repeating: 0x0A, count: ScriptReader.mostBytes + 1))
    }
    #expect(throws: Never.self) { try ScriptReader.read([UInt8](repeating: 0x0A, count: 1000)) }
  }

  @Test(arguments: [UInt64](1...20))
  func `never breaks on noise`(seed: UInt64) {
    var state = seed
    let words = ["press", "type", "\"", "\\", "wait", "1s", "expect", "not", "한", "save", "\n", " ", "size", "-", "9"]
    for _ in 0..<200 {
      let text = (0..<12).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return words[Int(state >> 33) % words.count]
      }.joined()
      if let fault = fault(text) { #expect(fault.line >= 1 && !fault.sentence(in: .korean).isEmpty) }
    }
  }
}
