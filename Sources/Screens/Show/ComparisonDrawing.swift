internal import Booking
internal import Canvas
internal import Wording

/// Draws sales side by side: what became of each, and how many stood where over the same time.
struct ComparisonDrawing {
  let comparison: Comparison
  let policy: Policy
  let area: Rect
  let shell: Shell

  private var language: Language { shell.language }

  func draw(in grid: inout Grid) {
    let sentence = language(
      "같은 관객 \(Int64(comparison.customers).grouped)명에게 한 판매. 대기열은 \(policy.activationPeriod.spoken(.korean))마다 \(policy.admissionSize.grouped)명까지 들여보냅니다.",
      "One sale to the same \(Int64(comparison.customers).grouped) customers. The queue admits \(policy.admissionSize.grouped) every \(policy.activationPeriod.spoken(.english))."
    )
    // A small screen has room for the figures alone.
    if isRoomy { grid.put(sentence.fitted(to: area.width - 4, mark: shell.glyphs.ellipsis), x: area.x + 2, y: area.y) }
    let top = area.y + (isRoomy ? 2 : 0)
    drawTable(in: &grid, top)
    drawCourses(in: &grid, top + rows.count + (isRoomy ? 2 : 1))
  }

  private var isRoomy: Bool { area.height >= 19 }
  private var isTall: Bool { area.height >= 20 }

  private var names: [String] {
    comparison.sales.map { sale in
      switch sale.door {
      case .open: language("대기열 없음", "no queue")
      case .queue: language("대기열", "a queue")
      case .cap(let cap): language("상한 \(cap.grouped)명", "cap of \(cap.grouped)")
      }
    }
  }

  /// What is compared, and the figure of each sale.
  private var rows: [(name: String, values: [String])] {
    func row(_ name: String, _ value: (Comparison.Sale) -> String) -> (String, [String]) {
      (name, comparison.sales.map(value))
    }
    func time(_ duration: Duration?) -> String { duration.map(\.countdown) ?? "-" }
    func count(_ count: Int) -> String { Int64(count).grouped }
    let isNarrow = area.width < 72
    return [
      row(language("남이 먼저 산 좌석", isNarrow ? "Lost to faster buyers" : "Seats lost to a faster buyer")) {
        count($0.lostRaces)
      },
      row(language("가장 많은 활성", "Most inside at once")) { count($0.figures.mostInside) },
      row(language("대기 시간 중앙값", "Median wait")) { time($0.figures.wait(ofPercent: 50)) },
      row(language("90%의 최대 대기", "90% waited at most")) { time($0.figures.wait(ofPercent: 90)) },
      row(language("기다리다 포기", "Gave up in line")) { count($0.figures.gaveUp) },
      row(language("못 쓰고 끝난 토큰", isNarrow ? "Turns expired unused" : "Turns that expired unused")) {
        count($0.figures.unused)
      },
      row(language("판매", "Sold")) { "\(count($0.figures.sold))/\(comparison.seats.grouped)" },
    ]
  }

  private func drawTable(in grid: inout Grid, _ y: Int) {
    let left = area.x + 2 + (rows.map(\.name.cellWidth).max() ?? 0) + 2
    let width = max(12, min(18, (area.right - left - 1) / comparison.sales.count))
    grid.put(progress, x: area.x + 2, y: y, style: shell.theme.faint)
    for (index, name) in names.enumerated() {
      grid.put(
        name.rightAligned(in: width), x: left + index * width, y: y, style: shell.theme.chart(index).with(.bold))
    }
    for (line, row) in rows.enumerated() {
      grid.put(row.name, x: area.x + 2, y: y + 1 + line, style: shell.theme.faint)
      for (index, value) in row.values.enumerated() {
        grid.put(value.rightAligned(in: width), x: left + index * width, y: y + 1 + line, style: .bold)
      }
    }
  }

  private var progress: String {
    let elapsed = comparison.elapsed.countdown
    guard comparison.isOver else { return language("진행 중 \(elapsed)", "playing \(elapsed)") }
    // Behind a door that hardly opens people stand for ever.
    return comparison.sales.allSatisfy { $0.figures.now == .nobody }
      ? language("끝까지 진행함", "played to the end") : language("\(elapsed)에 멈춤", "stopped at \(elapsed)")
  }

  /// Columns at the left that name the courses.
  private static let left = 26

  /// The queue and the people inside, the sales below each other on one scale.
  private func drawCourses(in grid: inout Grid, _ top: Int) {
    let kinds: [(String, (SaleFigures.Moment) -> Int)] = [
      (language("대기 인원", "In line"), { $0.waiting }), (language("활성", "Inside"), { $0.inside }),
    ]
    let columns = area.width - Self.left - 10
    var y = top
    for (kind, value) in kinds {
      let courses = comparison.sales.map { sale in sale.figures.course.map { Int64(value($0)) } }
      let highest = courses.joined().max() ?? 0
      for (index, course) in courses.enumerated() where y + index < area.bottom {
        if index == 0 { grid.put(kind, x: area.x + 2, y: y, style: shell.theme.faint) }
        grid.put(names[index], x: area.x + 13, y: y + index, style: shell.theme.faint, width: 12)
        grid.put(
          shell.glyphs.sparkline(spread(course, over: columns), highest: highest), x: area.x + Self.left, y: y + index,
          style: shell.theme.chart(index))
        let most = course.max()?.grouped ?? ""
        grid.put(most.rightAligned(in: 7), x: area.right - 8, y: y + index, style: .bold)
      }
      y += courses.count + (isTall ? 1 : 0)
    }
    drawAxis(in: &grid, y - (isTall ? 1 : 0), columns)
  }

  private func drawAxis(in grid: inout Grid, _ y: Int, _ columns: Int) {
    guard y < area.bottom else { return }
    let end = shown.countdown
    let from = language("판매 시작", "opening")
    grid.put(from, x: area.x + Self.left, y: y, style: shell.theme.faint)
    grid.put(end, x: area.x + Self.left + columns - end.cellWidth, y: y, style: shell.theme.faint)
    let most = language("최대", "most")
    grid.put(most.rightAligned(in: 7), x: area.right - 8, y: y, style: shell.theme.faint)
  }

  /// The time that the courses show: that of the longer sale.
  private var shown: Duration { max(.minutes(10), comparison.sales.map(\.figures.elapsed).max() ?? .zero) }

  /// The highest of each of so many equal parts of the time shown.
  private func spread(_ course: [Int64], over columns: Int) -> [Int64] {
    let grains = max(1, Int(shown.milliseconds / SaleFigures.grain.milliseconds))
    return (0..<max(0, columns)).map { column in
      let low = column * grains / columns
      let high = max(low + 1, (column + 1) * grains / columns)
      return course[min(low, course.count)..<min(high, course.count)].max() ?? 0
    }
  }
}
