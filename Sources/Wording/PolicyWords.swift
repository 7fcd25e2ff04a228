package import Booking

extension PolicyValue {
  /// What the value is, in a few words.
  package func name(_ language: Language) -> String {
    switch self {
    case .activationPeriod: language("입장 주기", "admission period")
    case .batch: language("한 번에 입장하는 인원", "people per admission")
    case .maxActive: language("동시 활성 상한", "most active at once")
    case .tokenLifetime: language("활성 토큰 수명", "active token lifetime")
    case .idleLimit: language("비활동 한도", "idle limit")
    case .holdDuration: language("임시 예약 시간", "hold time")
    case .maxHoldsPerUser: language("1인 임시 예약 한도", "holds per person")
    case .maxCharge: language("1회 충전 한도", "most per charge")
    case .balanceCeiling: language("잔액 한도", "balance ceiling")
    case .eventRetention: language("기록 보존 기간", "event retention")
    }
  }
}

extension Policy {
  /// A value as it is shown.
  package func text(of value: PolicyValue, _ language: Language) -> String {
    switch value {
    case .activationPeriod: activationPeriod.spoken(language)
    case .batch: language("\(batch)명", "\(batch)")
    case .maxActive: maxActive.map { language("\($0)명", "\($0)") } ?? language("제한 없음", "no cap")
    case .tokenLifetime: tokenLifetime.spoken(language)
    case .idleLimit: idleLimit.spoken(language)
    case .holdDuration: holdDuration.spoken(language)
    case .maxHoldsPerUser: language("\(maxHoldsPerUser)석", seatCount(Int(maxHoldsPerUser)))
    case .maxCharge: maxCharge.text(language)
    case .balanceCeiling: balanceCeiling.text(language)
    case .eventRetention: eventRetention.spoken(language)
    }
  }
}
