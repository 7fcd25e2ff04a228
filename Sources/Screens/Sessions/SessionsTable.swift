internal import Booking
internal import Canvas
internal import Wording

/// Draws sessions as a list, and the chosen one in full under it.
struct SessionsTable {
  let lines: [SessionLine]
  let cursor: ListCursor
  let concerts: [ConcertID: Concert]
  let area: Rect
  let shell: Shell

  private var language: Language { shell.language }

  /// Where the lines stand.
  static func rows(_ cursor: ListCursor, of count: Int, in area: Rect) -> ListLines {
    let list = Rect(x: area.x, y: area.y + 2, width: area.width, height: max(1, area.height - 8))
    return ListLines(cursor, of: count, in: list)
  }

  /// Where the list's columns begin.
  private struct Columns {
    let date = 2
    let title: Int
    let bar: Int
    let barWidth: Int
    let price: Int
    let end: Int
    /// Without the bar and the total.
    let isNarrow: Bool

    init(width: Int, dates: Int, prices: Int) {
      end = width
      isNarrow = width < 76
      title = date + max(18, dates) + 2
      price = width - max(17, prices) - 2
      barWidth = isNarrow ? 0 : width >= 100 ? 16 : 6
      bar = price - (isNarrow ? 9 : 15) - barWidth
    }
  }

  func draw(prices tiers: [TierPrice], in grid: inout Grid) {
    let rows = Self.rows(cursor, of: lines.count, in: area).rows
    let shown = rows.map { lines[$0.index] }
    let columns = Columns(
      width: area.width, dates: shown.map { date($0).cellWidth }.max() ?? 0,
      prices: shown.map { prices($0).cellWidth }.max() ?? 0)
    drawHeadings(columns, in: &grid)
    for (index, y) in rows { draw(lines[index], isChosen: index == cursor.index, in: &grid, y: y, columns) }
    if lines.indices.contains(cursor.index) { drawDetails(of: lines[cursor.index], tiers, in: &grid) }
  }

  private func drawHeadings(_ columns: Columns, in grid: inout Grid) {
    for (x, name) in [
      (columns.date, language("일시", "Date")), (columns.title, language("공연", "Concert")),
      (
        columns.bar + (columns.isNarrow ? 1 : 0),
        columns.isNarrow ? language("잔여", "Left") : language("잔여 좌석", "Seats left")
      ), (columns.price, language("가격", "Price")),
    ] {
      grid.put(name, x: x, y: area.y + 1, style: shell.theme.faint)
    }
  }

  private func date(_ line: SessionLine) -> String {
    VenueDate(line.session.start).shortDateAndTime(language, at: shell.now)
  }

  /// The prices without their unit, in short where they would take too much of the line.
  private func prices(_ line: SessionLine) -> String {
    let most = area.width < 76 ? 17 : 22
    let whole = priceRange(line.prices, language, shell.glyphs, unit: false)
    return whole.cellWidth <= most
      ? whole : priceRange(line.prices, language, shell.glyphs, unit: false) { $0.short(language) }
  }

  private func draw(_ line: SessionLine, isChosen: Bool, in grid: inout Grid, y: Int, _ columns: Columns) {
    var style = isChosen ? shell.theme.selected : Style.plain
    if (line.seats?.remaining ?? 0) == 0 { style = style.with(.dim) }
    grid.fill(Rect(x: 0, y: y, width: columns.end, height: 1), style: style)
    grid.put(date(line), x: columns.date, y: y, style: style)
    let end = drawStanding(of: line, in: &grid, y: y, style, columns)
    let title = concerts[line.session.concert].map { language($0.title).clean } ?? ""
    grid.put(
      title.fitted(to: max(0, end - columns.title - 2), mark: shell.glyphs.ellipsis), x: columns.title, y: y,
      style: style)
    grid.put(prices(line), x: columns.price, y: y, style: style)
    if isChosen { grid.cursor = Position(x: 0, y: y) }
  }

  /// How many seats are left, or when the sale opens. Returns the column where it begins.
  private func drawStanding(
    of line: SessionLine, in grid: inout Grid, y: Int, _ style: Style, _ columns: Columns
  ) -> Int {
    guard let (remaining, total) = line.seats else {
      let text = SaleWords.text(line.session, language, at: shell.now)
      let room = columns.price - 2 - columns.title
      // Where that leaves nothing of the concert's name, the line below says it.
      let note = text.cellWidth + 6 <= room ? text : language("판매 전", "not yet")
      let x = min(columns.bar + (columns.isNarrow ? 1 : 0), columns.price - 2 - note.cellWidth)
      grid.put(note, x: x, y: y, style: style)
      return x
    }
    grid.put(
      shell.glyphs.bar(remaining, of: total, width: columns.barWidth), x: columns.bar, y: y, style: shell.theme.bar)
    let left = remaining.grouped
    let count =
      remaining == 0 ? language("매진", "sold out") : columns.isNarrow ? left : "\(left)/\(total.grouped)"
    grid.put(count, x: columns.bar + columns.barWidth + 1, y: y, style: style)
    return columns.bar
  }

  /// The chosen session in full, under the list.
  private func drawDetails(of line: SessionLine, _ tiers: [TierPrice], in grid: inout Grid) {
    let (x, y, width) = (2, area.bottom - 5, area.width - 4)
    grid.put(
      String(repeating: String(shell.glyphs.horizontal), count: area.width), x: 0, y: y, style: shell.theme.faint)
    let concert = concerts[line.session.concert]
    let names = [concert?.title, concert?.artist].compactMap { $0 }.map {
      Line.Part(.title, language($0).clean, gap: "  ")
    }
    Line(names).draw(in: &grid, x: x, y: y + 1, width: width, style: .bold, shell)
    let evening = VenueDate(line.session.start).dateAndTime(language)
    Line([Line.Part(.title, language(line.venue).clean), Line.Part(.whole, evening, gap: "  ")])
      .draw(in: &grid, x: x, y: y + 2, width: width, shell)
    priceLine(tiers, width).draw(in: &grid, x: x, y: y + 3, width: width, shell)
    grid.put(
      SaleWords.text(line.session, language, at: shell.now), x: x, y: y + 4,
      style: line.isOnSale ? shell.theme.faint : .bold)
  }

  /// As many tiers with their prices as have room, and how many more there are.
  private func priceLine(_ tiers: [TierPrice], _ width: Int) -> Line {
    func line(_ count: Int) -> Line {
      let more = Line.Part(
        .whole, count == tiers.count ? "" : language("외 \(tiers.count - count)", "+\(tiers.count - count)"), gap: "   ")
      return Line(
        tiers.prefix(count).flatMap { tier in
          [
            Line.Part(.tier, tierName(tier.tier.clean, language), gap: "   "),
            Line.Part(.whole, tier.price.amount.grouped, gap: " "),
          ]
        } + [more])
    }
    let most = min(tiers.count, width / 4)
    return stride(from: most, through: 1, by: -1).map(line).first { $0.isTelling(in: width) } ?? line(min(1, most))
  }
}
