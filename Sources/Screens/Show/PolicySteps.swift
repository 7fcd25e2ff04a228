internal import Booking

extension Policy {
  /// The policy with one value a step larger or smaller, along the figures that people choose.
  func stepped(_ value: PolicyValue, by step: Int) -> Policy {
    var policy = self
    switch value {
    case .activationPeriod: policy.activationPeriod = Self.step(activationPeriod, step, Self.shortTimes)
    case .batch: policy.batch = Self.step(batch, step, Self.counts)
    case .maxActive:
      // No cap lies above the largest one.
      let steps = Self.counts.dropFirst().map(Optional.some) + [nil]
      policy.maxActive = Self.step(maxActive ?? .max, step, steps.map { $0 ?? .max })
      if policy.maxActive == .max { policy.maxActive = nil }
    case .tokenLifetime: policy.tokenLifetime = Self.step(tokenLifetime, step, Self.longTimes)
    case .idleLimit: policy.idleLimit = Self.step(idleLimit, step, Self.longTimes)
    case .holdDuration: policy.holdDuration = Self.step(holdDuration, step, Self.longTimes)
    case .maxHoldsPerUser: policy.maxHoldsPerUser = max(1, min(10, maxHoldsPerUser + Int64(step)))
    case .maxCharge: policy.maxCharge = Won(Self.step(maxCharge.amount, step, Self.amounts))
    case .balanceCeiling: policy.balanceCeiling = Won(Self.step(balanceCeiling.amount, step, Self.amounts))
    case .eventRetention: policy.eventRetention = Self.step(eventRetention, step, Self.retentions)
    }
    return policy
  }

  private static let shortTimes: [Int64] = [1, 2, 3, 5, 10, 15, 20, 30, 60, 120, 300]
  private static let longTimes: [Int64] = [15, 30, 45, 60, 90, 120, 180, 240, 300, 420, 600, 900, 1200, 1800, 3600]
  private static let retentions: [Int64] = [1, 3, 6, 12, 24, 3 * 24, 7 * 24, 30 * 24, 365 * 24].map { $0 * 3600 }
  private static let counts: [Int64] = [0, 1, 2, 3, 5, 10, 15, 20, 30, 50, 75, 100, 150, 200, 300, 500, 1000]
  private static let amounts: [Int64] = [
    100_000, 200_000, 500_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000, 20_000_000, 50_000_000,
  ]

  private static func step(_ value: Int64, _ step: Int, _ steps: [Int64]) -> Int64 {
    (step > 0 ? steps.first { $0 > value } : steps.last { $0 < value }) ?? value
  }

  private static func step(_ time: Duration, _ step: Int, _ seconds: [Int64]) -> Duration {
    .milliseconds(Self.step(time.milliseconds, step, seconds.map { $0 * 1000 }))
  }
}
