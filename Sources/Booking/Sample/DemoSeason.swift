extension Season {
  /// One concert that goes on sale at once, for two evenings in a hall with some of the tiers VIP, R, S and A.
  package static func opening(of hall: HallDraft, from now: Timestamp) -> Season {
    let prices = [("VIP", 165_000), ("R", 132_000), ("S", 99_000), ("A", 66_000)] as [(String, Int64)]
    let tiers = hall.tiers
    let evening = { (days: Int64) in
      Evening(
        hall: 0, start: now + .days(days), saleOpens: now, saleCloses: now + .days(days - 1),
        prices: prices.filter { tiers.contains($0.0) }.map { TierPrice(tier: $0.0, price: Won($0.1)) })
    }
    return Season(
      halls: [hall],
      shows: [
        Show(
          title: LocalizedText("새벽별 라이브: 궤도", "Saebyeokbyeol Live: Orbit"),
          artist: LocalizedText("새벽별", "Saebyeokbyeol"), evenings: [evening(20), evening(21)])
      ])
  }
}
