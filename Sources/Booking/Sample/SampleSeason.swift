extension Season {
  /// The sample programme, dated from `now`: five concerts, a dozen evenings, one on sale later, one nearly sold out
  /// and one sold out (both only in a new house). `halls` are a club, a theatre, an arena and a stadium, in this order, with
  /// the tiers VIP, R, S and A. With `last`, the evenings come after that instant. Halls that a house has by
  /// these names serve as they are.
  package static func sample(halls: [HallDraft], from now: Timestamp, after last: Timestamp? = nil) -> Season {
    let club = 0
    let theatre = 1
    let arena = 2
    let stadium = 3
    let day = Duration.days(1)
    // Midnight at the venue before the season.
    let from = max(now, last ?? now)
    let midnight = from - .milliseconds((from + Timestamp.venueOffset).milliseconds % day.milliseconds)
    func evening(
      _ hall: Int, in days: Int64, at minutes: Int64, opensIn opening: Duration = .zero, sold: Int = 0,
      dearer: Int64 = 0
    ) -> Evening {
      let start = midnight + .days(days) + .minutes(minutes)
      let scale: [Int64] = [
        [0, 88_000, 66_000, 44_000], [165_000, 132_000, 99_000, 66_000], [198_000, 154_000, 121_000, 88_000],
        [220_000, 165_000, 132_000, 99_000],
      ][hall]
      let prices = zip(["VIP", "R", "S", "A"], scale).compactMap { tier, price in
        halls[hall].tiers.contains(tier) ? TierPrice(tier: tier, price: Won(price + dearer)) : nil
      }
      return Evening(
        hall: hall, start: start, saleOpens: now + opening, saleCloses: start - .hours(1), prices: prices,
        soldBefore: sold)
    }
    let clubSeats = halls[club].seats.count
    return Season(
      halls: halls,
      shows: [
        Show(
          title: LocalizedText("한밤의 재즈 클럽", "Jazz After Midnight"),
          artist: LocalizedText("윤슬 쿼텟", "Yunseul Quartet"),
          evenings: [
            evening(club, in: 7, at: 20 * 60, sold: clubSeats),
            evening(club, in: 8, at: 20 * 60, sold: clubSeats - 6),
            evening(club, in: 14, at: 20 * 60),
          ]),
        Show(
          title: LocalizedText("겨울 나그네", "Winterreise"),
          artist: LocalizedText("바리톤 문가람 · 피아노 한이레", "Moon Garam, baritone · Han Ire, piano"),
          evenings: [
            evening(theatre, in: 12, at: 19 * 60 + 30),
            evening(theatre, in: 13, at: 15 * 60),
            evening(theatre, in: 13, at: 19 * 60 + 30, dearer: 11_000),
          ]),
        Show(
          title: LocalizedText("새벽별 라이브: 궤도", "Saebyeokbyeol Live: Orbit"),
          artist: LocalizedText("새벽별", "Saebyeokbyeol"),
          evenings: [
            evening(arena, in: 20, at: 18 * 60),
            evening(stadium, in: 28, at: 18 * 60),
          ]),
        Show(
          title: LocalizedText("도시의 현: 현악의 밤", "Strings of the City"),
          artist: LocalizedText("한빛 신포니에타", "Hanbit Sinfonietta"),
          evenings: [
            evening(theatre, in: 26, at: 19 * 60 + 30),
            evening(theatre, in: 27, at: 17 * 60),
          ]),
        Show(
          title: LocalizedText("파란 밤 앙코르", "Blue Night Encore"),
          artist: LocalizedText("오로라 시티", "Aurora City"),
          evenings: [
            evening(arena, in: 40, at: 19 * 60, opensIn: .days(2)),
            evening(club, in: 33, at: 21 * 60),
          ]),
      ], takesHallsAsTheyStand: true)
  }
}
