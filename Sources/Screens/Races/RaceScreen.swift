internal import Booking
internal import Canvas
internal import RaceLab
internal import Wording

/// One collision, played at once and again whenever who takes part, or their order, is changed.
struct RaceScreen: Screen {
  private var index: Int
  /// Who takes part, in the order in which they come.
  private var runners: [UserID] = []
  private var people: [User] = []
  private var cursor = ListCursor()
  private var report: RaceReport?
  /// How many rows of what happened are scrolled away.
  private var scrolled = 0

  private var collision: Collision { Collision.all[index] }

  /// - Parameter index: of the collision, among all.
  init(_ index: Int) { self.index = index }

  func title(_ language: Language) -> String { language(collision.title) }

  func commands(_ shell: Shell) -> [Command] {
    let (least, most) = (collision.people.lowerBound, min(collision.people.upperBound, people.count))
    let enough =
      people.count < collision.people.upperBound
      ? LocalizedText("사람이 더 없습니다.", "There is nobody else.")
      : LocalizedText("\(most)명까지입니다.", most == 1 ? "It is one person's." : "At most \(most) people.")
    let few = LocalizedText("\(least)명은 있어야 합니다.", least == 1 ? "It takes one." : "It takes two.")
    let alone = LocalizedText("혼자 하는 경합입니다.", "One person takes part.")
    return [
      Command(.turnOrder, ["o"], "순서 돌리기", "other order", isMain: true, unless: runners.count < 2 ? alone : nil),
      Command(.right, [.right, "l"], "다른 사람", "somebody else"),
      Command(.left, [.left, "h"], "앞의 사람", "the person before"),
      Command(
        .addRunner, ["+", "="], "한 사람 더", "one more", isMain: most > least, unless: runners.count >= most ? enough : nil
      ),
      Command(.removeRunner, ["-"], "한 사람 빼기", "one less", unless: runners.count <= least ? few : nil),
      Command(.nextRace, ["n"], "다음 경합", "next", isMain: true),
      Command(.previousRace, ["N"], "앞의 경합", "previous"),
      Command(.submit, [.enter], "다시", "again", isMain: true),
    ] + (collision.rule.map { [Command(.rule($0), ["r"], "규칙 보기", "show the rule")] } ?? []) + MoveKeys.list
  }

  mutating func perform(_ act: Act, _ shell: Shell) {
    if act == .pageUp || act == .pageDown { return scroll(by: act == .pageUp ? -5 : 5, shell) }
    if cursor.follow(act, count: runners.count) { return }
    switch act {
    case .left: stepRunner(by: -1)
    case .right: stepRunner(by: 1)
    case .addRunner: if let next = people.first(where: { !runners.contains($0.id) }) { runners.append(next.id) }
    case .removeRunner: runners.removeLast()
    case .turnOrder: runners = Array(runners.dropFirst() + runners.prefix(1))
    case .nextRace: stepCollision(by: 1)
    case .previousRace: stepCollision(by: -1)
    case .submit: break
    default: return
    }
    cursor.clamp(to: runners.count)
    play(shell)
  }

  private mutating func stepCollision(by step: Int) {
    index = (index + step + Collision.all.count) % Collision.all.count
    takePlaces()
  }

  /// As many as the collision takes, at least; who was there stays.
  private mutating func takePlaces() {
    let others = people.map(\.id).filter { !runners.contains($0) }
    let missing = max(0, collision.people.lowerBound - runners.count)
    runners = Array((runners + others.prefix(missing)).prefix(collision.people.upperBound))
  }

  /// Steps who runs on the chosen line, past those who run already.
  private mutating func stepRunner(by step: Int) {
    let place = cursor.index
    guard place < runners.count else { return }
    let choice = people.map(\.id).filter { $0 == runners[place] || !runners.contains($0) }
    let before = choice.firstIndex(of: runners[place]) ?? 0
    runners[place] = choice[(before + step + choice.count) % choice.count]
  }

  private mutating func scroll(by step: Int, _ shell: Shell) {
    guard let report else { return }
    let area = stepsArea(Chrome.area(of: shell.size))
    let rows = stepRows(report, width: area.width, shell).count
    scrolled = rows > area.height ? max(0, min(scrolled + step, rows - (area.height - 1))) : 0
  }

  private mutating func play(_ shell: Shell) {
    report = nil
    scrolled = 0
    guard let show = shell.show else { return }
    guard runners.count >= collision.people.lowerBound else {
      shell.say(.refusal, "사람이 모자랍니다.", "There are not enough people.")
      return
    }
    var isShort = false
    let played: RaceReport?? = shell.attempt { [collision, runners] _ throws(BookingError) in
      do throws(BookingError) {
        return try Race(runners, on: try show.scratchCopy()).run(collision)
      } catch {
        guard case .saleClosed = error else { throw error }
        isShort = true
        return nil
      }
    }
    report = played ?? nil
    if isShort {
      shell.say(
        .refusal, "앞으로 30분 동안 판매하는 좌석이 모자랍니다.", "There are not enough free seats that are on sale for half an hour.")
    }
  }

