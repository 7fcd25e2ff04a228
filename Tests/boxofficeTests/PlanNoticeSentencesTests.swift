internal import Booking
internal import SeatingPlan
internal import Testing
internal import Wording

@testable import boxoffice

struct PlanNoticeSentencesTests {
  private static let path = PlanPath.index(5, of: .key("seats", of: .top), name: "7")
  private static let kinds: [PlanNotice.Kind] = [
    .namedRow, .namedZone, .emptyRow, .unusableArea("blob"), .unusableArea(nil), .renamedID, .movedZone, .sharedSpot,
    .sharedLabel, .fewerMarks,
  ]

  private func notice(_ kind: PlanNotice.Kind, count: Int) -> PlanNotice {
    PlanNotice(kind, first: Self.path, count: count)
  }

  @Test(arguments: kinds)
  func `begins with how many there are, and gives one example`(kind: PlanNotice.Kind) {
    let many = notice(kind, count: 1_234)
    expectBothLanguages(many.sentence(in: .korean), many.sentence(in: .english))
    #expect(many.sentence(in: .english).hasPrefix("1,234 "))
    #expect(many.sentence(in: .english).hasSuffix(", for example seats[5] (7)"))
    #expect(many.sentence(in: .korean).contains("1,234"))
    #expect(many.sentence(in: .korean).hasSuffix(": seats[5] (7) 등"))
  }

  @Test(arguments: kinds)
  func `of one thing it speaks as of one, and says where it is`(kind: PlanNotice.Kind) {
    let one = notice(kind, count: 1)
    #expect(one.sentence(in: .english).hasPrefix("1 "))
    #expect(!one.sentence(in: .english).contains(#/\b(rows|zones|IDs|areas|were|have)\b/#))
    #expect(one.sentence(in: .english).hasSuffix(": seats[5] (7)"))
    #expect(one.sentence(in: .korean).hasSuffix(": seats[5] (7)"))
  }

  @Test func `the ids that two zones have are one line`() {
    let renamed = notice(.renamedID, count: 84)
    #expect(
      renamed.sentence(in: .english)
        == "84 seat IDs already used in an earlier zone were replaced, for example seats[5] (7)")
    #expect(renamed.sentence(in: .korean) == "앞 구역과 겹치는 좌석 ID 84개를 바꿨습니다: seats[5] (7) 등")
  }

  @Test func `a key is told by its name, once or often`() {
    let key = PlanPath.key("uuid", of: .top)
    let one = PlanNotice(.ignoredKey("uuid"), first: key, count: 1)
    let five = PlanNotice(.ignoredKey("uuid"), first: key, count: 5)
    #expect(Language.allCases.map { one.sentence(in: $0) } == ["“uuid”: uuid", "“uuid”: uuid"])
    #expect(five.sentence(in: .english) == "“uuid” in 5 places, for example uuid")
    #expect(five.sentence(in: .korean) == "“uuid” 5개: uuid 등")
  }

  @Test func `what was mended, left out, ignored and kept have headings of their own`() {
    let headings = (Self.kinds + [.ignoredKey("uuid")]).map { notice($0, count: 1).heading }
    #expect(Set(headings) == Set(PlanNotice.Heading.allCases))
    for language in Language.allCases {
      #expect(Set(PlanNotice.Heading.allCases.map { $0.text(language) }).count == PlanNotice.Heading.allCases.count)
    }
  }

  @Test func `a key and a shape of the file reach the terminal without what they could do there`() {
    let name = "\u{1B}[2J\u{202E}" + String(repeating: "k", count: 500)
    for kind in [.ignoredKey(name), .unusableArea(name)] as [PlanNotice.Kind] {
      let sentence = PlanNotice(kind, first: .key(name, of: .top), count: 2).sentence(in: .korean)
      #expect(!sentence.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
      #expect(sentence.count < 350)
    }
  }
}
