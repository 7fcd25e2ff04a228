package import Booking
internal import Wording

/// What a person who has never seen a waiting queue should know at each screen of a demonstration.
enum Explanations {
  static func text(for screen: any Screen, _ shell: Shell) -> LocalizedText? {
    switch screen {
    case is SignInScreen:
      LocalizedText(
        "시연의 관객 가운데 한 사람이 되어 보세요. d를 누르면 진행자의 화면입니다.",
        "Be one of the people of the show. d opens the presenter's side.")
    case is ConcertsScreen:
      LocalizedText(
        "Enter를 누르면 대기열에 섭니다. 모두가 한꺼번에 좌석으로 몰리지 않게 하는 줄입니다.",
        "Enter joins the queue: it keeps everybody from rushing at the seats at once.")
    case is WaitingRoomScreen: waitingRoom(shell)
    // A token that has ended says so itself.
    case is SessionsScreen where !shell.isActive,
      is SeatMapScreen where !shell.isActive:
      nil
    case is SessionsScreen: sessions(shell)
    case is SeatMapScreen:
      LocalizedText(
        "다른 관객이 임시 예약하고(\(shell.glyphs.seatHeld)) 사는(\(shell.glyphs.seatSold)) 좌석이 바로 바뀝니다. Enter로 임시 예약하면 \(shell.policy.holdDuration.spoken(.korean)) 동안 내 자리입니다.",
        "Seats change as others hold (\(shell.glyphs.seatHeld)) and buy (\(shell.glyphs.seatSold)) them. Enter holds one for you, for \(shell.policy.holdDuration.spoken(.english))."
      )
    case is CheckoutScreen:
      LocalizedText(
        "시간 안에 결제하지 않으면 좌석은 저절로 풀려 다른 관객에게 갑니다.",
        "If you do not pay in time the seats go back on sale for the others.")
    case is TicketsScreen:
      LocalizedText(
        "결제하면 토큰이 끝나고, 그 자리로 다음 사람이 들어옵니다. d에서 판매 전체를 볼 수 있습니다.",
        "Paying ends your token and makes room for the next in line. d shows the whole sale.")
    case is ControlPanelScreen where shell.policy.admissionSize == 0:
      LocalizedText(
        "문이 닫혔습니다. 아무도 들어가지 못하고 안에서는 판매가 줄어듭니다. e로 다시 들여보내세요.",
        "The door is closed: nobody gets in, and sales inside run dry. Let people in again (e).")
    case let panel as ControlPanelScreen where panel.figures.waiting == 0 && panel.figures.sold > 0:
      LocalizedText(
        "줄이 다 빠졌습니다. v는 같은 판매를 대기열 없이 다시 보여 주고, R은 처음부터 다시 엽니다.",
        "The queue is empty. v plays the same sale without a queue beside it; R starts the show again.")
    case is ControlPanelScreen:
      LocalizedText(
        "같은 판매의 진행자 쪽입니다. 줄이 길어도 안에서는 판매가 꾸준합니다. e로 규칙을 바꾸면 줄이 바로 달라집니다.",
        "The same sale from the presenter's side: the line is long, sales inside are steady. Change the policy (e) and the line answers."
      )
    case is PolicyEditorScreen:
      LocalizedText(
        "‘한 번에 입장하는 인원’을 0까지 줄이고 Esc로 돌아가 보세요. 줄이 멈춥니다. 그다음 다시 늘립니다.",
        "Bring “people per admission” down to 0 and go back (Esc): the line stands still. Then raise it again.")
    case is CrowdCallScreen:
      LocalizedText(
        "수를 늘리고 ‘처음에 몰려서’를 골라 보세요. 문은 그대로인데 줄만 길어집니다.",
        "Call many, in a rush: the door stays as it is, and only the line grows.")
    case is ComparisonScreen:
      LocalizedText(
        "안에 있는 사람이 적을수록 고르는 동안 좌석을 덜 빼앗기고, 더 오래 기다립니다. 대기열과 상한이 맞바꾸는 것입니다.",
        "The fewer are inside at once, the fewer lose seats while they choose, and the longer the wait: that is the trade-off."
      )
    default: nil
    }
  }

  private static func waitingRoom(_ shell: Shell) -> LocalizedText {
    let policy = shell.policy
    guard policy.admissionSize > 0 else {
      return LocalizedText(
        "문이 닫혀 있어 아무도 들어가지 못합니다. d를 눌러 진행판에서 e로 다시 엽니다.",
        "The door is closed: nobody is let in. Open it again on the presenter's side (d, then e).")
    }
    let size = policy.admissionSize.grouped
    let speed = shell.rate > 1000 ? Int64(shell.rate / 1000).grouped : nil
    let pace = LocalizedText(
      speed.map { " 시계는 \($0)배 빠릅니다." } ?? "", speed.map { " The clock runs at ×\($0)." } ?? "")
    return LocalizedText(
      "\(policy.activationPeriod.spoken(.korean))마다 \(size)명씩만, 온 순서대로 들여보냅니다. 한꺼번에 들어가면 고르는 동안 좌석을 빼앗깁니다.\(pace.korean)",
      "\(size) people enter every \(policy.activationPeriod.spoken(.english)), in order. Without a queue, seats vanish while people are still choosing.\(pace.english)"
    )
  }

  private static func sessions(_ shell: Shell) -> LocalizedText {
    let policy = shell.policy
    return LocalizedText(
      "입장했습니다. 토큰은 \(policy.tokenLifetime.spoken(.korean)) 동안 살아 있고, \(policy.idleLimit.spoken(.korean)) 동안 아무것도 하지 않으면 끝나 다음 사람 차례가 됩니다.",
      "You are in. Your token lives for \(policy.tokenLifetime.spoken(.english)); idle for \(policy.idleLimit.spoken(.english)), it ends, and the next in line gets the place."
    )
  }
}

extension App {
  /// What a demonstration says below the screen to who has never seen one; nil where nothing is to be said.
  package var explanation: CaptionBand? { explanation(hint: LocalizedText("E 설명 끄기", "E hides this")) }

  /// The same, with what the keys do meanwhile.
  package func explanation(hint: LocalizedText) -> CaptionBand? {
    guard shell.explains, shell.hasOwnClock, let text = Explanations.text(for: screens[screens.count - 1], shell)
    else { return nil }
    return CaptionBand(text, hint: hint)
  }
}
