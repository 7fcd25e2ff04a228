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
  var requestKey: RequestKey?
  var ended: QueueToken.EndReason?
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
    let full =
      shell.holds.count >= limit
      ? LocalizedText("임시 예약은 \(limit)석까지입니다. c를 눌러 결제하세요.", "You hold \(limit) seats, the most there may be. c pays.")
      : nil
    let notMine =
      isOwnHold(cursor, shell) ? nil : LocalizedText("여기는 내가 임시 예약한 좌석이 아닙니다.", "This is no seat that you hold.")
    let nothing = chosen.isEmpty ? LocalizedText("고른 좌석이 없습니다.", "No seat is chosen.") : nil
    return [
      Command(
        .hold, [.enter], chosen.isEmpty ? "이 좌석 예약" : "\(chosen.count)석 예약",
        chosen.isEmpty ? "hold this seat" : "hold \(chosen.count)", isMain: true, unless: full),
      Command(.choose, [.space], "선택", "choose", isMain: true),
      Command(.nextFree, ["n"], "다음 빈 좌석", "next free", isMain: true),
      Command(.previousFree, ["N"], "이전 빈 좌석", "previous free"),
      Command(.clearChoice, ["u"], "선택 모두 지우기", "clear the choice", unless: nothing),
      Command(.release, ["x"], "내 임시 예약 해제", "release my hold", unless: notMine),
      Command(.left, [.left, "h"], "왼쪽", "left"), Command(.right, [.right, "l"], "오른쪽", "right"),
      Command(.up, [.up, "k"], "앞줄", "row ahead"), Command(.down, [.down, "j"], "뒷줄", "row behind"),
      Command(.pageUp, [.pageUp], "여러 줄 앞으로", "many rows ahead"),
      Command(.pageDown, [.pageDown], "여러 줄 뒤로", "many rows behind"),
      Command(.first, [.home, "0"], "줄 처음", "start of the row"), Command(.last, [.end, "$"], "줄 끝", "end of the row"),
    ]
  }
}
