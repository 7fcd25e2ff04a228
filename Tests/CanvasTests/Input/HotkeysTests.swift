import Testing

@testable import Canvas

struct HotkeysTests {
  @Test func `full-width letters, digits and signs act as those of ASCII`() throws {
    for value in UInt32(0x21)...0x7E {
      let wide = Key(.scalar(try #require(Unicode.Scalar(value + 0xFEE0))))
      #expect(wide.hotkeys == [Key(.scalar(try #require(Unicode.Scalar(value))))])
    }
    #expect(Key("\u{3000}").hotkeys == [.space])
  }

  @Test func `Hangul letters act as the keys under them, in parts too`() {
    #expect(Key("ㅓ").hotkeys == ["j"])
    #expect(Key("한").hotkeys == ["g", "k", "s"])
    #expect("\u{1112}\u{1161}\u{11AB}".unicodeScalars.flatMap { Key(.scalar($0)).hotkeys } == ["g", "k", "s"])
  }

  @Test(arguments: ["a", "?", .enter, .escape, .control("c"), Key(.up, .shift), "é", "漢", "ｱ"] as [Key])
  func `any other key is itself`(key: Key) { #expect(key.hotkeys == [key]) }

  @Test(arguments: [Key(.right, .alt), Key(.scalar("q"), .alt), Key(.scalar("ｑ"), .other), Key(.escape, .alt)])
  func `with Alt and the like a key does nothing`(key: Key) { #expect(key.hotkeys == []) }
}
