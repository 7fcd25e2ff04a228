import Testing

@testable import Canvas

struct CellWidthTests {
  @Test func `printable ASCII takes one cell`() {
    for value in UInt8(0x20)..<0x7F { #expect(Unicode.Scalar(value).cellWidth == 1, "\(value)") }
  }

  @Test func `control characters take none`() throws {
    for value in Array(UInt32(0)..<0x20) + Array(0x7F..<0xA0) {
      #expect(try #require(Unicode.Scalar(value)).cellWidth == 0, "\(value)")
    }
  }

  @Test func `every Hangul syllable takes two`() throws {
    for value in UInt32(0xAC00)...0xD7A3 { #expect(try #require(Unicode.Scalar(value)).cellWidth == 2) }
  }

  @Test func `a decomposed syllable takes the two cells of its first letter`() {
    #expect("\u{1100}\u{1161}".cellWidth == 2)
    #expect("\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}".cellWidth == "한국".cellWidth)
    #expect("\u{D7B0}\u{D7CB}".cellWidth == 0)
  }

  @Test func `single Korean letters take two`() {
    for scalar in "ㄱㅎㅏㅣㅓㅗ".unicodeScalars { #expect(scalar.cellWidth == 2) }
  }

  @Test(arguments: ["\u{300}", "\u{20DD}", "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{FE0F}", "\u{2028}", "\u{AD}"])
  func `what stands on another or is not seen takes none`(text: String) {
    #expect(text.cellWidth == 0)
  }

  @Test(arguments: ["\u{3099}", "\u{309A}", "\u{302A}"])
  func `marks take none among wide characters either`(text: String) {
    #expect(text.cellWidth == 0)
  }

  @Test func `the signs that every terminal draws one cell wide take one`() {
    for scalar in "░✓✗✕☑☒▢◉⠋⣿₩".unicodeScalars { #expect(scalar.cellWidth == 1, "\(scalar)") }
  }

  @Test func `box lines, blocks and arrows take one`() throws {
    for value in UInt32(0x2500)...0x259F { #expect(try #require(Unicode.Scalar(value)).cellWidth == 1) }
    for scalar in "●○■□◆◇▶★…·→←×".unicodeScalars { #expect(scalar.cellWidth == 1, "\(scalar)") }
  }

  @Test func `Chinese characters, full-width forms and pictures take two`() {
    for scalar in "漢字あア！Ａ、。「￦🎫🎵😀".unicodeScalars { #expect(scalar.cellWidth == 2, "\(scalar)") }
  }

  @Test func `a text that fits is left as it is`() {
    #expect("한국 abc".fitted(to: 8, mark: "…") == "한국 abc")
  }

  @Test func `a text that does not fit ends in the mark and never splits a wide character`() {
    #expect("한국어".fitted(to: 5, mark: "…") == "한국…")
    #expect("한국어".fitted(to: 4, mark: "…") == "한…")
    #expect("abcdef".fitted(to: 4, mark: "..") == "ab..")
    #expect("abcdef".fitted(to: 1, mark: "..") == ".")
    #expect("abcdef".fitted(to: 0, mark: "…") == "")
    #expect("abcdef".fitted(to: -3, mark: "…") == "")
  }

  @Test(arguments: ["", "abc", "한국어 공연", "a한b국c", "e\u{301}le\u{300}ve"])
  func `padding and aligning give exactly the width`(text: String) {
    for width in 0...20 {
      #expect(text.padded(to: width, mark: "…").cellWidth == width)
      #expect(text.rightAligned(in: width).cellWidth == max(width, text.cellWidth))
      #expect(text.rightAligned(in: width).hasSuffix(text))
    }
  }

  @Test func `vowels beside their letter take one, hexagrams and Tangut two`() {
    for scalar in "ाीाைេោះำ".unicodeScalars { #expect(scalar.cellWidth == 1, "\(scalar.value)") }
    for scalar in "䷀𗀀🛜".unicodeScalars { #expect(scalar.cellWidth == 2, "\(scalar.value)") }
  }
}
