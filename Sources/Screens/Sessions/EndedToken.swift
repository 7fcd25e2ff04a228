internal import Booking
internal import Canvas
internal import Wording

/// What a screen that needs an active token shows once the token has ended: itself, greyed, which limit ended it, and
/// the two ways on.
enum EndedToken {
  static func commands(_ shell: Shell) -> [Command] {
    [Command(.joinQueue, [.enter], "다시 대기열 참여", "join the queue again", isMain: true)]
  }

  static func joinAgain(_ shell: Shell, concert: ConcertID?) {
    guard let user = shell.user,
      shell.attempt({ engine throws(BookingError) in try engine.issueToken(user: user) }) != nil
    else { return }
    shell.navigation = .start([WaitingRoomScreen(concert: concert)])
  }

  static func draw(_ reason: QueueToken.EndReason, in grid: inout Grid, _ area: Rect, _ shell: Shell) {
    grid.restyle(area) { _ in .dim }
    let language = shell.language
    let limit = reason.limit(of: shell.policy).map { language($0) } ?? reason.word(language)
    var lines = [
      language("토큰이 만료되었습니다 (\(limit)).", "Your token has ended (\(limit))."),
      language("Enter  다시 대기열 참여", "Enter  join the queue again"),
    ]
    if !shell.holds.isEmpty {
      lines.append(
        language("c  임시 예약한 \(shell.holds.count)석 결제", "c      pay for the \(seatCount(shell.holds.count)) you hold"))
    }
    let width = (lines.map(\.cellWidth).max() ?? 0) + 6
    let box = area.centered(width: width, height: lines.count + 3)
    let inside = drawBox(in: &grid, box, title: "", shell)
    for (index, line) in lines.enumerated() {
      grid.put(
        line, x: inside.x + 1, y: inside.y + index + (index > 0 ? 1 : 0), style: index == 0 ? .bold : .plain,
        width: inside.width - 2)
    }
    grid.cursor = Position(x: inside.x + 1, y: inside.y)
  }
}
