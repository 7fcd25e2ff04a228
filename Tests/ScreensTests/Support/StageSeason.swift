import Booking
import SeatingPlan
import TestSupport

@testable import Screens

extension HallDraft {
  static let club = HallDraft(name: LocalizedText("클럽 온도", "Club Ondo"), plan: SampleHalls.club)
  static let theatre = HallDraft(name: LocalizedText("한빛극장", "Hanbit Theatre"), plan: SampleHalls.theatre)
  static let arena = HallDraft(name: LocalizedText("누리아레나", "Nuri Arena"), plan: SampleHalls.arena)
  static let stadium = HallDraft(name: LocalizedText("하늘경기장", "Haneul Stadium"), plan: SampleHalls.stadium)
  /// Eight seats in two rows.
  static let studio = HallDraft(
    name: LocalizedText("작은방", "Studio"),
    plan: Plan(
      name: "Studio", categories: [Plan.Category(name: "R", color: "#d36060")],
      zones: [
        Plan.Zone(
          name: "S", position: Plan.Point(x: 0, y: 0),
          rows: ["A", "B"].enumerated().map { line, name in
            Plan.Row(
              name: name, position: Plan.Point(x: 0, y: Double(line) * 30),
              seats: (1...4).map {
                Plan.Seat(
                  guid: "\(name)-\($0)", number: "\($0)", position: Plan.Point(x: Double($0) * 30, y: 0), category: "R")
              })
          })
      ]))
}

extension Season {
  private static let prices: [(String, Int64)] = [
    ("VIP", 165_000), ("R", 88_000), ("S", 66_000), ("A", 44_000),
  ]

  /// An evening in a hall of the season's, `start` after the opening, on sale from `opens` until an hour before it. Tiers
  /// without a price of their own cost 33,000 won.
  static func evening(
    _ hall: Int, of halls: [HallDraft], start: Duration, opens: Duration = .zero, sold: Int = 0
  ) -> Evening {
    let tiers = Set(halls[hall].seats.map(\.tier))
    return Evening(
      hall: hall, start: .opening + start, saleOpens: .opening + opens, saleCloses: .opening + start - .hours(1),
      prices: prices.filter { tiers.contains($0.0) }.map { TierPrice(tier: $0.0, price: Won($0.1)) }
        + tiers.subtracting(prices.map(\.0)).sorted().map { TierPrice(tier: $0, price: Won(33_000)) },
      soldBefore: sold)
  }

  /// Three concerts in a club of 200 seats: one this very day, whose sale closes in two hours; one with an evening that
  /// is sold out; one with an evening on sale in two days.
  static func stage() -> Season {
    let halls = [HallDraft.club, .studio]
    return Season(
      halls: halls,
      shows: [
        Show(
          title: LocalizedText("한밤의 재즈 클럽", "Jazz After Midnight"),
          artist: LocalizedText("윤슬 쿼텟", "Yunseul Quartet"),
          evenings: [
            evening(0, of: halls, start: .hours(3)),
            evening(0, of: halls, start: .days(14) + .hours(10)),
          ]),
        Show(
          title: LocalizedText("겨울 나그네", "Winterreise"),
          artist: LocalizedText("바리톤 문가람 · 피아노 한이레", "Moon Garam, baritone · Han Ire, piano"),
          evenings: [
            evening(1, of: halls, start: .days(12) + .hours(9), sold: 8),
            evening(0, of: halls, start: .days(13) + .hours(9)),
          ]),
        Show(
          title: LocalizedText("파란 밤 앙코르", "Blue Night Encore"),
          artist: LocalizedText("오로라 시티", "Aurora City"),
          evenings: [
            evening(0, of: halls, start: .days(40) + .hours(9), opens: .days(2)),
            evening(0, of: halls, start: .days(33) + .hours(11)),
          ]),
      ])
  }

  /// One evening in one hall.
  static func single(_ hall: HallDraft, sold: Int = 0) -> Season {
    Season(
      halls: [hall],
      shows: [
        Show(
          title: LocalizedText("도시의 현: 현악의 밤", "Strings of the City"),
          artist: LocalizedText("한빛 신포니에타", "Hanbit Sinfonietta"),
          evenings: [evening(0, of: [hall], start: .days(26) + .hours(9), sold: sold)])
      ])
  }
}
