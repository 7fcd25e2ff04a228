import Testing

@testable import Canvas

struct ChartsTests {
  private func filled(_ bar: String, _ glyphs: Glyphs) -> Int { bar.unicodeScalars.filter { $0 == glyphs.block }.count }

  @Test(arguments: [Glyphs.unicode, .ascii])
  func `a bar is empty only at nothing and full only when whole`(glyphs: Glyphs) {
    for width in 2...9 {
      for whole in Int64(1)...40 {
        var last = 0
        for part in Int64(-1)...(whole + 1) {
          let bar = glyphs.bar(part, of: whole, width: width)
          let count = filled(bar, glyphs)
          #expect(bar.cellWidth == width)
          #expect((count == 0) == (part <= 0))
          #expect((count == width) == (part >= whole))
          #expect(count >= last)
          last = count
        }
      }
    }
  }

  @Test func `a bar's filled part stands first`() {
    #expect(Glyphs.ascii.bar(1, of: 2, width: 6) == "###...")
    #expect(Glyphs.unicode.bar(3, of: 4, width: 4) == "███░")
  }

  @Test func `a bar of nothing is empty and one without width is no text`() {
    #expect(Glyphs.ascii.bar(3, of: 0, width: 3) == "...")
    #expect(Glyphs.ascii.bar(1, of: 2, width: 0) == "")
    #expect(Glyphs.ascii.bar(1, of: 2, width: -1) == "")
  }

  @Test func `a sparkline has a step for each value, the highest at the top`() {
    #expect(Glyphs.unicode.sparkline([0, 1, 2, 3, 4, 5, 6, 7, 8]) == " ▁▂▃▄▅▆▇█")
    #expect(Glyphs.unicode.sparkline([100, 50, 1]) == "█▄▁")
    #expect(Glyphs.ascii.sparkline([0, 4, 8]) == "_-#")
    #expect(Glyphs.unicode.sparkline([]) == "")
    #expect(Glyphs.unicode.sparkline([100, 50, 1], highest: 200) == "▄▂▁")
    #expect(Glyphs.unicode.sparkline([0, 0]) == "  ")
    #expect(Glyphs.ascii.sparkline([-3, 1]) == "_#")
  }

  @Test(arguments: [Glyphs.unicode, .ascii])
  func `the lines of a large number are equally long and no two numbers look alike`(glyphs: Glyphs) {
    var seen: Set<[String]> = []
    for number in 0...1_200 {
      let digits = number >= 1_000 ? "1,\("\(number)".suffix(3))" : "\(number)"
      let lines = BigNumber.lines(digits, glyphs: glyphs)
      #expect(lines.count == BigNumber.height)
      #expect(Set(lines.map(\.cellWidth)).count == 1)
      #expect(seen.insert(lines).inserted, "\(number)")
    }
  }

  @Test func `a large number is drawn as it is read`() {
    let lines = BigNumber.lines("2,1", glyphs: .ascii)
    #expect(
      lines == [
        "######        ####",
        "    ##          ##",
        "######          ##",
        "##      ##      ##",
        "######  ##      ##",
      ])
  }
}
