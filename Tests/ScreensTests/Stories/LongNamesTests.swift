import Booking
import Canvas
import SeatingPlan
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("Long names from outside")
struct LongNamesTests {
  /// A hall of one row of five seats, numbered from 107.
  private static func hall(_ section: String, row: String = "12") -> HallDraft {
    HallDraft(
      name: LocalizedText("아주 긴 이름의 공연장 대공연장 본관", "A hall with a name that goes on and on"),
      plan: Plan(
        name: "H", categories: [Plan.Category(name: "Cat 3", color: "#888888")],
        zones: [
          Plan.Zone(
            name: section, position: Plan.Point(x: 0, y: 0),
            rows: [
              Plan.Row(
                name: row, position: Plan.Point(x: 0, y: 0),
                seats: (0..<5).map {
                  Plan.Seat(
                    guid: "\($0)", number: "\(107 + $0)", position: Plan.Point(x: Double($0) * 30, y: 0),
                    category: "Cat 3")
                })
            ])
        ]))
  }

  private static let latin = "Balcony left, restricted view, standing allowed, behind the mixing desk"
  private static let hangul = "발코니 왼쪽 시야제한 스탠딩 허용 음향 조정석 뒤편 휠체어 동반석 특별 관람 구역"
  private static let sizes = [(60, 16), (80, 24), (120, 40)]

  private func visit(_ language: Language, _ hall: HallDraft, _ size: (Int, Int)) throws -> TestStage {
    let stage = try TestStage(language, season: .single(hall))
    stage.resize(size.0, size.1)
    stage.openMap()
    while let zoom = stage.map?.zoom, zoom < .seats { stage.press("+") }
    stage.press(.home, "2", "l")
    return stage
  }

  @Test(arguments: [latin, hangul], Language.allCases)
  func `leave row, number, price and evening on every screen, at every size`(
    _ section: String, _ language: Language
  ) throws {
    for size in Self.sizes {
      let stage = try visit(language, Self.hall(section), size)
      let (row, number) = language(("12열", "109번"), ("row 12", "seat 109"))
      let evening = language("5/27(수) 19:00", "Wed 27 May 19:00")
      func expect(_ facts: [String], on screen: String) {
        for fact in facts { #expect(stage.screen.contains(fact), "\(screen) at \(size): \(fact)\n\(stage.screen)") }
      }
      #expect(stage.sentence.contains("\(row) \(number)"), "\(size): \(stage.sentence)")
      #expect(stage.sentence.contains(language("33,000원", "33,000 won")), "\(size): \(stage.sentence)")
      #expect(stage.header.contains(evening))
      stage.press(.space)
      expect(["12-109"], on: "the choice")
      stage.press(.enter)
      expect([row, number, evening, "33,000"], on: "checkout")
      stage.press("x")
      expect([row, number], on: "the question")
      stage.press("n", "t")
      expect(["109", evening, "33,000"], on: "the list")
      stage.press(.escape, .enter, "y")
      expect(["\(number)", "33,000", "BX-", "19:00"], on: "the ticket")
      #expect(FrameFaults.of(stage.grid, isASCII: false) == [])
    }
  }

  @Test func `do not make a ticket's file lose anything, nor its lines longer than a page`() throws {
    let stage = try visit(.english, Self.hall(Self.latin), (80, 24))
    stage.press(.enter, .enter, "y", "e")
    let text = try #require(
      stage.takeEffects().compactMap { if case .save(_, let text) = $0 { text } else { nil } }.first)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.allSatisfy { $0.cellWidth <= 80 })
    let words = lines.flatMap { $0.split(separator: " ") }.joined(separator: " ")
    #expect(words.contains(Self.latin + " row 12 seat 109, Cat 3"))
  }

  @Test func `of a row stand by both their ends, and the number is whole`() throws {
    let row = "Parterre links vorne unter dem Balkon am Rand der Loge 7"
    for size in Self.sizes {
      let stage = try visit(.english, Self.hall("1F", row: row), size)
      #expect(stage.sentence.contains("7 seat 109"), "\(size): \(stage.sentence)")
      #expect(stage.sentence.contains("33,000") || stage.sentence.contains("33k"), "\(size): \(stage.sentence)")
      stage.press(.enter)
      #expect(stage.screen.contains("7 seat 109") && stage.screen.contains("Wed 27 May"), "\(size)\n\(stage.screen)")
    }
  }

  @Test(arguments: [true, false]) func `of sections are told apart in the list`(_ isSmall: Bool) throws {
    let halls = HallDraft.blocks(
      (1...3).map { (name: "Parkett Links Block \($0)", x: 0, y: $0 * 3, rows: 1, width: 4, tier: "R") })
    let stage = try TestStage(season: .single(halls))
    if isSmall { stage.resize(60, 16) }
    stage.openMap()
    stage.press("i")
    for block in 1...3 {
      #expect(stage.picture.contains { $0.contains("ck \(block) ") || $0.contains("k \(block) ") }, "\(stage.screen)")
    }
  }

  @Test func `the map's words stay in sight beside a message of several lines`() throws {
    let stage = try visit(.english, Self.hall(Self.latin), (60, 16))
    stage.app.complain(LocalizedText(String(repeating: "긴 말 ", count: 30), String(repeating: "a long word ", count: 8)))
    #expect(stage.message.contains("a long word a long word"))
    #expect(stage.screen.contains("seat 109"))
  }

  @Test(arguments: sizes) func `nor does a long refusal lose its end`(_ width: Int, _ height: Int) throws {
    let stage = try TestStage(.english)
    stage.resize(width, height)
    let sentence =
      "The disk is full. Nothing changed; free some space somewhere else and then try the same again, please."
    stage.app.complain(LocalizedText(sentence, sentence))
    let words = stage.message.split(separator: " ").joined(separator: " ")
    #expect(words.hasSuffix(sentence))
    stage.press("m")
    #expect(stage.screen.contains("please."))
  }
}
