import Booking
import TestSupport
import Testing

@Suite("Policy")
struct PolicyTests {
  @Test func `the standard numbers are those of the rules`() {
    let policy = Policy()
    #expect(policy.activationPeriod == .seconds(10))
    #expect(policy.batch == 50)
    #expect(policy.maxActive == nil)
    #expect(policy.tokenLifetime == .minutes(10))
    #expect(policy.idleLimit == .minutes(5))
    #expect(policy.holdDuration == .minutes(5))
    #expect(policy.maxHoldsPerUser == 4)
    #expect(policy.maxCharge == Won(1_000_000))
    #expect(policy.balanceCeiling == Won(10_000_000))
    #expect(policy.eventRetention == .days(7))
    #expect(policy.fault == nil)
  }

  @Test(
    arguments: [(599_999, nil), (600_000, .idleNotBelowLifetime), (600_001, .idleNotBelowLifetime)]
      as [(Int64, PolicyFault?)])
  func `the idle limit must be below the lifetime`(idle: Int64, fault: PolicyFault?) {
    #expect(Policy.with { $0.idleLimit = .milliseconds(idle) }.fault == fault)
  }

  static let year: Int64 = 31_536_000_000

  @Test(
    arguments: [
      (.activationPeriod, Policy.with { $0.activationPeriod = .zero }),
      (.activationPeriod, Policy.with { $0.activationPeriod = .milliseconds(year + 1) }),
      (.tokenLifetime, Policy.with { $0.tokenLifetime = .milliseconds(year + 1) }),
      (.idleLimit, Policy.with { $0.idleLimit = .milliseconds(-1) }),
      (.holdDuration, Policy.with { $0.holdDuration = .zero }),
    ] as [(PolicyValue, Policy)])
  func `durations lie between a millisecond and a year`(value: PolicyValue, policy: Policy) {
    #expect(policy.fault == .outOfRange(value, least: 1, most: Self.year))
  }

  @Test(arguments: [3_599_999, year + 1]) func `events are kept for an hour to a year`(milliseconds: Int64) {
    let policy = Policy.with { $0.eventRetention = .milliseconds(milliseconds) }
    #expect(policy.fault == .outOfRange(.eventRetention, least: 3_600_000, most: Self.year))
  }

  @Test(
    arguments: [
      (.batch, Policy.with { $0.batch = -1 }, 0, 1_000_000),
      (.batch, Policy.with { $0.batch = 1_000_001 }, 0, 1_000_000),
      (.maxActive, Policy.with { $0.maxActive = -1 }, 0, 1_000_000_000),
      (.maxHoldsPerUser, Policy.with { $0.maxHoldsPerUser = 0 }, 1, 1000),
      (.maxHoldsPerUser, Policy.with { $0.maxHoldsPerUser = 1001 }, 1, 1000),
      (.maxCharge, Policy.with { $0.maxCharge = .zero }, 1, 1_000_000_000_000),
      (.balanceCeiling, Policy.with { $0.balanceCeiling = Won(.max) }, 1, 1_000_000_000_000),
    ] as [(PolicyValue, Policy, Int64, Int64)])
  func `counts and amounts lie in their ranges`(value: PolicyValue, policy: Policy, least: Int64, most: Int64) {
    #expect(policy.fault == .outOfRange(value, least: least, most: most))
  }

  @Test func `the ends of the ranges are allowed`() {
    let least = Policy.with {
      $0.activationPeriod = .milliseconds(1)
      $0.batch = 0
      $0.maxActive = 0
      $0.tokenLifetime = .milliseconds(2)
      $0.idleLimit = .milliseconds(1)
      $0.holdDuration = .milliseconds(1)
      $0.maxHoldsPerUser = 1
      $0.maxCharge = Won(1)
      $0.balanceCeiling = Won(1)
      $0.eventRetention = .hours(1)
    }
    #expect(least.fault == nil)
    #expect(Policy.with { $0.tokenLifetime = .days(365) }.fault == nil)
  }

  @Test(arguments: [(50, nil, 50), (50, 3, 3), (2, 3, 2), (0, nil, 0), (5, 0, 0)] as [(Int64, Int64?, Int64)])
  func `one admission takes at most the smaller of batch and cap`(batch: Int64, cap: Int64?, size: Int64) {
    let policy = Policy.with {
      $0.batch = batch
      $0.maxActive = cap
    }
    #expect(policy.admissionSize == size)
  }
}
