internal import ArgumentParser
internal import Booking
internal import Canvas
internal import Testing
internal import Wording

@testable import SeatingPlan
@testable import boxoffice

struct ImportReportTests {
  private static let origin = Plan.Point(x: 0, y: 0)

  private static func row(_ name: String, seats: Int, of category: String) -> Plan.Row {
    let seats = (0..<seats).map { index in
      Plan.Seat(
        guid: "\(category)\(index)", number: "\(index + 1)", position: Plan.Point(x: Double(index) * 30, y: 0),
        category: category)
    }
    return Plan.Row(name: name, position: origin, seats: seats)
  }

  private static let plan = Plan(
    name: "Theater", categories: ["Parkett", "Rang"].map { Plan.Category(name: $0, color: "red") },
    zones: [
      Plan.Zone(name: "Ground floor", position: origin, rows: [row("A", seats: 30, of: "Parkett")]),
      Plan.Zone(name: "Rang", position: Plan.Point(x: 0, y: 90), rows: [row("B", seats: 1, of: "Rang")]),
    ])

  private func text(
    _ language: Language, _ arguments: [String] = [], notices: [PlanNotice] = [],
    hall: SeasonAdded.Hall.Origin = .made, named name: String? = nil, there: Int = 0, leftOut: [String] = []
  ) throws -> String {
    let now = try #require(VenueTimeArgument("2026-11-24T12:00")).instant
    let season = try ImportOptions.parse(arguments).season(of: Self.plan, at: now)
    let report = ImportReport(
      reading: PlanReading(plan: Self.plan, notices: notices), season: season,
      added: try added(season, hall, named: name, there: there), leftOut: leftOut)
    return report.lines(language).joined(separator: "\n")
  }

  /// What came of a season in a store that had a hall and the first evenings of it.
  private func added(
    _ season: Season, _ origin: SeasonAdded.Hall.Origin, named name: String?, there: Int
  ) throws -> SeasonAdded {
    let evenings = season.shows[0].evenings.indices.map { index in
      SeasonAdded.Evening(session: SessionID(Int64(index + 1)), isNew: index >= there)
    }
    let known = name.map { LocalizedText($0, $0) } ?? season.halls[0].name
    return SeasonAdded(halls: [SeasonAdded.Hall(name: known, origin: origin)], shows: [evenings])
  }

  private static let notices = [
    PlanNotice(.ignoredKey("uuid"), first: .key("uuid", of: .top), count: 3),
    PlanNotice(.renamedID, first: .index(0, of: .key("seats", of: .top), name: "5"), count: 84),
    PlanNotice(.emptyRow, first: .index(7, of: .key("rows", of: .top)), count: 1),
    PlanNotice(.sharedSpot, first: .index(1, of: .key("seats", of: .top), name: "6"), count: 2),
  ]

