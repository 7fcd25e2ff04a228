/// The numbers that rule the house. Kept in the store, so that all terminals obey the same.
package struct Policy: Hashable, Sendable {
  /// How often waiting tokens are admitted, in milliseconds of booking time, at least 1 ms.
  package var activationPeriod: Duration = .seconds(10)
  /// How many tokens one admission takes at most; 0 closes the door.
  package var batch: Int64 = 50
  /// How many tokens may be active at once; nil is no cap.
  package var maxActive: Int64?
  package var tokenLifetime: Duration = .minutes(10)
  /// Shorter than `tokenLifetime` (rule 9).
  package var idleLimit: Duration = .minutes(5)
  package var holdDuration: Duration = .minutes(5)
  package var maxHoldsPerUser: Int64 = 4
  package var maxCharge = Won(1_000_000)
  package var balanceCeiling = Won(10_000_000)
  /// How long events stay on record, at least an hour; what has been on record for longer goes with the next commands.
  package var eventRetention: Duration = .days(7)

  package init() {}

  /// How many one admission can take when nobody stands in the way.
  package var admissionSize: Int64 { min(batch, maxActive ?? batch) }

  /// Why this cannot be a policy, or nil when it can.
  package var fault: PolicyFault? {
    let longest = Duration.days(365)
    let moment = Duration.milliseconds(1)
    for (name, value, least) in [
      (PolicyValue.activationPeriod, activationPeriod, moment), (.tokenLifetime, tokenLifetime, moment),
      (.idleLimit, idleLimit, moment), (.holdDuration, holdDuration, moment),
      // Nobody who follows what happens is left behind in a shorter time than that.
      (.eventRetention, eventRetention, .hours(1)),
    ] where value < least || value > longest {
      return .outOfRange(name, least: least.milliseconds, most: longest.milliseconds)
    }
    for (name, value, least, most) in [
      (PolicyValue.batch, batch, Int64(0), Int64(1_000_000)), (.maxActive, maxActive ?? 0, 0, 1_000_000_000),
      (.maxHoldsPerUser, maxHoldsPerUser, 1, 1000), (.maxCharge, maxCharge.amount, 1, 1_000_000_000_000),
      (.balanceCeiling, balanceCeiling.amount, 1, 1_000_000_000_000),
    ] where value < least || value > most {
      return .outOfRange(name, least: least, most: most)
    }
    return idleLimit < tokenLifetime ? nil : .idleNotBelowLifetime
  }
}

/// The policy's values by name, in the order they are shown.
package enum PolicyValue: String, CaseIterable, Sendable {
  case activationPeriod, batch, maxActive, tokenLifetime, idleLimit, holdDuration, maxHoldsPerUser, maxCharge
  case balanceCeiling, eventRetention
}

package enum PolicyFault: Error, Hashable, Sendable {
  /// Durations are counted in milliseconds here.
  case outOfRange(PolicyValue, least: Int64, most: Int64)
  case idleNotBelowLifetime
}
