internal import Booking
internal import SeatingPlan
internal import Testing

@testable import boxoffice

struct PlanSentencesTests {
  private static let path = PlanPath.index(
    5, of: .key("seats", of: .index(3, of: .key("rows", of: .top), name: nil)), name: "7")
  private static let position = TextPosition(line: 3, column: 14)

  @Test(
    arguments: [
      .tooLarge(mostBytes: 64 << 20), .notUTF8(position), .notJSON(position), .notJSON(nil), .tooManyValues(most: 5),
      .tooManyObjects(most: 5), .tooManySeats(most: 100_000), .noSeats,
      .missing(path), .wrongType(path, expected: .object), .wrongType(path, expected: .list),
      .wrongType(path, expected: .text), .wrongType(path, expected: .textOrNumber), .wrongType(path, expected: .number),
      .wrongType(.top, expected: .object), .outOfRange(path, least: -5, most: 5), .empty(path),
      .tooLong(path, most: 100),
      .unprintable(path, 0x202E), .repeatedID("a", path, path), .repeatedCategory("R", path, path),
      .unknownCategory("R", path),
    ] as [PlanFault])
  func `a fault is one sentence in each language`(fault: PlanFault) {
    expectSentences(fault.sentence(in: .korean), fault.sentence(in: .english))
    #expect(fault.sentence(in: .korean).hasSuffix(".") && fault.sentence(in: .english).hasSuffix("."))
  }

  @Test(
    arguments: [
      .ignoredKey("uuid"), .namedRow, .namedZone, .emptyRow, .unusableArea("blob"), .unusableArea(nil), .renamedID,
      .movedZone, .sharedSpot, .sharedLabel,
    ] as [PlanNotice.Kind])
  func `a notice is one sentence in each language, and says how many more`(kind: PlanNotice.Kind) {
    let notice = PlanNotice(kind, [Self.path], count: 1_235)
    expectSentences(notice.sentence(in: .korean), notice.sentence(in: .english))
    #expect(notice.sentence(in: .english).hasSuffix("rows[3].seats[5] (7) and 1,234 more"))
    #expect(notice.sentence(in: .korean).hasSuffix("rows[3].seats[5] (7) 외 1,234곳"))
    #expect(!PlanNotice(kind, [Self.path], count: 1).sentence(in: .english).contains("more"))
  }

  private func expectSentences(_ korean: String, _ english: String) {
    #expect(korean != english)
    #expect(korean.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) })
    #expect(english.unicodeScalars.allSatisfy { !(0xAC00...0xD7A3).contains($0.value) })
    #expect(!korean.contains("\n") && !english.contains("\n"))
  }

  @Test func `says the line, the place and the character`() {
    #expect(PlanFault.notJSON(Self.position).sentence(in: .english).hasPrefix("line 3, column 14: "))
    #expect(PlanFault.notJSON(Self.position).sentence(in: .korean).hasPrefix("3행 14열: "))
    #expect(PlanFault.unprintable(Self.path, 0x1B).sentence(in: .english).contains("U+001B"))
  }

  @Test func `says a place by what people call it too`() {
    let row = PlanPath.index(3, of: .key("rows", of: .index(0, of: .key("zones", of: .top), name: "1F")), name: "C")
    let seat = PlanPath.key("category", of: .index(5, of: .key("seats", of: row), name: "12"))
    #expect(seat.text(.english) == "zones[0].rows[3].seats[5].category (1F row C seat 12)")
    #expect(seat.text(.korean) == "zones[0].rows[3].seats[5].category (1F C열 12번)")
    #expect(PlanPath.top.text(.english) == "the whole file")
  }

  @Test func `nothing that a file says in a key reaches the terminal as it is`() {
    let key = "\u{1B}[2J\u{202E}" + String(repeating: "k", count: 500)
    let path = PlanPath.key(key, of: .top)
    for sentence in [
      PlanNotice(.ignoredKey(key), [path], count: 1).sentence(in: .english),
      PlanFault.missing(path).sentence(in: .english),
      PlanNotice(.unusableArea(key), [path], count: 1).sentence(in: .korean),
    ] {
      #expect(!sentence.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
      #expect(sentence.count < 350)
    }
  }
}
