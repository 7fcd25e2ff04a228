internal import Booking
internal import Canvas

/// The race laboratory: who takes part, in which order, in which collision; and what comes of it.
struct RaceScreen: Screen {
  private var collision = Collision.sameSeat
  /// Who takes part, in the order in which they come.
  private var runners: [UserID] = []
  private var people: [User] = []
  private var cursor = ListCursor()
  private var report: RaceReport?

  private static let mostRunners = 6

  func title(_ language: Language) -> String { language("경합 실험실", "Race laboratory") }

  func commands(_ shell: Shell) -> [Command] {
    let most = LocalizedText("\(Self.mostRunners)명까지입니다.", "At most \(Self.mostRunners) people.")
    let least = LocalizedText("두 사람은 있어야 합니다.", "It takes two.")
    return [
      Command(.submit, [.enter], "겨루기", "run", isMain: true, unless: people.count < 2 ? least : nil),
      Command(.right, [.right, "l"], "다음", "next", isMain: true),
      Command(.left, [.left, "h"], "이전", "previous"),
      Command(
        .addRunner, ["+", "="], "한 사람 더", "one more", isMain: true,
        unless: runners.count >= min(Self.mostRunners, people.count) ? most : nil),
      Command(.removeRunner, ["-"], "한 사람 덜", "one less", unless: runners.count <= 2 ? least : nil),
      Command(.turnOrder, ["o"], "순서 돌리기", "other order", isMain: true),
    ] + MoveKeys.list
  }

  mutating func perform(_ act: Act, _ shell: Shell) {
    if cursor.follow(act, count: runners.count + 1) { return }
    switch act {
    case .left: step(by: -1)
    case .right: step(by: 1)
    case .addRunner: if let next = people.first(where: { !runners.contains($0.id) }) { runners.append(next.id) }
    case .removeRunner: runners.removeLast()
    case .turnOrder: runners = Array(runners.dropFirst() + runners.prefix(1))
    case .submit: run(shell)
    default: return
    }
    if act != .submit { report = nil }
    cursor.clamp(to: runners.count + 1)
  }

  /// Steps the collision, or who runs on a line, past those who run already.
  private mutating func step(by step: Int) {
    func next<Value: Equatable>(_ value: Value, _ values: [Value]) -> Value {
      let place = values.firstIndex(of: value) ?? 0
      return values[(place + step + values.count) % values.count]
    }
    guard cursor.index > 0 else {
      collision = next(collision, Collision.allCases)
      return
    }
    let place = cursor.index - 1
    runners[place] = next(
      runners[place], people.map(\.id).filter { $0 == runners[place] || !runners.contains($0) })
  }

  private mutating func run(_ shell: Shell) {
    guard runners.count >= 2, let show = shell.show else { return }
    report = shell.attempt { [collision, runners] _ throws(BookingError) in
      try Race(collision, on: try show.scratchCopy(), people: runners).run()
    }
  }

  mutating func refresh(_ shell: Shell, _ reason: RefreshReason) {
    // People come and go with a crowd; who runs is looked up when the laboratory is opened.
    guard reason == .opened || runners.isEmpty else { return }
    people = shell.attempt { engine throws(BookingError) in try engine.users() } ?? []
    let others = people.map(\.id).filter { $0 != shell.user }
    runners = Array(([shell.user].compactMap { $0 } + others).prefix(2))
  }

  private func lines(_ area: Rect) -> ListLines {
    ListLines(
      cursor, of: runners.count + 1, in: Rect(x: area.x, y: area.y, width: area.width, height: runners.count + 1))
  }

  mutating func click(at place: Position, in area: Rect, _ shell: Shell) -> Key? {
    _ = cursor.follow(clickAt: place, in: lines(area))
    return nil
  }

  private func name(_ user: UserID) -> String { people.first { $0.id == user }?.name.clean ?? "\(user)" }

  func draw(in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    let language = shell.language
    let runnerRows = runners.enumerated().map { index, user in (language("\(index + 1)번째", "\(index + 1)."), name(user))
    }
    StepLines(
      rows: [(language("경합", "collision"), collision.title(language))] + runnerRows, cursor: cursor
    ).draw(in: &grid, lines(area), x: area.x + 1, shell)
    var y = area.y + runners.count + 2
    func line(_ text: String, _ style: Style = .plain) {
      for row in text.wrapped(to: area.width - 4) where y < area.bottom {
        grid.put(row, x: 2, y: y, style: style)
        y += 1
      }
    }
    guard let report else {
      line(
        language("지금 상태의 사본에서 겨룹니다. 시연은 그대로입니다.", "It is run on a copy of the present state; the show stays as it is."))
      line(
        language(
          "한 프로세스에서는 동시가 없으므로 한 가지 순서를 보입니다.", "In one process nothing happens at once: what is shown is one order."),
        .dim)
      return
    }
    for step in report.steps {
      let head = "\(step.at.exact)  \(name(step.user).fitted(to: 14, mark: shell.glyphs.ellipsis).padded(to: 14))  "
      guard y < area.bottom else { break }
      grid.put(head, x: 2, y: y, style: .dim)
      for row in text(step, language).wrapped(to: max(20, area.width - 4 - head.cellWidth)) where y < area.bottom {
        grid.put(row, x: 2 + head.cellWidth, y: y, style: step.refusal == nil ? .bold : .plain)
        y += 1
      }
    }
    y += 1
    if let winner = report.winner {
      line(language("좌석은 \(name(winner))의 것입니다.", "The seat is \(name(winner))'s."), .bold)
    } else {
      line(language("좌석은 아무의 것도 아닙니다.", "The seat is nobody's."), .bold)
    }
    line(report.collision.ruling(language))
    line(
      report.isAsRuled
        ? language("규칙대로이고, 불변식이 모두 지켜집니다.", "As the rules have it; all invariants hold.")
        : language("규칙과 다릅니다!", "NOT as the rules have it!"),
      report.isAsRuled ? shell.theme.success : shell.theme.urgent)
    line(language("한 프로세스가 보인 한 가지 순서입니다. o로 바꿉니다.", "One order, shown by one process; o changes it."), .dim)
  }

  private func text(_ step: RaceReport.Step, _ language: Language) -> String {
    let deed =
      switch step.deed {
      case .hold(let seats):
        language(
          "\(seats.map(\.short.clean).joined(separator: ", ")) 예약",
          "holds \(seats.map(\.short.clean).joined(separator: ", "))")
      case .pay(let amount): language("\(amount.text(language)) 결제", "pays \(amount.text(language))")
      case .endToken: language("토큰이 끝남", "token ends")
      }
    guard let refusal = step.refusal else { return "\(deed): OK" }
    return "\(deed): \(refusal.sentence(in: language))"
  }
}
