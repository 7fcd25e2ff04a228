internal import Booking
internal import Canvas
internal import Wording

/// The wait, live: where one stands, how long it will take, and who is admitted next.
struct WaitingRoomScreen: Screen {
  private let concert: ConcertID?
  /// The concert's sessions, whose sale may still have to open.
  private var sessions: [Session] = []
  private var length: Int64 = 0
  private var history: [Int64] = []
  /// What the record said of the line's length when it was read last, and its last event then.
  private var changes: [(at: Timestamp, length: Int64)] = []
  private var historyEvent = EventID(0)
  private var historyStep: Int64 = 0
  /// The queue's length by step, as far as it was ever seen: a busy house's record is not read all the way back.
  private var lengths: [Int64: Int64] = [:]
  private static let historySpan = Duration.minutes(10)
  private static let historySteps: Int64 = 60

  /// `concert` is where the person goes on to when admitted.
  init(concert: ConcertID?) { self.concert = concert }

  func title(_ language: Language) -> String { language("대기실", "Waiting room") }

  func commands(_ shell: Shell) -> [Command] {
    shell.account?.status?.token.state == .waiting
      ? [Command(.leaveQueue, ["x"], "대기열 나가기", "leave the queue", isMain: true)]
      : [Command(.joinQueue, [.enter], "다시 대기열 참여", "join again", isMain: true)]
  }

  mutating func perform(_ act: Act, _ shell: Shell) {
    switch act {
    case .leaveQueue: LeavingTheQueue.ask(shell)
    case .confirmed(.leave(let releasing)): LeavingTheQueue.leave(releasing: releasing, shell)
    case .joinQueue:
      guard let user = shell.user else { return }
      _ = shell.attempt { engine throws(BookingError) in try engine.issueToken(user: user) }
    default: break
    }
  }

  mutating func refresh(_ shell: Shell, _ reason: RefreshReason) {
    guard let status = shell.account?.status else { return }
    if concert != nil, sessions.isEmpty || reason == .returned { readSessions(shell) }
    if status.position == 0 {
      // Automatic entry is no action (rule 9), so the list is only refreshed.
      shell.navigation = .replace(SessionsScreen(concert: concert, byHand: false))
      return
    }
    if let position = status.position {
      let ticket = status.token.number
      shell.startPositions[ticket] = max(shell.startPositions[ticket] ?? position, position)
      length = position + status.behind
    }
    readHistory(shell)
  }

  private mutating func readSessions(_ shell: Shell) {
    let programme = shell.attempt { engine throws(BookingError) in try engine.programme() }
    sessions = programme?.first { $0.concert.id == concert }?.evenings.map(\.session) ?? []
  }

  func nextChange(_ shell: Shell) -> Timestamp? { SaleWords.opening(of: sessions, at: shell.now) }

  /// Reads the past anew only when something happened; looks at it anew when the picture has moved by a step.
  private mutating func readHistory(_ shell: Shell) {
    let last = shell.lastEvent
    let step = shell.now.milliseconds / (Self.historySpan.milliseconds / Self.historySteps)
    guard history.isEmpty || last != historyEvent || step != historyStep else { return }
    if history.isEmpty || last != historyEvent {
      let read = shell.attempt { engine throws(BookingError) in try engine.queueHistory(span: Self.historySpan) }
      guard let read else { return }
      changes = read
    }
    sample(changes, now: shell.now)
    historyEvent = last
    historyStep = step
  }

  /// Takes the queue's length at the end of each step of the span, and none where nothing is known of it.
  private mutating func sample(_ changes: [(at: Timestamp, length: Int64)], now: Timestamp) {
    let length = Self.historySpan.milliseconds / Self.historySteps
    let last = now.milliseconds / length
    let steps = (last - Self.historySteps + 1)...last
    var index = 0
    for step in steps {
      let instant = min(now, Timestamp(milliseconds: (step + 1) * length - 1))
      while index + 1 < changes.count, changes[index + 1].at <= instant { index += 1 }
      if let change = changes.indices.contains(index) ? changes[index] : nil, change.at <= instant {
        lengths[step] = change.length
      }
    }
    lengths = lengths.filter { $0.key >= steps.lowerBound }
    history = steps.map { lengths[$0] ?? 0 }
  }