  mutating func refresh(_ shell: Shell, _ reason: RefreshReason) {
    // People come and go with a crowd; who runs is looked up when the race is opened.
    guard reason == .opened else { return }
    people = shell.attempt { engine throws(BookingError) in try engine.users() } ?? []
    runners = [shell.user].compactMap { $0 }
    takePlaces()
    play(shell)
  }

  /// Below the ruling, which has two lines.
  private func lines(_ area: Rect) -> ListLines { ListLines(cursor, of: runners.count, in: area.below(3)) }

  mutating func click(at place: Position, in area: Rect, _ shell: Shell) -> Key? {
    _ = cursor.follow(clickAt: place, in: lines(area))
    return nil
  }

  private func name(_ user: UserID) -> String { people.first { $0.id == user }?.name.clean ?? "\(user)" }

  func draw(in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    let language = shell.language
    for (line, row) in language(collision.ruling).wrapped(to: area.width - 4).prefix(2).enumerated() {
      grid.put(row, x: 2, y: area.y + line)
    }
    StepLines(
      rows: runners.enumerated().map { index, user in (language("\(index + 1)번째", "\(index + 1)."), name(user)) },
      cursor: cursor
    ).draw(in: &grid, lines(area), x: area.x + 1, shell)
    let y = area.y + 3 + runners.count + 1
    guard let report else { return }
    drawVerdict(report, in: &grid, y, area, shell)
    drawSteps(report, in: &grid, stepsArea(area), shell)
  }

  /// Below the verdict.
  private func stepsArea(_ area: Rect) -> Rect { area.below(6 + runners.count) }

  private func drawVerdict(_ report: RaceReport, in grid: inout Grid, _ y: Int, _ area: Rect, _ shell: Shell) {
    let language = shell.language
    let verdict: String
    if collision.breaksRow {
      verdict =
        report.isAsRuled
        ? language("규칙대로입니다. 깨진 기록이 검사에 걸립니다.", "Correct by the rules: the audit finds the bad row.")
        : language("규칙과 다릅니다!", "NOT correct by the rules!")
    } else if let violation = report.violations.first {
      verdict = language(
        "불변식이 깨졌습니다: \(violation.invariant.title(in: language))",
        "An invariant is BROKEN: \(violation.invariant.title(in: language))")
    } else {
      verdict =
        report.isAsRuled
        ? language("규칙대로이고, 불변식이 모두 지켜집니다.", "Correct by the rules; all invariants hold.")
        : language("규칙과 다릅니다!", "NOT correct by the rules!")
    }
    let seat =
      report.seat.map { seat in
        let place = seat.name.clean
        return seat.taker.map { language("\(place) 좌석은 \(name($0))의 것입니다. ", "\(place) is \(name($0))'s. ") }
          ?? language("\(place) 좌석은 아무의 것도 아닙니다. ", "\(place) is nobody's. ")
      } ?? ""
    let x = grid.put(seat, x: 2, y: y, style: .bold)
    grid.put(
      verdict.fitted(to: area.right - x - 1, mark: shell.glyphs.ellipsis), x: x, y: y,
      style: report.isAsRuled ? shell.theme.success : shell.theme.urgent)
  }

  /// A row of what happened; the first of a step has a head.
  private struct StepRow {
    let head: String
    let x: Int
    let text: String
    let style: Style
  }

  /// What happened, in order, as it stands in so much room.
  private func stepRows(_ report: RaceReport, width: Int, _ shell: Shell) -> [StepRow] {
    report.steps.flatMap { step in
      // What nobody did begins where names stand otherwise.
      let who = step.user.map { name($0).fitted(to: 14, mark: shell.glyphs.ellipsis).padded(to: 14) + "  " } ?? ""
      let head = "\(step.at.exact)  \(who)"
      let text =
        shell.language(step.text).clean + (step.refusal.map { ": \($0.sentence(in: shell.language))" } ?? "")
      let style: Style = step.user == nil ? .dim : step.refusal == nil ? .bold : .plain
      return text.wrapped(to: max(20, width - 4 - head.cellWidth)).enumerated().map { index, part in
        StepRow(head: index == 0 ? head : "", x: 2 + head.cellWidth, text: part, style: style)
      }
    }
  }

  /// Where there is no room for all of it, the last row tells how much more there is.
  private func drawSteps(_ report: RaceReport, in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    let rows = stepRows(report, width: area.width, shell)
    let fits = rows.count <= area.height
    let height = max(0, fits ? area.height : area.height - 1)
    let first = fits ? 0 : min(scrolled, rows.count - height)
    for (line, row) in rows.dropFirst(first).prefix(height).enumerated() {
      grid.put(row.head, x: 2, y: area.y + line, style: .dim)
      grid.put(row.text, x: row.x, y: area.y + line, style: row.style)
    }
    guard !fits, area.height > 0 else { return }
    let (above, below) = (first, rows.count - first - height)
    let more = shell.language(
      "위로 \(above)줄, 아래로 \(below)줄 더 (PgUp, PgDn)", "\(above) more above, \(below) below (PgUp, PgDn)")
    grid.put(more.fitted(to: area.width - 4, mark: shell.glyphs.ellipsis), x: 2, y: area.bottom - 1, style: .dim)
  }
}
