package import Booking

/// What people read of a policy's values: the one table that the card of the policy in force, its editor, the options with
/// their help, settings and reports go by.
extension PolicyValue {
  package struct Words: Sendable {
    /// What the value is, in a few words.
    package let name: LocalizedText
    /// The option that sets it, without its dashes; settings in files and variables are called so too.
    package let option: String
    /// What the option says of itself, and what its argument is.
    package let help: String
    package let argument: String
    /// The figures that people choose, in the value's own unit.
    package let figures: [Int64]
  }

  package var words: Words {
    switch self {
    case .activationPeriod:
      Words(
        name: LocalizedText("입장 주기", "admission period"), option: "activation-period",
        help: "How often people are admitted, such as 10s.", argument: "time",
        figures: Self.seconds([1, 2, 3, 5, 10, 15, 20, 30, 60, 120, 300]))
    case .batch:
      Words(
        name: LocalizedText("한 번에 입장하는 인원", "people per admission"), option: "batch",
        help: "How many are admitted at once.", argument: "people", figures: Self.crowds)
    case .maxActive:
      Words(
        name: LocalizedText("동시 활성 상한", "most active at once"), option: "max-active",
        help: "How many may be active at once; none for no cap.", argument: "people",
        figures: Array(Self.crowds.dropFirst()))
    case .tokenLifetime:
      Words(
        name: LocalizedText("활성 토큰 수명", "active token lifetime"), option: "token-lifetime",
        help: "How long an active token lives, such as 10m.", argument: "time", figures: Self.turns)
    case .idleLimit:
      Words(
        name: LocalizedText("비활동 한도", "idle limit"), option: "idle-limit",
        help: "How long an active token may be idle; below the lifetime.", argument: "time", figures: Self.turns)
    case .holdDuration:
      Words(
        name: LocalizedText("임시 예약 시간", "hold time"), option: "hold-duration",
        help: "How long a seat is held, such as 5m.", argument: "time", figures: Self.turns)
    case .maxHoldsPerUser:
      Words(
        name: LocalizedText("1인 임시 예약 한도", "holds per person"), option: "max-holds",
        help: "How many seats one person may hold.", argument: "seats", figures: Array(1...10))
    case .maxCharge:
      Words(
        name: LocalizedText("1회 충전 한도", "top-up limit"), option: "max-charge",
        help: "The most won in one charge.", argument: "won", figures: Self.amounts)
    case .balanceCeiling:
      Words(
        name: LocalizedText("잔액 한도", "balance ceiling"), option: "balance-ceiling",
        help: "The most won in a wallet.", argument: "won", figures: Self.amounts)
    case .eventRetention:
      Words(
        name: LocalizedText("기록 보존 기간", "event retention"), option: "event-retention",
        help: "How long events stay on record, such as 7d.", argument: "time",
        figures: Self.seconds([1, 3, 6, 12, 24, 72, 168, 720, 8760].map { $0 * 3600 }))
    }
  }

  package func name(_ language: Language) -> String { language(words.name) }

  private static let crowds: [Int64] = [0, 1, 2, 3, 5, 10, 15, 20, 30, 50, 75, 100, 150, 200, 300, 500, 1000]
  private static let turns = seconds([15, 30, 45, 60, 90, 120, 180, 240, 300, 420, 600, 900, 1200, 1800, 3600])
  private static let amounts: [Int64] = [
    100_000, 200_000, 500_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000, 20_000_000, 50_000_000,
  ]

  private static func seconds(_ times: [Int64]) -> [Int64] { times.map { $0 * 1000 } }
}

extension Policy {
  /// A value as it is shown.
  package func text(of value: PolicyValue, _ language: Language) -> String {
    guard let number = self[value] else { return language("제한 없음", "no cap") }
    return value.text(number, language)
  }

  /// The policy with one value a step larger or smaller, along the figures that people choose.
  package func stepped(_ value: PolicyValue, by step: Int) -> Policy {
    var policy = self
    let figures = value.words.figures
    if let number = self[value] {
      let next = step > 0 ? figures.first { $0 > number } : figures.last { $0 < number }
      // No cap lies above the largest one.
      policy[value] = next ?? (step > 0 && value.isCap ? nil : number)
    } else if step < 0 {
      policy[value] = figures.last
    }
    return policy
  }
}

extension PolicyValue {
  /// A number of this value's unit as it is shown.
  package func text(_ number: Int64, _ language: Language) -> String {
    switch unit {
    case .time: Duration.milliseconds(number).spoken(language)
    case .people: language("\(number)명", "\(number)")
    case .seats: language("\(number)석", seatCount(Int(number)))
    case .won: Won(number).text(language)
    }
  }

  /// A number of this value's unit as its option takes it.
  package func written(_ number: Int64?) -> String {
    guard let number else { return "none" }
    return unit == .time ? Duration.milliseconds(number).written : "\(number)"
  }
}
