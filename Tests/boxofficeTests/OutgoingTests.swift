internal import Files
internal import Testing

@testable internal import boxoffice

@Suite("A text on its way out")
struct OutgoingTests {
  @Test(arguments: ["", "plain", "한글 · “quoted” — ×5", "\\x1B is spelled out", "\u{FFFD}"])
  func `stays as it is when it can be shown`(_ text: String) { #expect(text.outgoing == text) }

  @Test(
    arguments: [
      ("a\u{1B}[31m", "a\\x1B[31m"), ("\u{7}\t\u{7F}\u{0}", "\\x07\\x09\\x7F\\x00"),
      ("\u{9B}31m\u{85}", "\\u{9B}31m\\u{85}"),
      ("one\ntwo\r\n", "one\\x0Atwo\\x0D\\x0A"),
      ("\u{202E}\u{2066}\u{200F}\u{61C}", "\\u{202E}\\u{2066}\\u{200F}\\u{61C}"),
      ("\u{2028}\u{FEFF}\u{E000}", "\\u{2028}\\u{FEFF}\\u{E000}"),
    ])
  func `has written out what must not reach a terminal`(_ text: String, _ shown: String) {
    #expect(text.outgoing == shown)
    #expect(shown.outgoing == shown, "twice is no different")
  }

  @Test func `has bytes that are no text written out`() {
    #expect(MarkedText.text(of: [0x61, 0xB0, 0xFF, 0x0A]).outgoing == "a\\xB0\\xFF\\x0A")
  }

  @Test func `a path is quoted so that a shell finds it`() {
    #expect(("/a/b.sqlite" as FilePath).forShell == "/a/b.sqlite")
    #expect(("/a/집.sqlite" as FilePath).forShell == "/a/집.sqlite")
    #expect(("it's $1" as FilePath).forShell == "'it'\\''s $1'")
    #expect(FilePath(bytes: [0x27, 0x20, 0xFF, 0x1B, 0x5C]).forShell == "$'\\' \\xFF\\x1B\\\\'")
  }
}
