import Testing

@testable import Canvas

struct GlyphsTests {
  private func texts(of glyphs: Glyphs) -> [String] {
    let scalars = [
      glyphs.horizontal, glyphs.vertical, glyphs.topLeft, glyphs.topRight, glyphs.bottomLeft, glyphs.bottomRight,
      glyphs.block, glyphs.shade, glyphs.pointer, glyphs.fence,
    ]
    return (scalars + glyphs.steps).map { String($0) }
      + [glyphs.arrow, glyphs.dot, glyphs.ellipsis]
  }

  @Test func `the ASCII set is ASCII and says so`() {
    #expect(texts(of: .ascii).allSatisfy { $0.unicodeScalars.allSatisfy { (0x21..<0x7F).contains($0.value) } })
    #expect(Glyphs.ascii.isASCII)
    #expect(!Glyphs.unicode.isASCII)
  }

  @Test(arguments: [Glyphs.unicode, .ascii])
  func `every sign takes one cell`(glyphs: Glyphs) {
    #expect(texts(of: glyphs).allSatisfy { $0.unicodeScalars.allSatisfy { $0.cellWidth == 1 } })
  }

  @Test(arguments: [Glyphs.unicode, .ascii])
  func `the steps of a sparkline differ`(glyphs: Glyphs) {
    #expect(glyphs.steps.count == 8)
    #expect(Set(glyphs.steps).count == 8)
  }

  @Test(arguments: [Glyphs.unicode, .ascii])
  func `what is filled is told from what is not`(glyphs: Glyphs) {
    #expect(glyphs.block != glyphs.shade)
  }
}
