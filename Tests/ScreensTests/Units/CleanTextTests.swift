import Testing

@testable import Screens

struct CleanTextTests {
  @Test func `nothing that steers a terminal is left in a clean text`() {
    let controls = (0..<0x20).map { String(UnicodeScalar(UInt8($0))) }.joined() + "\u{7F}\u{80}\u{9B}\u{9F}"
    #expect("가\(controls)나".clean == "가나")
    #expect("a\u{200B}\u{202E}\u{2028}\u{E000}b".clean == "ab")
    #expect("김하늘 é 🎻".clean == "김하늘 é 🎻")
  }
}
