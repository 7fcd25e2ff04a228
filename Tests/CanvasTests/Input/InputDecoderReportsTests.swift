import Testing

@testable import Canvas

/// What is no key: mouse, focus, paste, answers of the terminal.
struct InputDecoderReportsTests {
  private func events(_ text: String) -> [TerminalEvent] {
    var decoder = InputDecoder()
    return decoder.feed(text.utf8, now: 0)
  }

  @Test func `a click has its place, counted from nothing`() {
    #expect(events("\u{1B}[<0;10;5M\u{1B}[<0;10;5m") == [.click(Position(x: 9, y: 4))])
    #expect(events("\u{1B}[<4;300;200M") == [.click(Position(x: 299, y: 199))])
  }

  @Test func `the wheel has a direction`() {
    let place = Position(x: 0, y: 1)
    #expect(events("\u{1B}[<64;1;2M") == [.wheel(place, down: false)])
    #expect(events("\u{1B}[<65;1;2M") == [.wheel(place, down: true)])
    #expect(events("\u{1B}[<81;1;2M") == [.wheel(place, down: true)])
  }

  @Test(arguments: [4, 8, 16, 28]) func `Shift, Alt and Ctrl change nothing`(modifiers: Int) {
    #expect(events("\u{1B}[<\(modifiers);1;1M") == [.click(Position(x: 0, y: 0))])
    #expect(events("\u{1B}[<\(64 + modifiers);1;1M") == [.wheel(Position(x: 0, y: 0), down: false)])
  }

  @Test(arguments: [
    "<1;1;1M", "<2;1;1M", "<32;1;1M", "<35;1;1M", "<66;1;1M", "<96;1;1M", "<128;1;1M", "<256;1;1M", "<0;1;1m",
    "<64;1;1m", "<0;1;1A", "<0;0;1M", "<0;1M", "<M",
  ])
  func `other buttons, releases, movement and broken reports are nothing`(report: String) {
    #expect(events("\u{1B}[\(report)x") == [.key("x")])
  }

  @Test func `the older mouse report is a click, not Enter and letters`() {
    #expect(events("\u{1B}[M !!x") == [.click(Position(x: 0, y: 0)), .key("x")])
    #expect(events("\u{1B}[M#qqx") == [.key("x")])
    #expect(events("\u{1B}[32;10;5Mx") == [.key("x")])
    var decoder = InputDecoder()
    #expect(decoder.feed([0x1B, 0x5B, 0x4D, 0x20, 0xF0], now: 0) == [])
    #expect(decoder.feed([0x22], now: 0) == [.click(Position(x: 207, y: 1))])
  }

  @Test func `focus comes and goes`() {
    #expect(events("\u{1B}[O\u{1B}[I") == [.focus(false), .focus(true)])
  }

  @Test func `the cursor's place is told`() {
    #expect(events("\u{1B}[1;3R") == [.cursorReport(line: 1, column: 3)])
    #expect(events("\u{1B}[24;80R") == [.cursorReport(line: 24, column: 80)])
  }

  @Test func `a paste is one text, whatever is in it`() {
    let text = "q\r한글 \u{1B}[A\u{1B}OP\u{1B}[200~\u{3}"
    #expect(events("a\u{1B}[200~\(text)\u{1B}[201~b") == [.key("a"), .paste(text), .key("b")])
    #expect(events("\u{1B}[200~\u{1B}[201~") == [.paste("")])
  }

  @Test func `a paste may be cut anywhere, in its end mark too`() {
    let bytes = Array("\u{1B}[200~한 q\u{1B}[20\u{1B}[201~j".utf8)
    for cut in 0...bytes.count {
      var decoder = InputDecoder()
      let events = decoder.feed(bytes[..<cut], now: 0) + decoder.feed(bytes[cut...], now: 1)
      #expect(events == [.paste("한 q\u{1B}[20"), .key("j")], "cut at \(cut)")
    }
  }

  @Test func `a paste that is no text is repaired, a lone end mark nothing`() {
    var decoder = InputDecoder()
    let bytes = Array("\u{1B}[200~a".utf8) + [0xED, 0x95] + Array("\u{1B}[201~".utf8)
    #expect(decoder.feed(bytes, now: 0) == [.paste("a\u{FFFD}")])
    #expect(decoder.feed("\u{1B}[201~".utf8, now: 0) == [])
  }

  @Test(arguments: [
    "\u{1B}[?62;22c", "\u{1B}[>0;276;0c", "\u{1B}[?2026;2$y", "\u{1B}[?1;2R", "\u{1B}[?1A", "\u{1B}[>4;1H",
    "\u{1B}[99~",
    "\u{1B}[9^", "\u{1B}[e", "\u{1B}Oe", "\u{1B}[E", "\u{1B}[27;5;5~", "\u{1B}[8;24;80t", "\u{1B}[[Z", "\u{1B}[1;2$H",
    "\u{1B}]11;rgb:ffff/ffff/ffff\u{7}", "\u{1B}]0;q\u{1B}\\", "\u{1B}P1+r544e=78\u{1B}\\", "\u{1B}_Gi=1;OK\u{1B}\\",
    "\u{1B}^q\u{1B}\\", "\u{1B}Xq\u{1B}\\", "\u{1B}]q\u{1B}\u{1B}\\",
  ])
  func `what nobody knows is passed over whole`(sequence: String) {
    #expect(events(sequence + "x") == [.key("x")])
  }

  @Test func `an overlong sequence is passed over up to its last byte`() {
    #expect(events("\u{1B}[" + String(repeating: "1;", count: 500) + "Ax") == [.key("x")])
    #expect(events("\u{1B}O" + String(repeating: "1;", count: 500) + "Px") == [.key("x")])
  }

  @Test(arguments: ["\u{1B}[12\u{1B}[A", "\u{1B}O\u{1B}[A", "\u{1B}]q\u{1B}[A", "\u{1B}[[\u{1B}[A"])
  func `what is broken off by another sequence gives way to it`(text: String) {
    #expect(events(text) == [.key(.up)])
  }
}
