internal import Booking

/// What fell due while nobody was there.
struct Meanwhile {
  let events: [Event]
  let aheadBy: Duration?

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
    if let aheadBy {
      let seconds = aheadBy.secondsRoundedUp
      texts.append(
        LocalizedText(
          "컴퓨터 시계가 기록보다 \(seconds)초 늦어, 예매 시각은 기록에서 이어집니다.",
          "The computer's clock is \(seconds) s behind the record; booking time goes on from the record."))
    }
    return texts
  }
}
