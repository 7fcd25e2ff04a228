internal import Booking
internal import Canvas
internal import Testing
internal import Wording

@testable import boxoffice

struct ReportTextTests {
  @Test func `breaks between words at 80 columns and goes on two further in`() {
    let lines = ReportText.wrapped(Array(repeating: "좌석 seat", count: 12).joined(separator: " "), indent: 2)
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.cellWidth <= 80 })
    #expect(lines[0].cellWidth == 76 && lines[0].hasPrefix("  좌석 seat"))
    #expect(lines[1].hasPrefix("    seat 좌석 "))
  }

  @Test func `fills 80 columns and no more`() {
    let word = String(repeating: "a", count: 39)
    #expect(ReportText.wrapped("\(word) \(word)b") == ["\(word) \(word)b"])
    #expect(ReportText.wrapped("\(word) \(word)bc") == [word, "  \(word)bc"])
  }

  @Test func `a word that is too long stays whole`() {
    let path = "/" + String(repeating: "d", count: 100)
    #expect(ReportText.wrapped("to \(path) now") == ["to", "  \(path)", "  now"])
  }

  @Test func `columns are as wide as their widest entry, and a long name is cut`() {
    #expect(
      ReportText.table([["무대", "1 row", "12 seats"], ["Balcony", "10 rows", "9 seats"]]) == [
        "  무대       1 row  12 seats", "  Balcony  10 rows   9 seats",
      ])
    let long = ReportText.table([[String(repeating: "가", count: 100), "1 row"]])
    #expect(long == ["  \(String(repeating: "가", count: 19))…  1 row"])
    #expect(ReportText.table([]) == [])
  }

  @Test func `of many entries it gives the first and says how many more there are`() {
    let entries = (1...5).map { ["\($0)", "more of \($0)"] }
    #expect(ReportText.capped(entries, most: 5, .english).count == 10)
    #expect(ReportText.capped(entries, most: 1, .english) == ["1", "more of 1", "  … and 4 more"])
    #expect(ReportText.capped(entries, most: 1, .korean).last == "  … 외 4개")
  }
}
