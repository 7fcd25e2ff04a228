internal import Booking
internal import Canvas
internal import SeatingPlan
internal import Wording

extension SeatMapScreen {
  func commands(_ shell: Shell) -> [Command] {
    guard ended == nil else { return EndedToken.commands(shell) }
    return enterCommands(shell) + mainCommands(shell) + choiceCommands + sizeCommands + moveCommands
      + Self.countCommands
  }

  /// Whether the whole hall is on screen and no seat of it can be told from another.
  var showsSections: Bool { zoom == .hall && !isList }

  /// Why nothing more can be held; nil while something can.
  private func full(_ shell: Shell) -> LocalizedText? {
    let limit = Int(shell.policy.maxHoldsPerUser)
    return shell.holds.count < limit
      ? nil : LocalizedText("임시 예약은 \(limit)석까지입니다. c를 눌러 결제하세요.", "You hold \(seatCount(limit)), the limit. c pays.")
  }

  /// What Enter does: it follows what is under the cursor and what is chosen.
  private func enterCommands(_ shell: Shell) -> [Command] {
    let isOwnHold = board?.isOwnHold(cursor) == true
    let toCheckout = Command(.checkout, ["c"], "결제", "checkout", isMain: true)
    let enter: Command =
      if showsSections && !isChosenHere {
        Command(.zoomIn, [.enter, .space], "이 구역 보기", "open this section", isMain: true)
      } else if isOwnHold && chosen.isEmpty && !showsSections {
        Command(.checkout, [.enter, "c"], "결제로", "checkout", isMain: true)
      } else if chosen.isEmpty {
        // A seat that is drawn as taken is not offered, but may be asked for: it may be free by now.
        Command(
          .hold, [.enter], "예약", "hold", isMain: board?.isFree(cursor) == true,
          unless: isOwnHold ? nil : full(shell))
      } else {
        Command(
          .hold, [.enter], "\(chosen.count)석 예약", "hold \(seatCount(chosen.count))", isMain: true, unless: full(shell))
      }
    return [enter] + (shell.holds.isEmpty ? [] : [toCheckout])
  }

  /// Whether some of what is chosen lies in the section under the cursor.
  private var isChosenHere: Bool {
    guard let grid = hall?.grid else { return false }
    let section = grid.section(of: cursor)
    return chosen.contains { grid.section(of: $0) == section }
  }

  private func mainCommands(_ shell: Shell) -> [Command] {
    let tooSmall =
      showsSections
      ? LocalizedText("좌석이 보이도록 +로 크게 한 뒤 고르세요.", "Too small to choose seats; + goes closer.") : nil
    let choose =
      showsSections
      ? Command(.zoomIn, [.space], "이 구역 보기", "open this section", isMain: isChosenHere)
      : range?.needsShift != false
        ? Command(.choose, [.space], "선택", "choose", isMain: !showsSections, unless: tooSmall)
        : Command(.choose, [.space], "범위 끝", "end the range", isMain: true)
    return [choose] + clearCommands + (isList ? [viewCommand] : []) + [
      Command(.best, ["b"], "추천 \(party)석", "best \(party)", isMain: true, unless: full(shell)),
      Command(.search, ["/"], "찾기", "find", isMain: true),
      Command(.filter, ["f"], "필터", "filter", isMain: true),
      Command(.range, ["v"], "범위 시작·끝", "begin or end a range", unless: tooSmall),
      Command(
        .extend(.left), [Key(.left, .shift)], "움직이며 선택", "select while moving",
        keyNames: shell.language("Shift-화살표", "Shift-arrows"), unless: tooSmall),
      Command(.extend(.right), [Key(.right, .shift)], "", "", keyNames: "", unless: tooSmall),
      Command(.extend(.up), [Key(.up, .shift)], "", "", keyNames: "", unless: tooSmall),
      Command(.extend(.down), [Key(.down, .shift)], "", "", keyNames: "", unless: tooSmall),
    ]
  }

