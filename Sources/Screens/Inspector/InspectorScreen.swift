internal import Booking
internal import Canvas
internal import Wording

/// For testers: every record of a demonstration in tables, the policy, and every invariant, live.
struct InspectorScreen: Screen {
  private(set) var table = InspectorTable.tokens
  private var everything: [InspectorRow] = []
  private var reader = InspectorReader()
  private var cursor = ListCursor()
  private(set) var filter = ListFilter()
  /// What the table was read after.
  private var readAfter: EventID?
  private var readAt: Timestamp?
  private(set) var judgedAt: Timestamp?
  private var triedAt: Timestamp?
  /// Whether the last try to judge found the store in its way.
  private(set) var isJudgementMissing = false

  /// How often in real time, at most, all is read again, and judged: a crowd may change it with every picture.
  private static let readingInterval: Int64 = 500
  private static let judgingInterval: Int64 = 2_000

  var entry: TextField? {
    get { filter.field }
    set { filter.field = newValue }
  }

  func title(_ language: Language) -> String { language("검사", "Inspector") }

  func commands(_ shell: Shell) -> [Command] {
    let hasHistory = chosen?.subject != nil
    let none = LocalizedText("이 줄에는 내력이 없습니다.", "This line has no history.")
    let isBroken = shell.alarm.isBroken
    let calm =
      shell.alarm.isRaised
      ? (isBroken ? LocalizedText("아직 깨져 있습니다.", "It is still broken.") : nil)
      : LocalizedText("경보가 없습니다.", "There is no alarm.")
    return [
      Command(.open, [.enter], "내력", "history", isMain: true, unless: hasHistory ? nil : none),
      Command(.right, [.right, .tab, "l"], "다음 표", "next table", isMain: true),
      Command(.left, [.left, Key(.tab, .shift), "h"], "이전 표", "previous table"),
    ] + filter.commands + [
      Command(.judge, ["r"], "지금 검사", "judge now"),
      Command(.export, ["e"], "이벤트 내보내기", "export events", isMain: table == .events),
      Command(.acknowledge, ["a"], "경보 확인", "acknowledge the alarm", isMain: shell.alarm.isRaised, unless: calm),
    ] + MoveKeys.list
  }

  /// What the filter lets through.
  var rows: [InspectorRow] { filter.isOn ? everything.filter { filter.matches($0.cells) } : everything }

  var chosenIndex: Int { cursor.index }

  private var chosen: InspectorRow? { rows.indices.contains(cursor.index) ? rows[cursor.index] : nil }

  mutating func perform(_ act: Act, _ shell: Shell) {
    if cursor.follow(act, count: rows.count, page: shell.size.height - 8) { return }
    if filter.follow(act) {
      if act == .typed { cursor.move(to: 0, of: rows.count) } else { cursor.clamp(to: rows.count) }
      return
    }
    switch act {
    case .right: turn(by: 1)
    case .left: turn(by: -1)
    case .open:
      guard let chosen, let subject = chosen.subject else { return }
      shell.navigation = .push(
        HistoryScreen(subject, heading: "\(table.title(shell.language)): \(chosen.cells.joined(separator: "  "))"))
    case .judge:
      if judge(shell), !shell.alarm.isBroken { shell.say(.success, "불변식이 모두 지켜지고 있습니다.", "All invariants hold.") }
    case .export: export(shell)
    case .acknowledge: shell.alarm.acknowledge()
    default: break
    }
  }

  private mutating func turn(by step: Int) {
    let count = InspectorTable.allCases.count
    table = InspectorTable.allCases[(table.rawValue + step + count) % count]
    cursor = ListCursor()
    // Read by the look that follows: were it read here, a busy store would have the table turned again.
    everything = []
    readAfter = nil
  }

  mutating func refresh(_ shell: Shell, _ reason: RefreshReason) {
    let isUrgent = reason != .time && reason != .store
    if shell.lastEvent != readAfter, isUrgent || isDue(readAt, Self.readingInterval, shell) { read(shell) }
    // Somebody may change rows without a word in the record: all is judged again, whatever it tells.
    // A real store may be large, and people book in it: there it is judged when it is asked for.
    if triedAt == nil || shell.hasOwnClock && isDue(triedAt, Self.judgingInterval, shell) { judge(shell) }
  }

  /// Whether so much real time has gone by; a clock that stands makes everything due.
  private func isDue(_ last: Timestamp?, _ interval: Int64, _ shell: Shell) -> Bool {
    guard let last, last <= shell.now else { return true }
    return (shell.now - last).milliseconds * 1000 >= interval * shell.rate
  }

  private mutating func read(_ shell: Shell) {
    readAt = shell.now
    var reader = reader
    let found = shell.attempt { [table] engine throws(BookingError) in
      let last = try engine.lastEvent()
      return (last, table == .invariants ? shell.alarm.rows(shell.language) : try reader.rows(of: table, shell))
    }
    self.reader = reader
    // What could not be read is read with the next look.
    guard let (last, rows) = found else { return }
    (readAfter, everything) = (last, rows)
    cursor.clamp(to: self.rows.count)
  }

  /// False when the store does not let itself be judged: nothing is said of the invariants then.
  @discardableResult private mutating func judge(_ shell: Shell) -> Bool {
    triedAt = shell.now
    let violations = shell.attempt { engine throws(BookingError) in try engine.violations() }
    isJudgementMissing = violations == nil
    if let violations {
      judgedAt = shell.now
      shell.raise(violations)
    }
    if table == .invariants { everything = shell.alarm.rows(shell.language) }
    return violations != nil
  }

  private func export(_ shell: Shell) {
    guard
      let events = shell.attempt({ engine throws(BookingError) in
        try engine.inspect { auditor throws(BookingError) in try auditor.events(after: EventID(0), limit: .max) }
      })
    else { return }
    let wanted =
      filter.isOn && table == .events ? events.filter { filter.matches([$0.record(name($0), shell.language)]) } : events
    shell.effects.append(
      .save(name: "boxoffice-events.jsonl", wanted.map { $0.jsonLine(kindName: "\($0.kind)") }.joined()))
  }

  private func name(_ event: Event) -> String { event.user.map(reader.name) ?? "" }

  private func lines(_ area: Rect) -> ListLines { InspectorDrawing.lines(cursor, of: rows.count, in: area) }

  mutating func click(at place: Position, in area: Rect, _ shell: Shell) -> Key? {
    cursor.follow(clickAt: place, in: lines(area))
  }

  mutating func wheel(at place: Position, down: Bool, in area: Rect, _ shell: Shell) {
    cursor.follow(wheelDown: down, count: rows.count)
  }

  func draw(in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    InspectorDrawing(screen: self, rows: rows, cursor: cursor, area: area, shell: shell).draw(in: &grid)
  }
}
