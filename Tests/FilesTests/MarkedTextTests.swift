import TestSupport
import Testing

@testable import Files

@Suite("Bytes as text")
struct MarkedTextTests {
  @Test(arguments: ["", "plain", "한글 이름", "e\u{301} \u{1F468}\u{200D}\u{1F467}", "\u{E000}\u{F8FF}\u{FFFD}"])
  func `that is UTF-8 is the text itself`(_ text: String) {
    #expect(Array(MarkedText.text(of: Array(text.utf8)).utf8) == Array(text.utf8))
    #expect(MarkedText.bytes(of: text) == Array(text.utf8))
  }

  @Test(
    arguments: [
      [0xFF], [0xB0, 0xA1, 0x2F, 0xB3, 0xAA], [0x61, 0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x8F, 0xBF, 0xBF],
      [0xF4, 0x90, 0x80, 0x80], [0xC0, 0xAF], [0xF4, 0x8F, 0xBC, 0xB0, 0xFF], [0xE2, 0x82], [0x80, 0xEC, 0xA2, 0x8B],
    ] as [[UInt8]])
  func `gives all of them back`(_ bytes: [UInt8]) {
    #expect(MarkedText.bytes(of: MarkedText.text(of: bytes)) == bytes)
  }

  @Test(arguments: 0..<3 as Range<UInt64>) func `gives back whatever there is`(_ seed: UInt64) {
    var chance = SeededRandom(seed: seed)
    let pieces: [[UInt8]] = [
      [0xF4, 0x8F, 0xBE, 0x81], [0xED, 0x95, 0x9C], [0xF0, 0x9F], [0xFF], [0x41], [0xC3], [0xA9],
    ]
    for _ in 0..<LongForm.times(2_000, long: 500_000) {
      let bytes = (0..<Int.random(in: 0...8, using: &chance)).flatMap { _ in
        pieces.randomElement(using: &chance) ?? []
      }
      #expect(MarkedText.bytes(of: MarkedText.text(of: bytes)) == bytes)
    }
  }

  @Test func `is shown with what is no UTF-8 written out`() {
    #expect(MarkedText.shown(MarkedText.text(of: [0x61, 0xFF, 0x0A, 0x80])) == "a\\xFF\n\\x80")
    #expect(MarkedText.shown(MarkedText.text(of: [0xF4, 0x8F, 0xBF, 0xBF])) == "\\xF4\\x8F\\xBF\\xBF")
    #expect(MarkedText.shown("글") == "글")
  }
}
