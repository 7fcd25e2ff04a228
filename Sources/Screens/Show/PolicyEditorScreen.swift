internal import Booking
internal import Canvas
internal import Wording

/// A demonstration's policy, changed in place: each step is in force at once, and recorded.
struct PolicyEditorScreen: Screen {
  /// At what changes the line most.
  private var cursor = ListCursor(PolicyValue.allCases.firstIndex(of: .batch) ?? 0)

  func title(_ language: Language) -> String { language("운영 규칙 바꾸기", "Change policy") }

  func commands(_ shell: Shell) -> [Command] {
    [
      Command(.right, [.right, "l", "+", "="], "크게", "more", isMain: true),
      Command(.left, [.left, "h", "-"], "작게", "less", isMain: true),
    ] + MoveKeys.list
  }

  mutating func perform(_ act: Act, _ shell: Shell) {
    if cursor.follow(act, count: PolicyValue.allCases.count) { return }
    switch act {
    case .left: change(-1, shell)
    case .right: change(1, shell)
    default: break
    }
  }

  mutating func refresh(_ shell: Shell, _ reason: RefreshReason) {}

  private func change(_ step: Int, _ shell: Shell) {
    let value = PolicyValue.allCases[cursor.index]
    let policy = shell.policy.stepped(value, by: step)
    guard policy.fault == nil else {
      // The only fault that a step along the figures can make.
      return shell.say(
        .refusal, "비활동 한도는 활성 토큰 수명보다 짧아야 합니다.", "The idle limit must be shorter than the token's lifetime.")
    }
    _ = shell.attempt { engine throws(BookingError) in try engine.setPolicy(policy) }
  }

  mutating func click(at place: Position, in area: Rect, _ shell: Shell) -> Key? {
    _ = cursor.follow(clickAt: place, in: lines(area))
    return nil
  }

  private func lines(_ area: Rect) -> ListLines {
    ListLines(
      cursor, of: PolicyValue.allCases.count,
      in: area.below(top(of: area) + 2))
  }

  /// Where the text stands: with a line to spare above it where every value has one below it.
  private func top(of area: Rect) -> Int { area.height < PolicyValue.allCases.count + 3 ? 0 : 1 }

  func draw(in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    let language = shell.language
    let sentences = [
      language("바꾸면 바로 적용되고 기록에 남습니다.", "A change takes effect at once and is recorded."),
      language("이미 정해진 기한은 그대로입니다.", "Deadlines already set stay."),
    ]
    let line = sentences.joined(separator: " ")
    for (index, text) in (line.cellWidth <= area.width - 4 ? [line] : sentences).enumerated() {
      grid.put(text, x: area.x + 2, y: area.y + top(of: area) + index, style: shell.theme.faint, width: area.width - 4)
    }
    let rows = PolicyValue.allCases.map { ($0.name(language), shell.policy.text(of: $0, language)) }
    StepLines(rows: rows, cursor: cursor).draw(in: &grid, lines(area), x: area.x + 2, shell)
  }
}
