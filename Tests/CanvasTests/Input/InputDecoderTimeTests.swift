import Testing

@testable import Canvas

/// What the passing of time decides, and that nothing stays open or grows for ever.
struct InputDecoderTimeTests {
  private var decoder = InputDecoder()

  @Test mutating func `a lone Esc is the key at its deadline and not before`() {
    #expect(decoder.deadline == nil)
    #expect(decoder.feed([0x1B], now: 100) == [])
    #expect(decoder.deadline == 100 + InputDecoder.escapeDelay)
    #expect(decoder.flush(now: 124) == [])
    #expect(decoder.flush(now: 125) == [.key(.escape)])
    #expect(decoder.deadline == nil)
    #expect(decoder.flush(now: 10_000) == [])
  }

  @Test mutating func `an Esc acts within 50 milliseconds`() {
    #expect(InputDecoder.escapeDelay <= 50)
  }

  @Test mutating func `two Escs act at the deadline, since they may begin a key with Alt; of three the first at once`()
  {
    #expect(decoder.feed([0x1B, 0x1B], now: 0) == [])
    #expect(decoder.flush(now: 24) == [])
    #expect(decoder.flush(now: 25) == [.key(.escape), .key(.escape)])
    #expect(decoder.feed([0x1B, 0x1B, 0x1B], now: 100) == [.key(.escape)])
    #expect(decoder.flush(now: 125) == [.key(.escape), .key(.escape)])
  }

  @Test mutating func `a key that may have an event type behind it waits for a moment`() {
    #expect(decoder.feed("\u{1B}[1;2B".utf8, now: 0) == [])
    #expect(decoder.deadline == InputDecoder.eventTypeDelay)
    #expect(decoder.flush(now: InputDecoder.eventTypeDelay) == [.key(Key(.down, .shift))])
    #expect(decoder.feed(":".utf8, now: 6) == [.key(":")])
    #expect(decoder.feed("\u{1B}[1;2B:".utf8, now: 10) == [])
    #expect(decoder.flush(now: 15) == [.key(Key(.down, .shift)), .key(":")])
    #expect(decoder.feed("\u{1B}[1;2Bj".utf8, now: 20) == [.key(Key(.down, .shift)), .key("j")])
    #expect(decoder.feed("\u{1B}[B".utf8, now: 30) == [.key(.down)])
  }

  @Test mutating func `a sequence in two reads is one key`() {
    #expect(decoder.feed([0x1B], now: 0) == [])
    #expect(decoder.feed("[".utf8, now: 20) == [])
    #expect(decoder.flush(now: 60) == [])
    #expect(decoder.feed("A".utf8, now: 60) == [.key(.up)])
    #expect(decoder.deadline == nil)
  }

  @Test mutating func `no bytes do not put off the deadline`() {
    _ = decoder.feed([0x1B], now: 0)
    _ = decoder.feed([], now: 20)
    #expect(decoder.deadline == 25)
  }

  @Test(arguments: [1, 2])
  mutating func `Hangul in two reads is one letter, however late the second comes`(cut: Int) {
    let bytes = Array("한".utf8)
    #expect(decoder.feed(bytes[..<cut], now: 0) == [])
    #expect(decoder.deadline == nil)
    #expect(decoder.flush(now: 60_000) == [])
    #expect(decoder.feed(bytes[cut...], now: 60_000) == [.key("한")])
  }

  @Test mutating func `Hangul byte by byte is one letter`() {
    let events = Array("한글".utf8).enumerated().flatMap { decoder.feed([$1], now: Int64($0) * 1_000) }
    #expect(events == [.key("한"), .key("글")])
  }

  @Test mutating func `half a letter does not swallow the next key`() {
    _ = decoder.feed([0xED, 0x95], now: 0)
    #expect(decoder.feed("j".utf8, now: 1) == [.key("j")])
    _ = decoder.feed([0xED], now: 2)
    #expect(decoder.feed("\u{1B}[A".utf8, now: 3) == [.key(.up)])
  }

