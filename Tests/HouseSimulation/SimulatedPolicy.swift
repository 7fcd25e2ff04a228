internal import Booking

/// Policies that each let other rules be felt.
package enum SimulatedPolicy: String, CaseIterable, Sendable {
  case ordinary, capped, oneByOne, closedDoor, capOfNone, tiny

  var policy: Policy {
    var policy = Policy()
    switch self {
    case .ordinary: break
    case .capped:
      policy.batch = 3
      policy.maxActive = 2
      policy.tokenLifetime = .minutes(3)
      policy.idleLimit = .minutes(1)
      policy.holdDuration = .seconds(90)
    case .oneByOne:
      policy.batch = 1
      policy.activationPeriod = .seconds(30)
      policy.tokenLifetime = .minutes(6)
      policy.maxHoldsPerUser = 6
    case .closedDoor: policy.batch = 0
    case .capOfNone: policy.maxActive = 0
    case .tiny:
      policy.activationPeriod = .milliseconds(7)
      policy.batch = 2
      policy.maxActive = 5
      policy.tokenLifetime = .milliseconds(90)
      policy.idleLimit = .milliseconds(40)
      policy.holdDuration = .milliseconds(60)
      policy.maxHoldsPerUser = 1
      policy.maxCharge = Won(60_000)
      policy.balanceCeiling = Won(300_000)
    }
    // Elsewhere what happened goes from the record on the way.
    if self != .ordinary { policy.eventRetention = .hours(1) }
    return policy
  }
}
