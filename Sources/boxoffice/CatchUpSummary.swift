internal import Booking
internal import Wording

/// What fell due while nobody was there.
struct CatchUpSummary {
  let events: [Event]
  let clockNotice: ClockAnchoring.Notice?

  var texts: [LocalizedText] {
    func count(_ kind: Event.Kind) -> Int { events.count { $0.kind == kind } }
    var texts: [LocalizedText] = []
    let admitted = count(.tokenActivated)
    let ended = count(.tokenEnded)
    let released = count(.holdExpired)
    if admitted + ended + released > 0 {
      texts.append(
        LocalizedText(
          "닫혀 있는 동안: 입장 \(admitted)명, 토큰 만료 \(ended)건, 임시 예약 해제 \(released)석.",
          "While it was closed: \(admitted) admitted, \(ended) tokens ended, \(released) holds released."))
    }
    if let clockNotice { texts.append(clockNotice.text) }
    return texts
  }
}

extension ClockAnchoring.Notice {
  /// What a screen says of it.
  var text: LocalizedText {
    switch self {
    case .recordAhead(let time):
      LocalizedText(
        "컴퓨터 시계가 기록보다 \(time.words(.korean)) 늦어, 예매 시각은 기록에서 이어집니다.",
        "The computer's clock is \(time.words(.english)) behind the record; booking time goes on from the record.")
    case .wallSet(let time) where time < .zero:
      LocalizedText(
        "컴퓨터 시계가 \((-time).words(.korean)) 뒤로 맞춰졌습니다. 예매 시각은 그대로 흐릅니다 (boxoffice clock).",
        "The computer's clock was set back by \((-time).words(.english)); booking time goes on as it did "
          + "(boxoffice clock).")
    case .wallSet(let time):
      LocalizedText(
        "컴퓨터 시계가 \(time.words(.korean)) 앞으로 맞춰졌습니다. 예매 시각은 그대로 흐릅니다 (boxoffice clock).",
        "The computer's clock was set ahead by \(time.words(.english)); booking time goes on as it did (boxoffice clock)."
      )
    }
  }
}
