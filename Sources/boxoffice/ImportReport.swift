internal import Booking
internal import Canvas
internal import Screens
internal import SeatingPlan

/// What an import did, as it is printed.
struct ImportReport {
  let reading: PlanReading
  let season: Season
  /// Whether the store had the hall already, which is used again.
  let isHallThere: Bool
  /// The options that were left out, and so were chosen for.
  let chosen: [String]

  /// At most so many lines of a kind are printed.
  private static let mostLines = 12

  /// Line by line, without what frames it.
  func lines(_ language: Language) -> [String] {
    var sections = [hall(language), prices(language), sessions(language)]
    if !reading.notices.isEmpty {
      let notices = reading.notices.map { "  - \($0.sentence(in: language))" }
      sections.append([language("배치도에서 살펴볼 것", "To look at in the plan")] + Self.capped(notices, language))
    }
    if !chosen.isEmpty {
      let options = chosen.joined(separator: ", ")
      sections.append([
        language("알아서 정한 것 (옵션으로 바꿀 수 있습니다): \(options)", "Chosen for you (these options say otherwise): \(options)")
      ])
    }
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
    let name = language(season.halls[0].name)
    let again = language(
      "  같은 이름과 배치도의 공연장이 저장소에 이미 있어 그 공연장을 씁니다.",
      "  The store has this hall already, by the same name and plan; it is used again.")
    return ["\(language("공연장", "Hall")): \(name) (\(total.joined(separator: ", ")))"] + (isHallThere ? [again] : [])
      + Self.capped(Self.table(rows), language)
  }

  private func prices(_ language: Language) -> [String] {
    let seats = Dictionary(grouping: season.halls[0].seats, by: \.tier).mapValues(\.count)
    let rows = (season.shows[0].evenings.first?.prices ?? []).map { price in
      let amount = price.price.amount.grouped
      return [
        price.tier, language("\(amount)원", "\(amount) won"), Self.count(seats[price.tier] ?? 0, language, "석", "seat"),
      ]
    }
    return [language("가격", "Prices")] + Self.capped(Self.table(rows), language)
  }

  private func sessions(_ language: Language) -> [String] {
    let show = season.shows[0]
    let lines = show.evenings.map { evening in
      let opens = venueMinute(evening.saleOpens, language)
      let closes = venueMinute(evening.saleCloses, language)
      return "  " + venueMinute(evening.start, language)
        + language(" (판매 \(opens) ~ \(closes))", " (on sale from \(opens) to \(closes))")
    }
    return ["\(language("공연", "Concert")): \(language(show.title)) · \(language(show.artist))"]
      + Self.capped(lines, language)
  }

  /// In columns: the first from the left, the others from the right.
  private static func table(_ rows: [[String]]) -> [String] {
    let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].cellWidth }.max() ?? 0 }
    return rows.map { row in
      "  "
        + zip(row, widths).enumerated().map { column, cell in
          column == 0 ? cell.0.padded(to: cell.1) : cell.0.rightAligned(in: cell.1 + 2)
        }.joined()
    }
  }

  private static func capped(_ lines: [String], _ language: Language) -> [String] {
    guard lines.count > mostLines else { return lines }
    let rest = Int64(lines.count - mostLines).grouped
    return lines.prefix(mostLines) + [language("  … 외 \(rest)개", "  … and \(rest) more")]
  }

  private static func count(_ count: Int, _ language: Language, _ korean: String, _ english: String) -> String {
    let number = Int64(count).grouped
    return language("\(number)\(korean)", "\(number) \(english)\(count == 1 ? "" : "s")")
  }
}
