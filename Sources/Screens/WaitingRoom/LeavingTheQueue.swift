internal import Booking
internal import Canvas

/// Leaving the queue or giving up an admission, after a question, with the offer to release what is held.
enum LeavingTheQueue {
  static func ask(_ shell: Shell) {
    var choices = [
      Dialog.Choice("n", "아니요", "No", nil),
      Dialog.Choice("y", "나가기", "Leave", .confirmed(.leave(releasing: false))),
    ]
    if !shell.holds.isEmpty {
      choices.append(Dialog.Choice("r", "좌석도 해제", "Leave, release the seats", .confirmed(.leave(releasing: true))))
    }
    let loss =
      shell.isActive
      ? LocalizedText("활성 토큰이 끝나고, 다시 오면 줄 끝에 섭니다.", "Your admission ends; coming back starts at the end.")
      : LocalizedText("지금 순서를 잃게 됩니다.", "You lose your place in it.")
    shell.dialog = Dialog([LocalizedText("대기열에서 나가시겠습니까?", "Leave the queue?"), loss], choices)
  }

  /// Releases first: if that is refused, the place in the queue is not lost either.
  static func leave(releasing: Bool, _ shell: Shell) {
    guard let user = shell.user, let token = shell.credential else { return }
    let holds = shell.holds.map(\.reservation.id)
    let left: Void? = shell.attempt { engine throws(BookingError) in
      if releasing, !holds.isEmpty { try engine.release(caller: user, reservations: holds) }
      try engine.leaveQueue(caller: user, token: token)
    }
    guard left != nil else { return }
    shell.say(.success, "대기열에서 나왔습니다.", "You left the queue.")
    shell.navigation = .start([])
  }
}
