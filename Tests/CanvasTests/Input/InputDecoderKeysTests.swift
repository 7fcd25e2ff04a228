import Testing

@testable import Canvas

/// The keys as xterm, the VT terminals, the Linux console, rxvt and kitty send them.
struct InputDecoderKeysTests {
  private func events(_ text: String) -> [TerminalEvent] {
    var decoder = InputDecoder()
    return decoder.feed(text.utf8, now: 0) + decoder.flush(now: InputDecoder.eventTypeDelay)
  }

  @Test(arguments: [
    ("\u{1B}[A", Key.up), ("\u{1B}[B", .down), ("\u{1B}[C", .right), ("\u{1B}[D", .left), ("\u{1B}OA", .up),
    ("\u{1B}OB", .down), ("\u{1B}OC", .right), ("\u{1B}OD", .left), ("\u{1B}[1;1A", .up),
    ("\u{1B}[1;2A", Key(.up, .shift)), ("\u{1B}[1;3B", Key(.down, .alt)), ("\u{1B}[1;5C", Key(.right, .control)),
    ("\u{1B}[1;8D", Key(.left, [.shift, .alt, .control])), ("\u{1B}O5C", Key(.right, .control)),
    ("\u{1B}[H", .home), ("\u{1B}OH", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home), ("\u{1B}[F", .end),
    ("\u{1B}OF", .end), ("\u{1B}[4~", .end), ("\u{1B}[8~", .end), ("\u{1B}[1;5H", Key(.home, .control)),
    ("\u{1B}[2~", Key(.insert)), ("\u{1B}[3~", Key(.delete)), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown),
    ("\u{1B}[3;5~", Key(.delete, .control)), ("\u{1B}[6;2~", Key(.pageDown, .shift)), ("\u{1B}OM", .enter),
    ("\u{1B}[Z", Key(.tab, .shift)),
  ])
  func `cursor and editing keys`(text: String, key: Key) {
    #expect(events(text) == [.key(key)])
  }

  @Test(arguments: [
    ("\u{1B}OP", 1), ("\u{1B}OQ", 2), ("\u{1B}OR", 3), ("\u{1B}OS", 4), ("\u{1B}[P", 1), ("\u{1B}[Q", 2),
    ("\u{1B}[R", 3), ("\u{1B}[S", 4), ("\u{1B}[11~", 1), ("\u{1B}[12~", 2), ("\u{1B}[13~", 3), ("\u{1B}[14~", 4),
    ("\u{1B}[15~", 5), ("\u{1B}[17~", 6), ("\u{1B}[18~", 7), ("\u{1B}[19~", 8), ("\u{1B}[20~", 9), ("\u{1B}[21~", 10),
    ("\u{1B}[23~", 11), ("\u{1B}[24~", 12), ("\u{1B}[[A", 1), ("\u{1B}[[B", 2), ("\u{1B}[[C", 3), ("\u{1B}[[D", 4),
    ("\u{1B}[[E", 5),
  ])
  func `function keys`(text: String, number: Int) {
    #expect(events(text) == [.key(Key(.function(number)))])
  }

  @Test(arguments: [("\u{1B}[1;5P", Key.Modifiers.control), ("\u{1B}O5P", .control), ("\u{1B}O1;2P", .shift)])
  func `function keys with a modifier`(text: String, modifiers: Key.Modifiers) {
    #expect(events(text) == [.key(Key(.function(1), modifiers))])
  }

  @Test(arguments: [
    ("\u{1B}[27u", Key.escape), ("\u{1B}[27;1u", .escape), ("\u{1B}[13u", .enter), ("\u{1B}[9;2u", Key(.tab, .shift)),
    ("\u{1B}[127u", .backspace), ("\u{1B}[97u", "a"), ("\u{1B}[99;5u", .control("c")),
    ("\u{1B}[97:65;2u", "A"), ("\u{1B}[54620u", "한"), ("\u{1B}[128512u", "😀"),
  ])
  func `keys of the newer keyboard protocol`(text: String, key: Key) {
    #expect(events(text) == [.key(key)])
  }

  @Test(arguments: [
    "\u{1B}[57358u", "\u{1B}[57441;2u", "\u{1B}[55296u", "\u{1B}[5u", "\u{1B}[155u", "\u{1B}[99999999u",
  ])
  func `keys of that protocol that are no characters are nothing`(text: String) {
    #expect(events(text + "x") == [.key("x")])
  }

  @Test func `printable ASCII is itself`() {
    let text = String(String.UnicodeScalarView((UInt8(0x20)..<0x7F).map { Unicode.Scalar($0) }))
    #expect(events(text) == text.unicodeScalars.map { .key(Key(.scalar($0))) })
  }

  @Test func `every control byte is its key, or nothing`() {
    var decoder = InputDecoder()
    for byte in (UInt8(0)..<0x20).filter({ $0 != 0x1B }) + [0x7F] {
      let expected: [TerminalEvent] =
        switch byte {
        case 0x00: [.key(.control(" "))]
        case 0x08, 0x7F: [.key(.backspace)]
        case 0x09: [.key(.tab)]
        case 0x0A, 0x0D: [.key(.enter)]
        case 0x1C...0x1F: []
        default: [.key(.control(Unicode.Scalar(byte + 0x60)))]
        }
      #expect(decoder.feed([byte], now: 0) == expected, "\(byte)")
    }
    #expect(decoder.feed([0x03], now: 0) == [.key(.control("c"))])
  }

  @Test func `an Esc before a letter is the Esc key, and the letter one too`() {
    #expect(events("\u{1B}q\u{1B}?") == [.key(.escape), .key("q"), .key(.escape), .key("?")])
    #expect(events("\u{1B}한") == [.key(.escape), .key("한")])
    #expect(events("\u{1B}\u{1B}x") == [.key(.escape), .key(.escape), .key("x")])
  }

  @Test func `five hundred keys in one read all come, in order`() {
    let text = String(repeating: "j\u{1B}[A한\r", count: 125)
    let once: [TerminalEvent] = [.key("j"), .key(.up), .key("한"), .key(.enter)]
    #expect(events(text) == (0..<125).flatMap { _ in once })
  }
}
