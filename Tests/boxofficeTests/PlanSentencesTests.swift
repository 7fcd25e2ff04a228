internal import Booking
internal import SeatingPlan
internal import Testing
internal import Wording

@testable import boxoffice

struct PlanSentencesTests {
  private static let first = PlanPath.index(0, of: .key("seats", of: .top), name: "5")
  private static let path = PlanPath.index(5, of: .key("seats", of: .top), name: "7")
  private static let position = TextPosition(line: 3, column: 14)
  private static let faults: [PlanFault] =
    [
      .tooLarge(mostBytes: 64 << 20), .emptyFile, .notUTF8(position), .tooManyValues(most: 5),
      .tooManyObjects(most: 5), .tooManySeats(most: 100_000), .noSeats, .missing(path),
      .wrongType(.top, expected: .object), .outOfRange(path, least: -5, most: 5), .empty(path),
      .tooLong(path, most: 100), .unprintable(path, 0x202E), .repeatedID("a", first, path),
      .repeatedCategory("R", first, path), .unknownCategory("R", path),
    ] + PlanFault.Flaw.allCases.map { .notJSON(position, $0) }
    + PlanFault.Expected.allCases.map { .wrongType(path, expected: $0) }

  @Test(arguments: faults)
  func `a fault is one line in each language that ends with a full stop`(fault: PlanFault) {
    let (korean, english) = (fault.sentence(in: .korean), fault.sentence(in: .english))
    expectBothLanguages(korean, english)
    #expect(korean.hasSuffix(".") && english.hasSuffix("."))
  }

  @Test func `no two faults are told in the same words`() {
    for language in Language.allCases {
      #expect(Set(Self.faults.map { $0.sentence(in: language) }).count == Self.faults.count)
    }
  }

  @Test(
    arguments: [
      (.emptyFile, "파일이 비어 있습니다.", "the file is empty."),
      (
        .notJSON(position, .earlyEnd), "3번째 줄 14번째 글자: 파일이 여기서 끊겼습니다. 온전한 파일인지 확인해 주세요.",
        "line 3, column 14: the file breaks off here; make sure that it is complete."
      ),
      (.missing(path), "seats[5] (7): 꼭 있어야 하는데 빠져 있습니다.", "seats[5] (7): required, but missing."),
      (
        .wrongType(.top, expected: .object), "맨 바깥: 객체({…})여야 합니다.", "the top level: must be an object {…}."
      ),
      (
        .repeatedID("a", first, path), "seats[5] (7): seats[0] (5)에 이미 있는 좌석 ID(“a”)입니다. 좌석마다 다르게 적어 주세요.",
        "seats[5] (7): the seat ID “a” is already taken by seats[0] (5); give each seat its own."
      ),
      (
        .unprintable(path, 0x1B), "seats[5] (7): 화면에 표시할 수 없는 문자(U+001B)가 있습니다. 지워 주세요.",
        "seats[5] (7): contains the character U+001B, which cannot be shown; remove it."
      ),
    ] as [(PlanFault, String, String)])
  func `says where, what is wrong and what to do`(fault: PlanFault, korean: String, english: String) {
    #expect(fault.sentence(in: .korean) == korean)
    #expect(fault.sentence(in: .english) == english)
  }

  @Test func `a key of the file reaches the terminal without what it could do there`() {
    let key = "\u{1B}[2J\u{202E}" + String(repeating: "k", count: 500)
    let sentence = PlanFault.missing(.key(key, of: .top)).sentence(in: .english)
    #expect(!sentence.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    #expect(sentence.count < 350)
  }
}

/// A text in each language: one line, and only the Korean one has Hangul.
func expectBothLanguages(_ korean: String, _ english: String, sourceLocation: SourceLocation = #_sourceLocation) {
  func hasHangul(_ text: String) -> Bool { text.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) } }
  #expect(hasHangul(korean) && !hasHangul(english), sourceLocation: sourceLocation)
  #expect(!korean.contains("\n") && !english.contains("\n"), sourceLocation: sourceLocation)
}
