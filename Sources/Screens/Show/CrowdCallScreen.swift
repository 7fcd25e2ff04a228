internal import Booking
internal import Canvas
internal import Wording

/// Calls more customers to a demonstration: how many, how they come, and over how long.
struct CrowdCallScreen: Screen {
  private var cursor = ListCursor()

  func title(_ language: Language) -> String { language("관객 부르기", "Call customers") }

  func commands(_ shell: Shell) -> [Command] {
    [
      Command(.submit, [.enter], "부르기", "call them", isMain: true),
      Command(.right, [.right, "l", "+", "="], "다음", "more", isMain: true),
      Command(.left, [.left, "h", "-"], "이전", "less", isMain: true),
    ] + MoveKeys.list
  }

  mutating func perform(_ act: Act, _ shell: Shell) {
    if cursor.follow(act, count: CrowdCall.Value.allCases.count) { return }
    let value = CrowdCall.Value.allCases[cursor.index]
    switch act {
    case .left: shell.crowdCall = shell.crowdCall.stepped(value, by: -1)
    case .right: shell.crowdCall = shell.crowdCall.stepped(value, by: 1)
    case .submit: if Self.call(shell) { shell.navigation = .pop }
    default: break
    }
  }

  /// Calls the customers that were asked for last. False when they cannot come.
  static func call(_ shell: Shell) -> Bool {
    let call = shell.crowdCall
    guard shell.attempt({ [show = shell.show] _ throws(BookingError) in try show?.call(call) }) != nil else {
      return false
    }
    let number = Int64(call.customers).grouped
    shell.say(
      .success, "관객 \(number)명이 옵니다.",
      call.customers == 1 ? "1 more customer is coming." : "\(number) more customers are coming.")
    return true
  }

  mutating func refresh(_ shell: Shell, _ reason: RefreshReason) {}

  mutating func click(at place: Position, in area: Rect, _ shell: Shell) -> Key? {
    _ = cursor.follow(clickAt: place, in: lines(area))
    return nil
  }

  private func lines(_ area: Rect) -> ListLines {
    ListLines(
      cursor, of: CrowdCall.Value.allCases.count,
      in: Rect(x: area.x, y: area.y + 2, width: area.width, height: area.height - 2))
  }

  func draw(in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    let rows = CrowdCall.Value.allCases.map { value in
      (value.name(shell.language), shell.crowdCall.text(of: value, shell.language))
    }
    StepLines(rows: rows, cursor: cursor).draw(in: &grid, lines(area), x: area.x + 2, shell)
  }
}
