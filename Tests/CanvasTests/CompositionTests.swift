import Foundation
import Testing

@testable import Canvas

struct CompositionTests {
  private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  @Test func `every syllable is put together from its letters`() throws {
    for value in UInt32(0xAC00)...0xD7A3 {
      let syllable = String(try #require(Unicode.Scalar(value)))
      let parts = syllable.decomposedStringWithCanonicalMapping
      #expect(scalars(parts).count > 1)
      #expect(scalars(parts.composed) == [value])
    }
  }

  @Test(arguments: ["", "abc", "한국어 공연", "é", "\u{1100}", "\u{11A8}x", "ㄱㅏ"])
  func `any other text is left as it is`(text: String) {
    #expect(scalars(text.composed) == scalars(text))
  }

  @Test func `a letter and its mark are put together`() {
    #expect(scalars("e\u{301}".composed) == [0xE9])
  }

  @Test func `a syllable with a final takes no second one`() {
    #expect(scalars("\u{AC01}\u{11A8}\u{1161}".composed) == [0xAC01, 0x11A8, 0x1161])
  }

  @Test func `decomposed text is drawn and pasted whole`() {
    let text = "서울 a 공연".decomposedStringWithCanonicalMapping
    var grid = Grid(Size(width: 20, height: 1))
    #expect(grid.put(text, x: 0, y: 0) == text.cellWidth)
    #expect(scalars(grid.row(0)) == scalars("서울 a 공연"))
    var field = TextField()
    field.paste(text)
    #expect(scalars(field.value) == scalars("서울 a 공연"))
  }

  @Test func `a syllable takes its last part when it comes alone`() {
    #expect(scalars("\u{D558}\u{11AB}".composed) == [0xD55C])
  }

  @Test func `what NFC changes without a mark is changed too`() {
    #expect(scalars("\u{212B}\u{958}".composed) == [0xC5, 0x915, 0x93C])
    #expect(scalars("\u{9C7}\u{9BE}".composed) == [0x9CB])
  }

  @Test func `texts have what is seen, marks and joiners, and nothing that hides or turns`() {
    for scalar in "aé한ที่ा❤️👍🏽\u{200D}\u{200C}\u{E0067}\u{20E3} \u{3000}".unicodeScalars {
      #expect(scalar.isText, "\(scalar.value)")
    }
    for scalar
      in "\u{0}\u{1B}\u{7F}\u{9B}\u{AD}\u{200B}\u{200E}\u{202E}\u{2066}\u{FEFF}\u{2028}\u{E000}\u{378}\u{FFF9}"
      .unicodeScalars
    {
      #expect(!scalar.isText, "\(scalar.value)")
    }
  }
}
