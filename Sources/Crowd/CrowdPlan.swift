package import Booking

/// Who comes to a show, and when. The same plan is the same crowd.
package struct CrowdPlan: Hashable, Sendable {
  /// How the customers are spread over the span.
  package enum Arrivals: String, CaseIterable, Sendable {
    /// Evenly.
    case steady
    /// In three waves.
    case wave
    /// Most of them at the opening, then fewer and fewer.
    case rush
  }

  package var seed: UInt64 = 1
  package var size = 400
  package var arrivals = Arrivals.rush
  /// From the first arrival to the last one.
  package var span = Duration.minutes(15)

  package init() {}

  /// More would fill the queue faster than anybody can watch.
  package static let largestSize = 100_000
}

extension CrowdPlan {
  /// When the customers come, counted from the start, in order.
  var arrivalTimes: [Duration] {
    var random = SeededGenerator(seed: seed, stream: 0)
    return (0..<size).map { _ in
      let share = Self.share(Double.random(in: 0..<1, using: &random), arrivals)
      return Duration.milliseconds(Int64(share * Double(span.milliseconds)))
    }.sorted()
  }

  /// Turns an even share of the span into one that is spread as the arrivals are.
  private static func share(_ even: Double, _ arrivals: Arrivals) -> Double {
    switch arrivals {
    case .steady: return even
    case .rush: return even * even * even
    case .wave:
      let wave = (even * 3).rounded(.down)
      let within = even * 3 - wave
      // Few, many, few: most come in the middle of a wave.
      let bent = within < 0.5 ? (within / 2).squareRoot() : 1 - ((1 - within) / 2).squareRoot()
      return (wave + bent) / 3
    }
  }
}
