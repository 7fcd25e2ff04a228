internal import Booking
internal import Canvas
internal import Wording

/// Draws the control panel: figures, their course, the line, and what happens.
struct ControlPanelDrawing {
  let screen: ControlPanelScreen
  let area: Rect
  let shell: Shell

  /// Over how much of the past the charts reach, in whole minutes: all of it while the show is young.
  private var minutes: Int64 {
    let age = figures.start.map { (shell.now - $0).milliseconds / 60_000 + 1 } ?? 1
    return max(3, min(20, age))
  }

  private var figures: ShowFigures { screen.figures }

  func draw(in grid: inout Grid) {
    // In a low window nothing stands apart, so that something of the feed is seen.
    let gap = area.height >= 20 ? 1 : 0
    var y = area.y
    drawClock(in: &grid, y)
    y += 1 + gap
    drawFigures(in: &grid, y)
    y += 2 + gap
    for (series, name, style) in charts {
      drawChart(series, name, style, in: &grid, y)
      y += 1
    }
    grid.put(
      shell.language("지난 \(minutes)분쯤", "about the last \(minutes) minutes"), x: area.x + Self.left, y: y,
      style: shell.theme.faint)
    y += 1
    drawLine(in: &grid, y)
    y += 1 + gap
    drawFeed(in: &grid, Rect(x: area.x, y: y, width: area.width, height: max(0, area.bottom - y)))
  }

  private var charts: [(ShowFigures.Series, String, Style)] {
    let language = shell.language
    return [
      (.queue, language("대기 인원", "In line"), shell.theme.chart(0)),
      (.admitted, language("입장", "Admitted"), shell.theme.chart(1)),
      (.held, language("임시 예약", "Holds"), shell.theme.chart(2)),
      (.sold, language("판매", "Sales"), shell.theme.chart(3)),
      (.revenue, language("매출", "Revenue"), shell.theme.chart(5)),
      (.lost, language("포기·만료", "Lost"), shell.theme.chart(4)),
    ]
  }

  /// The clock, its speed, and what falls due next.
  private func drawClock(in grid: inout Grid, _ y: Int) {
    let language = shell.language
    let isPaused = shell.rate == 0
    let style = isPaused ? shell.theme.urgent : shell.theme.activeChip
    var x = grid.put(
      " \(speed(shell.rate, shell)) ", x: area.x + 1, y: y, style: style)
    x = grid.put(" \(VenueDate(shell.now).timeWithSeconds)  ", x: x, y: y, style: .bold)
    var text = language("다음(n): 없음", "Next (n): nothing is due")
    if let due = screen.due {
      let words = due.words(due.user.flatMap { screen.names[$0] }?.clean ?? "", language)
      text = language(
        "다음(n): \(VenueDate(due.at).timeWithSeconds) \(words)",
        "Next (n): \(words) at \(VenueDate(due.at).timeWithSeconds)")
    }
    var crowd = ""
    if let state = shell.show?.crowd {
      crowd = language("올 관객 \(state.toCome)/\(state.size)", "yet to arrive \(state.toCome)/\(state.size)")
    }
    let room = area.right - x - crowd.cellWidth - 3
    grid.put(text.fitted(to: max(0, room), mark: shell.glyphs.ellipsis), x: x, y: y)
    grid.put(crowd, x: area.right - crowd.cellWidth - 1, y: y, style: shell.theme.faint)
  }

  private func drawFigures(in grid: inout Grid, _ y: Int) {
    let room = area.width - 2
    let wordings = [facts(), facts(hasShortNames: true), facts(hasShortNames: true, isShort: true)]
    let facts = wordings.first { Self.width(of: $0) + $0.count - 1 <= room } ?? wordings[2]
    let gap = max(1, min(4, (room - Self.width(of: facts)) / (facts.count - 1)))
    var x = area.x + 1
    for fact in facts where x + Self.width(of: [fact]) <= area.right {
      grid.put(fact.0, x: x, y: y, style: shell.theme.faint)
      grid.put(fact.1, x: x, y: y + 1, style: .bold)
      x += Self.width(of: [fact]) + gap
    }
  }

