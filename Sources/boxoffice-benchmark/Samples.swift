internal import Histogram

/// Times of one piece of work, done many times in one round.
struct Samples {
  private var histogram = Histogram<UInt64>(
    lowestDiscernibleValue: 1, highestTrackableValue: 60_000_000_000, numberOfSignificantValueDigits: .three)
  private(set) var sum: Int64 = 0

  /// - Parameter times: in nanoseconds; at least one.
  init(_ times: [Int64]) {
    for time in times {
      _ = histogram.record(UInt64(max(1, time)))
      sum += time
    }
  }

  /// In nanoseconds.
  func percentile(_ percent: Double) -> Double { Double(histogram.valueAtPercentile(percent)) }

  var median: Double { percentile(50) }

  /// How often it was done in a second, one after another.
  var rate: Double { Double(histogram.totalCount) * 1_000_000_000 / Double(max(1, sum)) }
}
