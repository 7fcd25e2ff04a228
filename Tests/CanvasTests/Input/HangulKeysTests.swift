import Testing

@testable import Canvas

@Suite("Keys under Hangul letters")
struct HangulKeysTests {
  private func struck(for text: String) -> String? {
    let keys = text.unicodeScalars.map { Key(.scalar($0)).struckUnderHangul }
    guard !keys.contains(nil) else { return nil }
    return String(String.UnicodeScalarView(keys.flatMap { $0 ?? [] }.compactMap(\.text)))
  }

  /// The rows of the keyboard, by the layout of the standard KS X 5002.
  @Test(arguments: [
    ("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", "qwertyuiop"), ("ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", "asdfghjkl"), ("ㅋㅌㅊㅍㅠㅜㅡ", "zxcvbnm"), ("ㅃㅉㄸㄲㅆㅒㅖ", "QWERTOP"),
  ])
  func `a letter is the key that it stands on`(letters: String, keys: String) {
    #expect(struck(for: letters) == keys)
  }

  @Test(arguments: [
    ("가", "rk"), ("너", "sj"), ("했", "goT"), ("뷁", "qnpfr"), ("의", "dml"), ("앉", "dksw"), ("힣", "glg"), ("값", "rkqt"),
  ])
  func `a committed syllable is taken apart into what was struck for it`(syllable: String, keys: String) {
    #expect(struck(for: syllable) == keys)
  }

  @Test func `every letter and syllable comes from keys with letters`() {
    for value in Array(0x3131...0x3163) + Array(0xAC00...0xD7A3) {
      let keys = Unicode.Scalar(UInt32(value)).flatMap { Key(.scalar($0)).struckUnderHangul } ?? []
      #expect((1...6).contains(keys.count) && keys.allSatisfy { $0.text?.properties.isAlphabetic == true }, "\(value)")
    }
  }

  @Test func `what is no Hangul letter, or comes with Ctrl or Alt, is itself`() {
    for key in ["a", "?", Key(.scalar("한"), .alt), "漢", .enter] as [Key] {
      #expect(key.struckUnderHangul == nil)
    }
  }
}