  @Test func `says what was made, mended, left out and ignored`() throws {
    let options = ["--hall", "--title", "--artist", "--date", "--sale-opens", "--sale-closes", "--price"]
    #expect(
      try text(.english, notices: Self.notices, leftOut: options) == """
        Hall: Theater (2 zones, 2 rows, 31 seats)
          Named as in the file; --hall gives it another name.
          Ground floor  1 row  30 seats
          Rang          1 row    1 seat

        Concert: Theater · Artist to be announced
          The sale opens at once.
          A session lasts 2 hours.
          Tue 8 Dec 2026 19:30 KST, on sale until Tue 8 Dec 2026 18:30 KST

        Prices
          Parkett  99,000 won  30 seats
          Rang     66,000 won    1 seat
          On the map seats are coloured by price, not as in the file.

        Mended in the plan
          84 seat IDs already used in an earlier zone were replaced, for example
            seats[0] (5)

        Left out of the plan
          1 row without seats: rows[7]

        Keys that were ignored
          “uuid” in 3 places, for example uuid

        Worth a look
          2 seats in another's place were drawn apart, for example seats[1] (6)

        Left at their defaults: --hall, --title, --artist, --date, --sale-opens,
          --sale-closes, --price
        """)
  }

  @Test func `is as short as what there is to say`() throws {
    let arguments = [
      "--hall", "시립극장", "--title", "겨울 나그네", "--artist", "문가람", "--date", "2026-12-24T19:30", "--date",
      "2026-12-25T15:00", "--sale-opens", "2026-12-01T10:00", "--sale-closes", "2026-12-24T12:00",
    ]
    #expect(
      try text(.korean, arguments, leftOut: ["--price"]) == """
        공연장: 시립극장 (2구역, 2열, 31석)
          Ground floor  1열  30석
          Rang          1열   1석

        공연: 겨울 나그네 · 문가람
          판매 시작: 2026년 12월 1일 (화) 10:00 KST
          회차 길이: 2시간
          2026년 12월 24일 (목) 19:30 KST, 판매 마감 2026년 12월 24일 (목) 12:00 KST
          2026년 12월 25일 (금) 15:00 KST, 판매 마감 2026년 12월 24일 (목) 12:00 KST

        가격
          Parkett  99,000원  30석
          Rang     66,000원   1석
          좌석의 색은 파일의 색이 아니라 가격을 따릅니다.

        기본값을 쓴 옵션: --price
        """)
    #expect(try !text(.english, arguments).contains("defaults"))
  }

  @Test(
    arguments: [
      (.known, "  The store has it already, by the same name and plan; it is used again.\n"),
      (
        .knownByPlan,
        "  The store has the same plan under this name; it is used again, and not called\n    “Theater”.\n"
      ),
      (
        .keepsItsPlan,
        "  The store has it already, with the same seats; it is used again, drawn as it\n    is there.\n"
      ),
    ] as [(SeasonAdded.Hall.Origin, String)])
  func `a hall that is there already is said to be, by its name there, and not where its name is from`(
    origin: SeasonAdded.Hall.Origin, words: String
  ) throws {
    let text = try text(.english, hall: origin, named: "Odeon", leftOut: ["--hall"])
    #expect(text.hasPrefix("Hall: Odeon (2 zones, 2 rows, 31 seats)\n\(words)"), "\(text)")
    #expect(!text.contains("Named as in the file"))
  }

  @Test func `evenings that are there already are told apart`() throws {
    let dates = ["--date", "2026-12-24T19:30", "--date", "2026-12-25T15:00", "--length", "1h1m"]
    #expect(
      try text(.english, dates, there: 1, leftOut: ["--sale-opens"]).contains(
        """

          Already there; 1 new session is added to it.
          The sale opens at once.
          A session lasts 1 hour 1 minute.
          Thu 24 Dec 2026 19:30 KST, already there
          Fri 25 Dec 2026 15:00 KST, on sale until Fri 25 Dec 2026 14:00 KST

        """))
    #expect(try text(.korean, dates, there: 1).contains("\n  이미 있는 공연에 새 회차 1개를 더합니다.\n"))
    #expect(try text(.korean, dates, there: 1).contains("\n  2026년 12월 24일 (목) 19:30 KST, 이미 있음\n"))
    #expect(try text(.english, dates, there: 2).contains("\n  Already there, with every session; nothing is added.\n"))
    #expect(try text(.korean, dates, there: 2).contains("\n  모든 회차가 이미 있어 더한 것이 없습니다.\n"))
  }

  @Test(arguments: Language.allCases)
  func `keeps within 80 columns and a screenful, whatever the plan is like`(language: Language) throws {
    let keys = (0..<500).map { PlanNotice(.ignoredKey("key\($0)"), first: .key("key\($0)", of: .top), count: 2) }
    let name = Array(repeating: "큰 홀", count: 20).joined(separator: " ")
    let dates = (10..<40).flatMap { ["--date", "2027-12-25T10:\($0)"] }
    let text = try text(language, ["--hall", name] + dates, notices: Self.notices + keys)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { String($0).cellWidth <= 80 })
    #expect(lines.count < 50)
    #expect(text.contains(language("… 외 497개", "… and 497 more")))
    #expect(text.contains(language("… 외 18개", "… and 18 more")))
  }
}
