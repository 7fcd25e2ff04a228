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

  /// A value as the number that it is: milliseconds, people, seats or won; nil for no cap.
  package subscript(value: PolicyValue) -> Int64? {
    get { value.definition.get(self) }
    set { value.definition.set(&self, newValue) }
  }

  /// Why this cannot be a policy, or nil when it can.
  package var fault: PolicyFault? {
    for value in PolicyValue.allCases {
      let range = value.definition.range
      guard let number = self[value], !range.contains(number) else { continue }
      return .outOfRange(value, least: range.lowerBound, most: range.upperBound)
    }
    return idleLimit < tokenLifetime ? nil : .idleNotBelowLifetime
  }
}

/// The policy's values, in the order they are shown. A new one needs its property, a case and a line here, a column in
/// the store, its words, and its option.
package enum PolicyValue: String, CaseIterable, Sendable {
  case activationPeriod, batch, maxActive, tokenLifetime, idleLimit, holdDuration, maxHoldsPerUser, maxCharge
  case balanceCeiling, eventRetention

  /// What it is counted in; times in milliseconds.
  package enum Unit: Sendable { case time, people, seats, won }

  /// What there is to know of a value.
  struct Definition {
    let unit: Unit
    /// What it may be, where it is no missing cap.
    let range: ClosedRange<Int64>
    var isCap = false
    /// Its name in the record of events, which must never change.
    let recordName: String
    let get: (Policy) -> Int64?
    let set: (inout Policy, Int64?) -> Void
  }

  package var unit: Unit { definition.unit }
  /// Whether there may be none.
  package var isCap: Bool { definition.isCap }
  var recordName: String { definition.recordName }

  var definition: Definition {
    let time = Duration.milliseconds(1)...Duration.days(365)
    let money: ClosedRange<Int64> = 1...1_000_000_000_000
    return switch self {
    case .activationPeriod: Self.time(\.activationPeriod, time, "period")
    case .batch: Self.count(\.batch, .people, 0...1_000_000, "batch")
    case .maxActive: Self.cap(\.maxActive, .people, 0...1_000_000_000, "cap")
    case .tokenLifetime: Self.time(\.tokenLifetime, time, "lifetime")
    case .idleLimit: Self.time(\.idleLimit, time, "idle")
    case .holdDuration: Self.time(\.holdDuration, time, "hold")
    case .maxHoldsPerUser: Self.count(\.maxHoldsPerUser, .seats, 1...1000, "holds")
    case .maxCharge: Self.won(\.maxCharge, money, "charge")
    case .balanceCeiling: Self.won(\.balanceCeiling, money, "ceiling")
    // Nobody who follows what happens is left behind in a shorter time than that.
    case .eventRetention: Self.time(\.eventRetention, .hours(1)...Duration.days(365), "retention")
    }
  }

  private static func time(
    _ path: WritableKeyPath<Policy, Duration>, _ range: ClosedRange<Duration>, _ name: String
  ) -> Definition {
    Definition(
      unit: .time, range: range.lowerBound.milliseconds...range.upperBound.milliseconds, recordName: name,
      get: { $0[keyPath: path].milliseconds }, set: { $0[keyPath: path] = .milliseconds($1 ?? 0) })
  }

  private static func count(
    _ path: WritableKeyPath<Policy, Int64>, _ unit: Unit, _ range: ClosedRange<Int64>, _ name: String
  ) -> Definition {
    Definition(
      unit: unit, range: range, recordName: name, get: { $0[keyPath: path] }, set: { $0[keyPath: path] = $1 ?? 0 })
  }

  private static func cap(
    _ path: WritableKeyPath<Policy, Int64?>, _ unit: Unit, _ range: ClosedRange<Int64>, _ name: String
  ) -> Definition {
    Definition(
      unit: unit, range: range, isCap: true, recordName: name, get: { $0[keyPath: path] },
      set: { $0[keyPath: path] = $1 })
  }

  private static func won(
    _ path: WritableKeyPath<Policy, Won>, _ range: ClosedRange<Int64>, _ name: String
  ) -> Definition {
    Definition(
      unit: .won, range: range, recordName: name, get: { $0[keyPath: path].amount },
      set: { $0[keyPath: path] = Won($1 ?? 0) })
  }
}

package enum PolicyFault: Error, Hashable, Sendable {
  /// Durations are counted in milliseconds here.
  case outOfRange(PolicyValue, least: Int64, most: Int64)
  case idleNotBelowLifetime
}
