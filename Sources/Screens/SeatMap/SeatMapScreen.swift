internal import Booking
internal import Canvas
internal import SeatingPlan

/// The hall as a grid, walked with the keyboard.
struct SeatMapScreen: Screen {
  let session: SessionID
  let concert: Concert?
  var hall: HallView?
  var evening: Session?
  /// By place in the hall's grid; nil for a place of the plan that is not for sale.
  var seats: [Seat?] = []
  var places: [SeatID: Int] = [:]
  var asOf = EventID(0)
  /// The tiers, the dearest first.
  var tiers: [TierPrice] = []
  var cursor = 0
  /// Chosen but not held, in the order of choosing.
  var chosen: [Int] = []
  var attempt: Attempt?
  /// The hold that the open question is about.
  var asked: ReservationID?
  var ended: QueueToken.EndReason?
  /// Set when the hall could not be shown; it is not tried again.
  var isUnreadable = false
  var viewport = SeatViewport()

  init(session: SessionID, concert: Concert?) {
    self.session = session
    self.concert = concert
  }

  func title(_ language: Language) -> String { language("좌석 선택", "Seat map") }

  var presence: Presence? { ended == nil ? .seats(session) : nil }

  func commands(_ shell: Shell) -> [Command] {
    guard ended == nil else { return EndedToken.commands(shell) }
    let limit = Int(shell.policy.maxHoldsPerUser)
    let isOwn = isOwnHold(cursor, shell)
    let full =
      shell.holds.count >= limit && !isOwn
      ? LocalizedText("임시 예약은 \(limit)석까지입니다. c를 눌러 결제하세요.", "You hold \(seatCount(limit)), the limit. c pays.") : nil
    let notMine = isOwn ? nil : LocalizedText("내가 임시 예약한 좌석이 아닙니다.", "You do not hold this seat.")
    let count = chosen.count
    let enter: Command =
      if isOwn && chosen.isEmpty {
        Command(.checkout, [.enter, "c"], "결제로", "checkout", isMain: true)
      } else if chosen.isEmpty {
        Command(.hold, [.enter], "이 좌석 예약", "hold this seat", isMain: true, unless: full)
      } else {
        Command(.hold, [.enter], "\(count)석 예약", "hold \(seatCount(count))", isMain: true, unless: full)
      }
    let clear = Command(.clearChoice, [.escape, .backspace, "u"], "선택 지우기", "clear the choice", isMain: true)
    let toCheckout = Command(.checkout, ["c"], "결제", "checkout", isMain: true)
    let first =
      [enter] + (shell.holds.isEmpty ? [] : [toCheckout]) + [Command(.choose, [.space], "선택", "choose", isMain: true)]
      + (chosen.isEmpty ? [] : [clear])
    return first + [
      Command(.nextFree, ["n"], "다음 빈 좌석", "next free", isMain: shell.holds.isEmpty),
      Command(.previousFree, ["N"], "이전 빈 좌석", "previous free"),
      Command(.release, ["x"], "내 임시 예약 해제", "release my hold", unless: notMine),
      Command(.left, [.left, "h"], "왼쪽", "left"), Command(.right, [.right, "l"], "오른쪽", "right"),
      Command(.up, [.up, "k"], "앞줄", "row in front"), Command(.down, [.down, "j"], "뒷줄", "row behind"),
      Command(.pageUp, [.pageUp], "여덟 줄 앞으로", "eight rows to the front"),
      Command(.pageDown, [.pageDown], "여덟 줄 뒤로", "eight rows to the back"),
      Command(.first, [.home, "0"], "줄 처음", "start of the row"), Command(.last, [.end, "$"], "줄 끝", "end of the row"),
    ]
  }
}