  @Test(
    arguments: [
      [0x80], [0xBF, 0xBF], [0xC0, 0x80], [0xC3], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
      [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xC2, 0x9B],
    ] as [[UInt8]])
  mutating func `invalid UTF-8 and upper control characters are nothing`(bytes: [UInt8]) {
    #expect(decoder.feed(bytes + [0x78], now: 0) == [.key("x")])
  }

  @Test(arguments: ["\u{1B}[", "\u{1B}[1;5", "\u{1B}O", "\u{1B}[<0;1", "\u{1B}[M ", "\u{1B}[["])
  mutating func `half a sequence is nothing once its deadline has passed`(text: String) {
    #expect(decoder.feed(text.utf8, now: 0) == [])
    #expect(decoder.deadline == InputDecoder.sequenceDelay)
    #expect(decoder.flush(now: InputDecoder.sequenceDelay) == [])
    #expect(decoder.feed("j".utf8, now: 200) == [.key("j")])
  }

  @Test(arguments: ["\u{1B}]0;title", "\u{1B}P1", "\u{1B}_G"])
  mutating func `a string without an end is given up at its deadline`(text: String) {
    #expect(decoder.feed(text.utf8, now: 0) == [])
    #expect(decoder.feed("q".utf8, now: 50) == [])
    #expect(decoder.deadline == 50 + InputDecoder.sequenceDelay)
    #expect(decoder.flush(now: 150) == [])
    #expect(decoder.deadline == nil)
    #expect(decoder.feed("j".utf8, now: 151) == [.key("j")])
  }

  @Test mutating func `half an end mark of a string is not the Esc key`() {
    #expect(decoder.feed("\u{1B}]0;title\u{1B}".utf8, now: 0) == [])
    #expect(decoder.flush(now: InputDecoder.sequenceDelay) == [])
    #expect(decoder.feed("j".utf8, now: 200) == [.key("j")])
  }

  @Test mutating func `a key sequence breaks off a string without an end at once`() {
    #expect(decoder.feed("\u{1B}]0;title".utf8, now: 0) == [])
    #expect(decoder.feed("\u{1B}[A".utf8, now: 10) == [.key(.up)])
  }

  @Test mutating func `a paste without an end is given as it is after a silence`() {
    #expect(decoder.feed("\u{1B}[200~한q".utf8, now: 0) == [])
    #expect(decoder.flush(now: 999) == [])
    #expect(decoder.feed("z".utf8, now: 999) == [])
    #expect(decoder.flush(now: 1_998) == [])
    #expect(decoder.flush(now: 1_999) == [.paste("한qz")])
    #expect(decoder.feed("\u{1B}[201~j".utf8, now: 2_000) == [.key("j")])
  }

  @Test(arguments: ["\u{1B}]0;", "\u{1B}P", "\u{1B}[", "\u{1B}O", "\u{1B}[<"])
  mutating func `what never ends does not grow`(start: String) {
    _ = decoder.feed(start.utf8, now: 0)
    for step in 0..<200 {
      #expect(decoder.feed([UInt8](repeating: 0x31, count: 1_000), now: Int64(step)) == [])
      #expect(decoder.backlog <= 128)
    }
  }

  @Test mutating func `a paste is kept up to its limit`() {
    _ = decoder.feed("\u{1B}[200~".utf8, now: 0)
    for _ in 0..<100 {
      #expect(decoder.feed([UInt8](repeating: 0x61, count: 1_000), now: 0) == [])
      #expect(decoder.backlog <= InputDecoder.pasteLimit + 8)
    }
    let text = String(repeating: "a", count: InputDecoder.pasteLimit)
    #expect(decoder.feed("\u{1B}[201~j".utf8, now: 0) == [.paste(text), .key("j")])
    #expect(decoder.backlog == 0)
  }
}
