internal import Booking
internal import Canvas
internal import SeatingPlan

extension SeatMapScreen {
  func commands(_ shell: Shell) -> [Command] {
    guard ended == nil else { return EndedToken.commands(shell) }
    return mainCommands(shell) + choiceCommands(shell) + (isList ? [] : viewCommands) + moveCommands
      + Self.countCommands
  }

  private func mainCommands(_ shell: Shell) -> [Command] {
    let limit = Int(shell.policy.maxHoldsPerUser)
    let isOwn = isOwnHold(cursor, shell)
    let full =
      shell.holds.count >= limit && !isOwn
      ? LocalizedText("임시 예약은 \(limit)석까지입니다. c를 눌러 결제하세요.", "You hold \(seatCount(limit)), the limit. c pays.") : nil
    let count = chosen.count
    let enter: Command =
      if zoom == .hall && !isList && chosen.isEmpty {
        Command(.zoomIn, [.enter], "이 구역 보기", "open this section", isMain: true)
      } else if isOwn && chosen.isEmpty {
        Command(.checkout, [.enter, "c"], "결제로", "checkout", isMain: true)
      } else if chosen.isEmpty {
        Command(.hold, [.enter], "이 좌석 예약", "hold this seat", isMain: true, unless: full)
      } else {
        Command(.hold, [.enter], "\(count)석 예약", "hold \(seatCount(count))", isMain: true, unless: full)
      }
    let toCheckout = Command(.checkout, ["c"], "결제", "checkout", isMain: true)
    let clear =
      self.count != nil
      ? Command(.forgetCount, [.escape, .backspace], "횟수 지우기", "forget the count", isMain: true)
      : Command(
        .clearChoice, [.escape, .backspace], range == nil ? "선택 지우기" : "범위 취소",
        range == nil ? "clear the choice" : "drop the range", isMain: true)
    return [enter] + (shell.holds.isEmpty ? [] : [toCheckout])
      + [Command(.choose, [.space], "선택", "choose", isMain: zoom != .hall || isList)]
      + (chosen.isEmpty && range == nil && self.count == nil ? [] : [clear]) + (isList ? viewCommands : [])
      + [
        Command(
          .best, ["b"], "\(party)석 추천", party == 1 ? "best seat" : "best \(party) together", isMain: true, unless: full),
        Command(.search, ["/"], "좌석 찾기", "find a seat", isMain: true),
      ]
  }

  private func choiceCommands(_ shell: Shell) -> [Command] {
    let notMine =
      isOwnHold(cursor, shell) ? nil : LocalizedText("내가 임시 예약한 좌석이 아닙니다.", "You do not hold this seat.")
    let inList =
      isList ? LocalizedText("목록에는 크기가 없습니다. i를 누르면 배치도를 봅니다.", "A list has no sizes; i shows the map.") : nil
    return [
      Command(.zoomIn, ["+", "="], "크게", "closer", isMain: zoom == .hall && !isList, unless: inList),
      Command(.zoomOut, ["-"], "작게", "farther", isMain: zoom != .hall && !isList, unless: inList),
      Command(.partySize, ["s"], "일행 수 바꾸기", "party size"),
      Command(.nextFree, ["n"], "다음 빈 좌석", "next free seat"),
      Command(.previousFree, ["N"], "이전 빈 좌석", "previous free seat"),
      Command(.range, ["v"], "범위 선택 시작·끝", "begin or end a range"),
      Command(.undo, ["u"], "선택 되돌리기", "undo a choice"),
      Command(
        .filter, ["f"], "등급·가격으로 거르기", "filter by tier or price", isMain: filter.isOn),
      Command(.release, ["x"], "내 임시 예약 해제", "release my hold", unless: notMine),
    ]
  }

  private var viewCommands: [Command] {
    [
      Command(.listView, ["i"], isList ? "배치도로 보기" : "목록으로 보기", isList ? "as a map" : "as a list", isMain: isList)
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
        Command(.pageUp, [.pageUp], "여덟 줄 앞으로", "eight rows to the front"),
        Command(.pageDown, [.pageDown], "여덟 줄 뒤로", "eight rows to the back"),
      ]
    return moves + [
      Command(.extend(.left), [Key(.left, .shift)], "왼쪽으로 넓혀 고르기", "choose to the left"),
      Command(.extend(.right), [Key(.right, .shift)], "오른쪽으로 넓혀 고르기", "choose to the right"),
      Command(.extend(.up), [Key(.up, .shift)], "앞으로 넓혀 고르기", "choose to the front"),
      Command(.extend(.down), [Key(.down, .shift)], "뒤로 넓혀 고르기", "choose to the back"),
      Command(.first, [.home], "줄 처음", "start of the row"), Command(.last, [.end, "$"], "줄 끝", "end of the row"),
      Command(.nextSection, [.tab], "다음 구역", "next section"),
      Command(.previousSection, [Key(.tab, .shift)], "이전 구역", "previous section"),
      Command(.nextTier, ["]"], "다음 등급", "next price tier"),
      Command(.previousTier, ["["], "이전 등급", "previous price tier"),
    ]
  }

  /// A count before a key, as in 5l; help names the first of them for all. A 0 that no digit precedes is a move.
  private static let countCommands = (0...9).map { digit in
    Command(
      .count(digit), [Key(.scalar(Unicode.Scalar(UInt8(48 + digit))))], "횟수: 5l은 오른쪽으로 다섯 칸, 3b는 세 자리",
      "a count: 5l goes five right, 3b seats three", isListed: digit == 1)
  }
}
