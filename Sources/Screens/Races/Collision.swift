internal import Booking

/// Two things at once, about which testers ask who wins.
enum Collision: CaseIterable {
  case sameSeat, payBeforeDeadline, payAtDeadline, payAfterDeadline, payTwiceWithOneKey, payTwiceWithTwoKeys,
    tokenEndsDuringHold, lastSeats

  func title(_ language: Language) -> String {
    switch self {
    case .sameSeat: language("같은 좌석을 동시에", "the same seat at once")
    case .payBeforeDeadline: language("기한 1밀리초 전 결제", "payment 1 ms before the deadline")
    case .payAtDeadline: language("기한 바로 그때 결제", "payment at the deadline")
    case .payAfterDeadline: language("기한 1밀리초 뒤 결제", "payment 1 ms after the deadline")
    case .payTwiceWithOneKey: language("같은 요청 키로 두 번 결제", "payment twice, one request key")
    case .payTwiceWithTwoKeys: language("다른 요청 키로 두 번 결제", "payment twice, two request keys")
    case .tokenEndsDuringHold: language("임시 예약 중 토큰 만료", "token ends during a hold")
    case .lastSeats: language("마지막 다섯 석을 네 석씩", "the last five seats, by fours")
    }
  }

  /// How the rules decide it.
  func ruling(_ language: Language) -> String {
    switch self {
    case .sameSeat:
      language(
        "규칙 5: 먼저 쓴 사람이 갖고, 나머지는 좌석이 이미 예약되었다는 답을 받습니다.",
        "Rule 5: who writes first has it; the others are told that it is taken.")
    case .payBeforeDeadline:
      language(
        "규칙 6: 기한 전이면 유효합니다. 4:59.999에 결제할 수 있고 좌석은 팔립니다.",
        "Rule 6: valid while now < deadline. At 4:59.999 it is paid and sold.")
    case .payAtDeadline, .payAfterDeadline:
      language(
        "규칙 10: 기한이 되면 예약이 먼저 끝납니다. 결제는 늦었고 좌석은 다음 사람의 것입니다.",
        "Rule 10: at the deadline the hold ends first. Paying is too late; the next has it.")
    case .payTwiceWithOneKey:
      language("요청 키: 한 번만 결제되고 같은 답을 받습니다.", "Request keys: one payment, and the same answer twice.")
    case .payTwiceWithTwoKeys:
      language("규칙 6: 두 번째는 이미 결제되었다는 답을 받습니다.", "Rule 6: the second is told that it is paid already.")
    case .tokenEndsDuringHold:
      language(
        "규칙 6: 토큰이 끝나도 임시 예약은 결제할 수 있습니다. 새로 예약할 수는 없습니다.",
        "Rule 6: a hold outlives its token and can be paid. A new hold is refused.")
    case .lastSeats:
      language(
        "규칙 5: 모두 아니면 전무입니다. 한 석이라도 잃으면 아무것도 예약되지 않습니다.",
        "Rule 5: all or none. Who loses one seat of four holds none.")
    }
  }
}
