import Testing

@testable import Canvas

/// The tables of the newer and the rarer families of terminals.
struct KeySequencesTests {
  private func events(_ text: String) -> [TerminalEvent] {
    var decoder = InputDecoder()
    return decoder.feed(text.utf8, now: 0) + decoder.flush(now: InputDecoder.eventTypeDelay)
  }

  private func expect(_ sequence: String, _ keys: [Key], _ location: SourceLocation = #_sourceLocation) {
    #expect(events("\u{1B}" + sequence) == keys.map { .key($0) }, "\(sequence)", sourceLocation: location)
    // Nothing of it leaks, and the next key is read.
    #expect(events("\u{1B}" + sequence + "x") == (keys + ["x"]).map { .key($0) }, sourceLocation: location)
  }

  @Test(arguments: [
    "[1;1:3B", "[1;5:3C", "[3;1:3~", "[106;1:3u", "[106;1:3;106u", "[13;1:3u", "[27;1:3u", "[57419;1:3u",
    "[1;1:3P", "[1;1:3R", "[1;2:3Z", "[1;129:3A", "O1;1:3A", "[1;1B:3", "[1;5C:3", "[3;1~:3", "[106;1u:3",
  ])
  func `the release of a key does nothing in any form`(sequence: String) { expect(sequence, []) }

  @Test(arguments: [
    ("[1;1:1B", Key.down), ("[1;1:2B", .down), ("[1;2:2B", Key(.down, .shift)), ("[3;1:2~", Key(.delete)),
    ("[106;1:1u", "j"), ("[106;1:2u", "j"), ("[13;1:2u", .enter), ("[1;1B:1", .down), ("[1;1B:2", .down),
    ("[1;5C:1", Key(.right, .control)), ("[1;1B", .down), ("[1;:1B", .down), ("[;5B", Key(.down, .control)),
  ])
  func `a press and a repeat are the key`(sequence: String, key: Key) { expect(sequence, [key]) }

  @Test(arguments: ["[1;1:0B", "[1;1:4B", "[1;257B", "[1;99999999999999999999B", "[97;257u", "[99999999999999999999u"])
  func `an event type or a modifier that does not exist does nothing`(sequence: String) { expect(sequence, []) }

  @Test(arguments: [
    ("[97;2u", Key("A")), ("[97:65;2u", "A"), ("[49:33;2u", "!"), ("[32;2u", .space), ("[13;2u", .enter),
    ("[127;2u", .backspace), ("[27;2u", .escape), ("[9;2u", Key(.tab, .shift)), ("[99;5u", .control("c")),
    ("[67;6u", Key(.scalar("c"), [.control, .shift])), ("[1089::99;5u", .control("c")),
    ("[1089;5u", Key(.scalar("с"), .control)),
    ("[97;3u", Key(.scalar("a"), .alt)), ("[113;9u", Key(.scalar("q"), .other)),
    ("[113;33u", Key(.scalar("q"), .other)),
    ("[97;65u", "a"), ("[97;129u", "a"), ("[97;193u", "a"), ("[1;193A", .up), ("[97;69u", .control("a")),
    ("[54620u", "한"), ("[128512u", "😀"), ("[3633u", Key(.scalar("\u{0E31}"))), ("[13;5u", Key(.enter, .control)),
  ])
  func `characters of the kitty protocol`(sequence: String, key: Key) { expect(sequence, [key]) }

  @Test func `the text that a key types goes before its number`() {
    expect("[97;2;65u", ["A"])
    expect("[97;;229u", ["å"])
    expect("[97;3;229u", ["å"])
    expect("[0;;54620:44544u", ["한", "글"])
    expect("[99;5;99u", [.control("c")])
    expect("[13;;13u", [.enter])
    expect("[97;1:3;97u", [])
  }

  @Test(arguments: [
    (57_399, Key("0")), (57_408, "9"), (57_409, "."), (57_410, "/"), (57_411, "*"), (57_412, "-"), (57_413, "+"),
    (57_414, .enter), (57_415, "="), (57_416, ","), (57_417, .left), (57_418, .right), (57_419, .up), (57_420, .down),
    (57_421, .pageUp), (57_422, .pageDown), (57_423, .home), (57_424, .end), (57_425, Key(.insert)),
    (57_426, Key(.delete)),
  ])
  func `keypad keys of the kitty protocol`(number: Int, key: Key) {
    expect("[\(number)u", [key])
    expect("[\(number);129:2u", [key])
  }

  @Test func `keys that mean nothing do nothing, lone modifiers too`() {
    for number in [0, 1, 57_344, 57_358, 57_363] + Array(57_376...57_398) + Array(57_427...57_454) {
      expect("[\(number)u", [])
      expect("[\(number);2:1u", [])
    }
  }