  /// How many columns some facts take, side by side without gaps.
  private static func width(of facts: [(String, String)]) -> Int {
    facts.reduce(0) { $0 + max($1.0.cellWidth, $1.1.cellWidth) }
  }

  /// The figures by name; in fewer columns where there is little room.
  private func facts(hasShortNames: Bool = false, isShort: Bool = false) -> [(String, String)] {
    let language = shell.language
    let sold = Int64(figures.sold).grouped
    return [
      (language("대기", "In line"), Int64(figures.waiting).grouped),
      (language("활성", "Active"), Int64(figures.active.count).grouped),
      (language("임시 예약", "Held"), Int64(figures.held).grouped),
      (language("판매", "Sold"), isShort ? sold : "\(sold)/\(screen.seats.grouped)"),
      (language("매출", "Revenue"), isShort ? figures.revenue.short(language, .down) : figures.revenue.text(language)),
      (language("미결제", "Unpaid"), Int64(figures.unpaid).grouped),
      (language("못 사고 나감", hasShortNames ? "No tickets" : "Left without tickets"), Int64(figures.emptyHanded).grouped),
    ]
  }

  /// Columns at the left that name the charts.
  private static let left = 12

  private func drawChart(
    _ series: ShowFigures.Series, _ name: String, _ style: Style, in grid: inout Grid, _ y: Int
  ) {
    grid.put(name, x: area.x + 1, y: y, style: shell.theme.faint)
    let x = area.x + Self.left
    let columns = max(0, area.width - Self.left - 9)
    let values = figures.values(of: series, columns: columns, span: .minutes(minutes), until: shell.now)
    grid.put(shell.glyphs.sparkline(values), x: x, y: y, style: style)
    let total = series == .revenue ? figures.revenue.short(shell.language, .down) : figures.total(series).grouped
    grid.put(total.rightAligned(in: 7), x: area.right - 8, y: y, style: .bold)
  }

  private func drawLine(in grid: inout Grid, _ y: Int) {
    grid.put(shell.language("줄", "The line"), x: area.x + 1, y: y, style: shell.theme.faint)
    let x = area.x + Self.left
    guard figures.waiting > 0 else {
      grid.put(shell.language("아무도 없음", "nobody"), x: x, y: y, style: shell.theme.faint)
      return
    }
    let strip = QueueStrip(
      of: Int64(figures.waiting), admitting: shell.policy.admissionSize, width: area.right - x - 1)
    if strip.perSign > 1 {
      let sign = QueueStrip.sign(shell)
      let legend = shell.language("\(sign) = \(strip.perSign)명", "\(sign) = \(strip.perSign) people")
      grid.put(legend, x: area.right - legend.cellWidth - 1, y: y - 1, style: shell.theme.faint)
    }
    strip.draw(in: &grid, x: x, y: y, style: shell.theme.chart(0), shell)
  }

  /// What happened last, the newest first; what one person did at one instant to several seats is told once.
  private var told: [(event: Event, count: Int)] {
    var told: [(event: Event, count: Int)] = []
    for event in figures.feed.reversed() {
      if let last = told.last, last.event.kind == event.kind, last.event.user == event.user, last.event.at == event.at,
        event.seat != nil
      {
        let amount = (last.event.amount ?? .zero) + (event.amount ?? .zero)
        told[told.count - 1] = (last.event.with { $0.amount = amount }, last.count + 1)
      } else {
        told.append((event, 1))
      }
    }
    return told
  }

  /// What happened last, the newest on top.
  private func drawFeed(in grid: inout Grid, _ area: Rect) {
    for (line, (event, count)) in told.prefix(area.height).enumerated() {
      let name = event.user.flatMap { screen.names[$0] }?.clean ?? ""
      let isMine = event.user != nil && event.user == shell.user
      let x = grid.put(
        VenueDate(event.at).timeWithSeconds + "  ", x: area.x + 1, y: area.y + line, style: shell.theme.faint)
      let text = event.words(isMine ? nil : name, shell.language, count: count)
      grid.put(
        text.fitted(to: area.right - x - 1, mark: shell.glyphs.ellipsis), x: x, y: area.y + line,
        style: isMine ? .bold : .plain)
    }
  }
}
