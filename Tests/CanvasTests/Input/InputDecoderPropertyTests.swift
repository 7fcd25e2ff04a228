import TestSupport
import Testing

@testable import Canvas

struct InputDecoderPropertyTests {
  private static let pieces: [[UInt8]] =
    [
      "\u{1B}", "\u{1B}[", "\u{1B}O", "\u{1B}]", "\u{1B}P", "\u{1B}\\", "\u{1B}[200~", "\u{1B}[201~", "\u{1B}[A",
      "\u{1B}[1;5C", "\u{1B}OP", "\u{1B}[<0;10;5M", "\u{1B}[M", "\u{1B}[[", "\u{1B}[1;3R", "\u{1B}[I", "\u{1B}[97;5u",
      "\u{1B}[1;1:3B", "\u{1B}[1;2B", ":3", ":", "\u{1B}[97::98;5:2;97:98u", "\u{1B}[8$", "\u{1B}[27;5;99~",
      "\u{1B}\u{1B}",
      "\u{1B}Ob", "한글", "\u{FF4A}",
      "q", "j", "1;", "~", "\r", "\u{3}", "\u{7}", "\u{1B}]0;title\u{7}", "\u{1B}[?62c", "🎫", "M", "$",
      String(repeating: "1", count: 70),
    ].map { Array($0.utf8) } + [[0xED], [0x95, 0x9C], [0xFF], [0xC2, 0x9B], [0xF0, 0x9F], [0x00]]

  private func randomBytes(_ random: inout SeededRandom) -> [UInt8] {
    if Bool.random(using: &random) {
      return (0..<Int.random(in: 0...40, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
    }
    return (0..<Int.random(in: 0...12, using: &random)).flatMap { _ in
      Self.pieces.randomElement(using: &random) ?? []
    }
  }

  @Test(arguments: 0..<20)
  func `how the bytes are cut makes no difference, and nothing traps`(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    for _ in 0..<LongForm.times(1_000, long: 50_000) {
      let bytes = randomBytes(&random)
      var whole = InputDecoder()
      var cut = InputDecoder()
      let events = whole.feed(bytes, now: 0)
      var pieces: [TerminalEvent] = []
      var index = 0
      while index < bytes.count {
        let end = min(bytes.count, index + Int.random(in: 1...6, using: &random))
        pieces += cut.feed(bytes[index..<end], now: 0)
        index = end
      }
      #expect(pieces == events, "\(bytes)")
      #expect(cut.deadline == whole.deadline, "\(bytes)")
      #expect(cut.flush(now: 5_000) == whole.flush(now: 5_000), "\(bytes)")
    }
  }

  @Test(arguments: 0..<10)
  func `after a silence a key is always read`(seed: Int) {
    var random = SeededRandom(seed: UInt64(1_000 + seed))
    var decoder = InputDecoder()
    var now: Int64 = 0
    for _ in 0..<LongForm.times(1_000, long: 100_000) {
      let bytes = randomBytes(&random)
      _ = decoder.feed(bytes, now: now)
      now += InputDecoder.pasteDelay
      _ = decoder.flush(now: now)
      #expect(decoder.feed("j".utf8, now: now) == [.key("j")], "\(bytes)")
    }
  }

  @Test(arguments: 0..<10)
  func `letters are only such as can be shown`(seed: Int) {
    var random = SeededRandom(seed: UInt64(2_000 + seed))
    for _ in 0..<LongForm.times(500, long: 100_000) {
      var decoder = InputDecoder()
      for case .key(let key) in decoder.feed(randomBytes(&random), now: 0) {
        guard let text = key.text else { continue }
        #expect(text.value >= 0x20 && !(0x7F..<0xA0).contains(text.value))
      }
    }
  }
}