  /// What Esc does before it leads back: it takes away what came last.
  private var clearCommands: [Command] {
    let keys: [Key] = [.escape, .backspace]
    if count != nil { return [Command(.forgetCount, keys, "횟수 지우기", "forget the count", isMain: true)] }
    if range != nil { return [Command(.clearChoice, keys, "범위 취소", "drop the range", isMain: true)] }
    if !chosen.isEmpty { return [Command(.clearChoice, keys, "선택 지우기", "clear", isMain: true)] }
    return filter.isOn ? [Command(.cancelEntry, keys, "모두 보기", "show all", isMain: true)] : []
  }

  private var choiceCommands: [Command] {
    let notMine =
      board?.isOwnHold(cursor) == true ? nil : LocalizedText("내가 임시 예약한 좌석이 아닙니다.", "You do not hold this seat.")
    return [
      Command(.partySize, ["s"], "일행 수 바꾸기", "party size"),
      Command(.nextFree, ["n"], "다음 빈 좌석", "next free seat"),
      Command(.previousFree, ["N"], "이전 빈 좌석", "previous free seat"),
      Command(.undo, ["u"], "선택 되돌리기", "undo a choice"),
      Command(.release, ["x"], "내 임시 예약 해제", "release my hold", unless: notMine),
    ]
  }

  private var viewCommand: Command {
    Command(.listView, ["i"], isList ? "배치도" : "목록", isList ? "map" : "list", isMain: true)
  }

  private var sizeCommands: [Command] {
    let inList =
      isList ? LocalizedText("목록에서는 확대할 수 없습니다. i를 누르면 배치도를 봅니다.", "A list does not zoom; i shows the map.") : nil
    let closest = zoom == .numbered ? LocalizedText("가장 크게 보고 있습니다.", "This is the closest.") : nil
    let farthest = zoom == .hall ? LocalizedText("공연장 전체를 보고 있습니다.", "This is the whole hall.") : nil
    return [
      viewCommand,
      Command(
        .zoomIn, ["+", "="], "크게", "closer", isMain: showsSections, unless: inList ?? closest, isAtLimit: !isList),
      Command(
        .zoomOut, ["-"], "작게", "farther", isMain: zoom != .hall && !isList, unless: inList ?? farthest,
        isAtLimit: !isList),
    ]
  }

  private var moveCommands: [Command] {
    let moves =
      isList
      ? [
        Command(.up, [.up, "k"], "이전 좌석", "seat before"), Command(.down, [.down, "j"], "다음 좌석", "seat after"),
        Command(.left, [.left, "h"], "이전 열", "row before"), Command(.right, [.right, "l"], "다음 열", "row after"),
        Command(.pageUp, [.pageUp], "여덟 좌석 앞으로", "eight seats back"),
        Command(.pageDown, [.pageDown], "여덟 좌석 뒤로", "eight seats on"),
      ]
      : [
        Command(.left, [.left, "h"], "왼쪽", "left"), Command(.right, [.right, "l"], "오른쪽", "right"),
        Command(.up, [.up, "k"], "앞줄", "row in front"), Command(.down, [.down, "j"], "뒷줄", "row behind"),
        Command(.pageUp, [.pageUp], "여덟 줄 앞으로", "eight rows forward"),
        Command(.pageDown, [.pageDown], "여덟 줄 뒤로", "eight rows back"),
      ]
    return moves + [
      Command(.first, [.home], "줄 처음", "start of the row", keyNames: "Home 0"),
      Command(.last, [.end, "$"], "줄 끝", "end of the row"),
      Command(.nextSection, [.tab], "다음 구역", "next section"),
      Command(.previousSection, [Key(.tab, .shift)], "이전 구역", "previous section"),
      Command(.nextTier, ["]"], "다음 등급", "next price tier"),
      Command(.previousTier, ["["], "이전 등급", "previous price tier"),
    ]
  }

  /// A count before a key, as in 5l; help names the first of them for all. A 0 that no digit precedes is a move.
  private static let countCommands = (0...9).map { digit in
    Command(
      .count(digit), [Key(.scalar(Unicode.Scalar(UInt8(48 + digit))))], "횟수: 5l, 3b", "times: 5l, 3b",
      keyNames: digit == 1 ? "1…9" : "")
  }
}
