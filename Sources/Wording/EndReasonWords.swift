package import Booking

extension QueueToken.EndReason {
  /// Why a token ended, in a word.
  package func word(_ language: Language) -> String {
    switch self {
    case .paid: language("결제 완료", "paid")
    case .left: language("나감", "left")
    case .lifetime: language("시간 만료", "lifetime over")
    case .idle: language("비활동", "idle")
    }
  }

  /// The limit that ended it with the value in force; nil when it was the person who ended it.
  package func limit(of policy: Policy) -> LocalizedText? {
    switch self {
    case .idle:
      LocalizedText("비활동 한도 \(policy.idleLimit.spoken(.korean))", "idle limit \(policy.idleLimit.spoken(.english))")
    case .lifetime:
      LocalizedText(
        "토큰 수명 \(policy.tokenLifetime.spoken(.korean))", "lifetime \(policy.tokenLifetime.spoken(.english))")
    case .paid, .left: nil
    }
  }
}
