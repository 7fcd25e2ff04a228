internal import Booking
internal import Screens
internal import SeatingPlan
internal import Wording

/// What an import did, as it is printed: what was made, what was mended in the plan and what was left out of it.
struct ImportReport {
  let reading: PlanReading
  let season: Season
  /// What came of it in the store, or would.
  let added: SeasonAdded
  /// The options that were left out.
  let leftOut: [String]

  /// Line by line, without what frames it.
  func lines(_ language: Language) -> [String] {
    let options = leftOut.joined(separator: ", ")
    let defaults = language("기본값을 쓴 옵션: \(options)", "Left at their defaults: \(options)")
    let sections =
      [hall(language), concert(language), prices(language)] + notices(language)
      + (leftOut.isEmpty ? [] : [ReportText.wrapped(defaults)])
    return Array(sections.joined(separator: [""]))
  }

  private func hall(_ language: Language) -> [String] {
    let zones = reading.plan.zones.filter { !$0.rows.isEmpty }
    let rows = zones.map { zone in
      [
        zone.name, Self.count(zone.rows.count, language, "열", "row"),
        Self.count(zone.rows.map(\.seats.count).reduce(0, +), language, "석", "seat"),
      ]
    }
    let total = [
      Self.count(zones.count, language, "구역", "zone"),
      Self.count(zones.map(\.rows.count).reduce(0, +), language, "열", "row"),
      Self.count(season.halls[0].seats.count, language, "석", "seat"),
    ]
    let heading =
      "\(language("공연장", "Hall")): \(language(added.halls[0].name).clean) (\(total.joined(separator: ", ")))"
    return ReportText.wrapped(heading) + (origin(language).map { ReportText.wrapped($0, indent: 2) } ?? [])
      + ReportText.capped(ReportText.table(rows).map { [$0] }, language)
  }

  /// Where the hall or its name comes from, when it was not said.
  private func origin(_ language: Language) -> String? {
    switch added.halls[0].origin {
    case .known:
      return language(
        "이름과 배치도가 같은 공연장이 이미 있어 그대로 씁니다.",
        "The store has it already, by the same name and plan; it is used again.")
    case .knownByPlan:
      let name = language(season.halls[0].name)
      return language(
        "배치도가 같은 공연장이 이 이름으로 이미 있어 그대로 씁니다. 새 이름(“\(name)”)은 쓰지 않습니다.",
        "The store has the same plan under this name; it is used again, and not called “\(name)”.")
    case .keepsItsPlan:
      return language(
        "이름과 좌석이 같은 공연장이 이미 있어, 있는 배치도 그대로 씁니다.",
        "The store has it already, with the same seats; it is used again, drawn as it is there.")
    case .made:
      guard leftOut.contains("--hall") else { return nil }
      return language("파일에 적힌 이름입니다. --hall로 바꿀 수 있습니다.", "Named as in the file; --hall gives it another name.")
    }
  }

  private func concert(_ language: Language) -> [String] {
    let show = season.shows[0]
    let heading = "\(language("공연", "Concert")): \(language(show.title)) · \(language(show.artist))"
    let evenings = zip(show.evenings, added.shows[0]).map { evening, session in
      let start = venueMinute(evening.start, language)
      guard session.isNew else { return ["  " + language("\(start), 이미 있음", "\(start), already there")] }
      let closes = venueMinute(evening.saleCloses, language)
      return ["  " + language("\(start), 판매 마감 \(closes)", "\(start), on sale until \(closes)")]
    }
    return ReportText.wrapped(heading) + (known(language).map { ["  \($0)"] } ?? []) + ["  \(opening(language))"]
      + ["  \(length(language))"] + ReportText.capped(evenings, language)
  }

  /// What of the concert was there already; nil when nothing was.
  private func known(_ language: Language) -> String? {
    let new = added.shows[0].count(where: \.isNew)
    if new == added.shows[0].count { return nil }
    guard new > 0 else {
      return language("모든 회차가 이미 있어 더한 것이 없습니다.", "Already there, with every session; nothing is added.")
    }
    let count = Self.count(new, language, "개", "new session")
    return language("이미 있는 공연에 새 회차 \(count)를 더합니다.", "Already there; \(count) \(new == 1 ? "is" : "are") added to it.")
  }

  /// How long each session lasts.
  private func length(_ language: Language) -> String {
    let minutes = (season.shows[0].evenings.first?.length ?? Session.usualLength).milliseconds / 60_000
    let parts = [
      (minutes / 60, language("시간", " hour")), (minutes % 60, language("분", " minute")),
    ].filter { $0.0 > 0 }.map { language("\($0)\($1)", "\($0)\($1)\($0 == 1 ? "" : "s")") }
    let text = parts.joined(separator: " ")
    return language("회차 길이: \(text)", "A session lasts \(text).")
  }

  /// When the sale opens, which is the same for all evenings.
  private func opening(_ language: Language) -> String {
    if leftOut.contains("--sale-opens") { return language("판매는 바로 시작합니다.", "The sale opens at once.") }
    let opens = season.shows[0].evenings.first.map { venueMinute($0.saleOpens, language) } ?? ""
    return language("판매 시작: \(opens)", "The sale opens \(opens).")
  }

  private func prices(_ language: Language) -> [String] {
    let seats = Dictionary(grouping: season.halls[0].seats, by: \.tier).mapValues(\.count)
    let rows = (season.shows[0].evenings.first?.prices ?? []).map { price in
      let amount = price.price.amount.grouped
      return [
        price.tier, language("\(amount)원", "\(amount) won"), Self.count(seats[price.tier] ?? 0, language, "석", "seat"),
      ]
    }
    let colors = language("좌석의 색은 파일의 색이 아니라 가격을 따릅니다.", "On the map seats are coloured by price, not as in the file.")
    return [language("가격", "Prices")] + ReportText.capped(ReportText.table(rows).map { [$0] }, language)
      + ReportText.wrapped(colors, indent: 2)
  }

  /// A section for each heading that has any.
  private func notices(_ language: Language) -> [[String]] {
    PlanNotice.Heading.allCases.compactMap { heading in
      let entries = reading.notices.filter { $0.heading == heading }.map { notice in
        ReportText.wrapped(notice.sentence(in: language), indent: 2)
      }
      return entries.isEmpty ? nil : [heading.text(language)] + ReportText.capped(entries, most: 4, language)
    }
  }

  private static func count(_ count: Int, _ language: Language, _ korean: String, _ english: String) -> String {
    let number = Int64(count).grouped
    return language("\(number)\(korean)", "\(number) \(english)\(count == 1 ? "" : "s")")
  }
}