  func draw(in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    guard let status = shell.account?.status else { return }
    let language = shell.language
    guard let position = status.position, position > 0 else {
      if case .expired(_, let reason, _) = status.token.state {
        grid.put(reason.sentence(in: language), x: 3, y: area.y + 2, style: .bold)
        grid.put(
          language("Enter를 누르면 대기열 끝에 다시 섭니다.", "Enter puts you at the end of the queue again."), x: 3, y: area.y + 4)
      }
      return
    }
    let isCompact = area.height < 18
    grid.put(language("나의 대기 순서", "Your position"), x: 3, y: area.y + (isCompact ? 0 : 1), style: .bold)
    let digits = BigNumber.lines(position.grouped, glyphs: shell.glyphs, isNarrow: position >= 10_000)
    let digitsY = area.y + (isCompact ? 1 : 3)
    for (line, text) in digits.enumerated() { grid.put(text, x: 3, y: digitsY + line, style: .bold) }

    let factsX = max(area.width < 70 ? 22 : 36, 3 + (digits.map(\.cellWidth).max() ?? 0) + 4)
    var facts = [
      (language("예상 대기 시간", "Estimated wait"), status.estimatedWait?.text(language) ?? ""),
      (
        language("다음 입장", "Next admission"),
        language(
          "\((status.nextAdmission - shell.now).countdown) · 최대 \(status.admissionSize)명",
          "\((status.nextAdmission - shell.now).countdown) · up to \(status.admissionSize)"
        )
      ),
      (language("내 뒤에", "Behind you"), language("\(status.behind.grouped)명", status.behind.grouped)),
      (language("전체 대기", "In line"), language("\(length.grouped)명", length.grouped)),
    ]
    if let opening = SaleWords.opening(of: sessions, at: shell.now) {
      facts.append((language("판매 시작", "Sale opens"), VenueDate(opening).moment(language, at: shell.now)))
    }
    let nameWidth = facts.map(\.0.cellWidth).max() ?? 0
    for (line, fact) in facts.enumerated() {
      grid.put(fact.0, x: factsX, y: digitsY + line, width: area.width - factsX)
      grid.put(
        fact.1, x: min(factsX + nameWidth + 2, area.width - fact.1.cellWidth - 1), y: digitsY + line, style: .bold)
    }
    drawProgress(
      status, in: &grid, Rect(x: 3, y: digitsY + 6, width: area.width - 6, height: area.bottom - digitsY - 6), shell)
  }

  private func drawProgress(_ status: TokenStatus, in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    let language = shell.language
    let position = status.position ?? 0
    let start = shell.startPositions[status.token.number] ?? position
    let label = language("진행", "Progress").padded(to: 10)
    let x = grid.put(label, x: area.x, y: area.y, style: shell.theme.faint)
    let course = language(
      " \(start.grouped)번째에서 시작, 지금 \(position.grouped)번째", " started at \(start.grouped), now \(position.grouped)")
    let bar = shell.glyphs.bar(
      start - position, of: start, width: max(10, area.right - x - max(16, course.cellWidth + 1)))
    let after = grid.put(bar, x: x, y: area.y, style: shell.theme.bar)
    grid.put(course, x: after, y: area.y, width: area.right - after)

    grid.put(language("줄", "Line").padded(to: 10), x: area.x, y: area.y + 2, style: shell.theme.faint)
    drawLine(status, in: &grid, Rect(x: x, y: area.y + 2, width: area.right - x, height: 2), shell)

    guard area.height > 5 else { return }
    grid.put(language("대기 인원", "Queue").padded(to: 10), x: area.x, y: area.y + 5, style: shell.theme.faint)
    grid.put(shell.glyphs.sparkline(history), x: x, y: area.y + 5, width: area.right - x)
    grid.put(
      language("10분 전부터 지금까지", "ten minutes ago until now"), x: x, y: area.y + 6, style: shell.theme.faint,
      width: area.right - x)
  }

  /// The line as a strip, with oneself pointed at.
  private func drawLine(_ status: TokenStatus, in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    let strip = QueueStrip(
      of: length, admitting: status.admissionSize, around: status.position ?? 1, width: area.width)
    let sign = QueueStrip.sign(shell)
    let scale = shell.language("\(sign) = \(strip.perSign)명", "\(sign) = \(strip.perSign)")
    let place = strip.draw(in: &grid, x: area.x, y: area.y, style: .plain, shell)
    let end = place.map { grid.put(shell.language("나", "you"), x: $0, y: area.y + 1, style: .bold) } ?? area.x
    // Who stands last in a long line stands where the scale would; then there is room at the door.
    let right = area.right - scale.cellWidth
    grid.put(scale, x: end + 2 <= right ? right : area.x, y: area.y + 1, style: shell.theme.faint)
  }
}
