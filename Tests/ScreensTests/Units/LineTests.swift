import Booking
import Canvas
import Testing
import Wording

@testable import Screens

@Suite("A line whose parts share its cells")
struct LineTests {
  private static let mark = "…"

  private func seat(_ section: String, row: String = "12", _ language: Language = .english) -> Line {
    Line(
      SeatLabel(section: section, row: row, number: "109").parts(language) + [
        Line.Part(.tier, "Premium package", gap: ", "), Line.Part(.whole, "66,000 won", brief: "66k", gap: ", "),
        Line.Part(.whole, "Fri 24 Dec 19:30", gap: "  "), Line.Part(.title, "Concert of the season", gap: "  "),
      ])
  }

  @Test func `all of it stands where there is room`() {
    #expect(
      seat("1F").text(in: 100, mark: Self.mark)
        == "1F row 12 seat 109, Premium package, 66,000 won  Fri 24 Dec 19:30  Concert of the season")
  }

  @Test(arguments: [16, 24, 38, 68, 300], Language.allCases)
  func `however long a section is called, row, number, price and evening stand whole`(
    _ length: Int, _ language: Language
  ) {
    for unit in ["Balcony left, ", "발코니 왼쪽 "] {
      let section = String(String(repeating: unit, count: 40).prefix(length))
      for room in 50...120 {
        let text = seat(section, language).text(in: room, mark: Self.mark)
        #expect(text.cellWidth <= room, "\(text)")
        for fact in language(["12열", "109번", "Fri 24 Dec 19:30"], ["row 12", "seat 109", "Fri 24 Dec 19:30"]) {
          #expect(text.contains(fact), "\(text)")
        }
        #expect(text.contains("66,000 won") || text.contains("66k"), "\(text)")
      }
    }
  }

  @Test func `a title gives way before a section, and is left out before it is of no use`() {
    let line = Line([Line.Part(.zone, "Balcony left side"), Line.Part(.title, "Concert of the season", gap: "  ")])
    #expect(line.text(in: 32, mark: Self.mark) == "Balcony left side  Concert of t…")
    #expect(line.text(in: 24, mark: Self.mark) == "Balcony…t side  Concert…")
    #expect(line.text(in: 17, mark: Self.mark) == "Balcony left side")
  }

  @Test func `a section is known by both its ends`() {
    let texts = ["Parkett Links Block 12", "Parkett Links Block 13"].map { seat($0).text(in: 60, mark: Self.mark) }
    #expect(texts[0] != texts[1])
    #expect(texts[0].contains("12 row 12"))
  }

  @Test func `a remark is left out, with what parts it from the rest`() {
    let line = Line([
      Line.Part(.whole, "12 of 30"), Line.Part(.remark, "VIP, R, S", gap: ", "),
      Line.Part(.whole, "88,000 won", gap: ", "),
    ])
    #expect(line.text(in: 20, mark: Self.mark) == "12 of 30, 88,000 won")
    #expect(line.text(in: 31, mark: Self.mark) == "12 of 30, VIP, R, S, 88,000 won")
  }

  @Test func `a name of a row that is longer than the line is cut in its middle and nothing else is lost`() {
    let row = String(repeating: "Parterre links vorne ", count: 8) + "7"
    let text = seat("1F", row: row).text(in: 60, mark: Self.mark)
    #expect(text.cellWidth <= 60)
    #expect(text.contains("7 seat 109") && text.contains("row Par") && text.contains("Fri 24 Dec 19:30"))
  }

  @Test func `Hangul takes two cells and is never halved`() {
    for width in 3...12 {
      let text = "발코니왼쪽구역".shortened(to: width, mark: Self.mark)
      #expect(text.cellWidth <= width && text.contains("…"))
    }
    #expect("발코니왼쪽구역".shortened(to: 14, mark: Self.mark) == "발코니왼쪽구역")
  }

  @Test func `lines break between words, and within a word that is longer than a line`() {
    #expect("one two three".broken(to: 7) == ["one two", "three"])
    #expect("abcdefghij kl".broken(to: 4) == ["abcd", "efgh", "ij", "kl"])
    #expect("가나다라마".broken(to: 5) == ["가나", "다라", "마"])
    #expect("".broken(to: 5) == [])
  }
}
