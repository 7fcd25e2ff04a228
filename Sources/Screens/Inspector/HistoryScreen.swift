internal import Booking
internal import Canvas
internal import Wording

/// One record's whole history, as it goes on.
struct HistoryScreen: Screen {
  private let subject: HistorySubject
  private let heading: String
  private var history = RecordHistory([])
  private var cursor = ListCursor(.max)

  init(_ subject: HistorySubject, heading: String) {
    self.subject = subject
    self.heading = heading
  }

  func title(_ language: Language) -> String { language("내력", "History") }

  func commands(_ shell: Shell) -> [Command] {
    let rule = cursor.index < history.lines.count ? history.lines[cursor.index].rule : nil
    let none = LocalizedText("규칙에 따른 변경이 아닙니다.", "No rule made this change.")
    return [
      Command(.rule(rule ?? 0), [.enter], "규칙 보기", "show the rule", isMain: true, unless: rule == nil ? none : nil)
    ] + MoveKeys.list
  }

  mutating func perform(_ act: Act, _ shell: Shell) {
    _ = cursor.follow(act, count: history.lines.count, page: shell.size.height - 8)
  }

  mutating func refresh(_ shell: Shell, _ reason: RefreshReason) {
    if let events = shell.attempt({ [subject] engine throws(BookingError) in try engine.history(of: subject) }) {
      history = RecordHistory(events)
    }
    cursor.clamp(to: history.lines.count)
  }

  private func lines(_ area: Rect) -> ListLines { ListLines(cursor, of: history.lines.count, in: area.below(2)) }

  mutating func click(at place: Position, in area: Rect, _ shell: Shell) -> Key? {
    _ = cursor.follow(clickAt: place, in: lines(area))
    return nil
  }

  mutating func wheel(at place: Position, down: Bool, in area: Rect, _ shell: Shell) {
    cursor.follow(wheelDown: down, count: history.lines.count)
  }

  func draw(in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    grid.put(heading.shortened(to: area.width - 4, mark: shell.glyphs.ellipsis), x: 2, y: area.y, style: .bold)
    for (index, y) in lines(area).rows {
      let line = history.lines[index]
      let text = "  \(line.at.exact)  \(shell.language(line.text))".padded(to: area.width, mark: shell.glyphs.ellipsis)
      grid.put(text, x: 0, y: y, style: index == cursor.index ? shell.theme.selected : .plain)
      if index == cursor.index { grid.cursor = Position(x: 0, y: y) }
    }
  }
}