  @Test(arguments: [
    ("[27;5;99~", Key.control("c")), ("[27;2;65~", "A"), ("[27;2;33~", "!"), ("[27;2;13~", .enter),
    ("[27;5;13~", Key(.enter, .control)), ("[27;2;9~", Key(.tab, .shift)), ("[27;2;32~", .space),
    ("[27;6;67~", Key(.scalar("c"), [.control, .shift])), ("[27;3;113~", Key(.scalar("q"), .alt)),
    ("[27;1;27~", .escape), ("[27;2;127~", .backspace), ("[5C", Key(.right, .control)),
    ("[1;6D", Key(.left, [.control, .shift])),
    ("[5;5~", Key(.pageUp, .control)), ("[1;2P", Key(.function(1), .shift)), ("[15;5~", Key(.function(5), .control)),
  ])
  func `modified keys of xterm`(sequence: String, key: Key) { expect(sequence, [key]) }

  @Test(arguments: [
    ("[a", Key(.up, .shift)), ("[b", Key(.down, .shift)), ("[c", Key(.right, .shift)), ("[d", Key(.left, .shift)),
    ("Oa", Key(.up, .control)), ("Ob", Key(.down, .control)), ("Oc", Key(.right, .control)),
    ("Od", Key(.left, .control)),
    ("[7~", .home), ("[7$", Key(.home, .shift)), ("[7^", Key(.home, .control)),
    ("[7@", Key(.home, [.control, .shift])),
    ("[8$", Key(.end, .shift)), ("[3$", Key(.delete, .shift)), ("[2^", Key(.insert, .control)),
    ("[5$", Key(.pageUp, .shift)), ("[6^", Key(.pageDown, .control)), ("[6@", Key(.pageDown, [.control, .shift])),
    ("[11~", Key(.function(1))), ("[11^", Key(.function(1), .control)), ("[24$", Key(.function(12), .shift)),
    ("[25~", Key(.function(13))), ("[34~", Key(.function(20))), ("[Z", Key(.tab, .shift)),
  ])
  func `keys of rxvt`(sequence: String, key: Key) { expect(sequence, [key]) }

  @Test func `keys of the application keypad`() {
    for digit in UInt8(0)...9 {
      expect("O\(Unicode.Scalar(0x70 + digit))", [Key(.scalar(Unicode.Scalar(0x30 + digit)))])
    }
    for (final, key) in [
      ("j", Key("*")), ("k", "+"), ("l", ","), ("m", "-"), ("n", "."), ("o", "/"), ("X", "="), ("M", .enter),
      ("I", .tab),
      (" ", .space), ("P", Key(.function(1))), ("S", Key(.function(4))),
    ] { expect("O\(final)", [key]) }
  }

  @Test(arguments: [
    ("\u{1B}[C", Key(.right, .alt)), ("\u{1B}OC", Key(.right, .alt)), ("\u{1B}[5~", Key(.pageUp, .alt)),
    ("\u{1B}[c", Key(.right, [.shift, .alt])), ("\u{1B}Oc", Key(.right, [.control, .alt])),
    ("\u{1B}[Z", Key(.tab, [.shift, .alt])),
    ("\u{1B}[[A", Key(.function(1), .alt)), ("\u{1B}[1;2C", Key(.right, [.shift, .alt])),
    ("\u{1B}[8$", Key(.end, [.shift, .alt])),
    ("\r", Key(.enter, .alt)), ("\u{7F}", Key(.backspace, .alt)), ("\t", Key(.tab, .alt)), ("[1;3C", Key(.right, .alt)),
    ("\u{3}", Key(.scalar("c"), [.control, .alt])),
  ])
  func `an Esc before a key's sequence is Alt`(sequence: String, key: Key) { expect(sequence, [key]) }

  @Test func `an Esc before what a terminal tells by itself is the Esc key`() {
    let place = TerminalEvent.click(Position(x: 0, y: 0))
    for (report, event) in [
      ("\u{1B}[<0;1;1M", place), ("\u{1B}[M !!", place), ("\u{1B}[I", .focus(true)),
      ("\u{1B}[1;3R", .cursorReport(line: 1, column: 3)),
      ("\u{1B}[200~a\u{1B}[201~", .paste("a")),
    ] { #expect(events("\u{1B}" + report) == [.key(.escape), event]) }
    #expect(events("\u{1B}\u{1B}[<0;1;1mx") == [.key(.escape), .key("x")])
    #expect(events("\u{1B}\u{1B}[?62cx") == [.key(.escape), .key("x")])
  }

  @Test(arguments: ["\u{1B}[99~", "\u{1B}[e", "\u{1B}Oe", "\u{1B}[1;1:3B", "\u{1B}[[Z", "\u{1B}[1;2$H"])
  func `an Esc before what nobody knows does nothing`(sequence: String) { expect(sequence, []) }

  @Test func `a malformed sequence ends before what cannot belong to it`() {
    for beginning in ["[", "[1;", "O", "[[", "[M!", "[<0;1", "[1;5$", "["] {
      #expect(events("\u{1B}\(beginning)\rj") == [.key(.enter), .key("j")], "\(beginning)")
      #expect(events("\u{1B}\(beginning)\u{3}") == [.key(.control("c"))], "\(beginning)")
      guard beginning != "[M!" else { continue }
      #expect(events("\u{1B}\(beginning)한") == [.key("한")], "\(beginning)")
    }
    #expect(events("\u{1B}[" + String(repeating: "1;", count: 50) + "\rj") == [.key(.enter), .key("j")])
  }
}
