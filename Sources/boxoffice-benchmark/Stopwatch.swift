internal import Glibc

enum Stopwatch {
  /// How long some work takes, in milliseconds.
  static func milliseconds(_ work: () throws -> Void) rethrows -> Double {
    let start = now()
    try work()
    return Double(now() - start) / 1_000_000
  }

  /// Nanoseconds of a clock that never steps.
  private static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// The piece of work that all times are compared with: sorting a hundred thousand numbers, in milliseconds.
  static func unit() -> Double {
    let times = (0..<11).map { _ -> Double in
      var state: UInt64 = 1
      var numbers = (0..<100_000).map { _ -> UInt64 in
        state = state &* 6_364_136_223_846_793_005 &+ 1
        return state
      }
      return milliseconds { numbers.sort() }
    }
    return times.sorted()[times.count / 2]
  }
}

/// Rows of figures, in milliseconds and as ratios to the unit.
struct Table {
  private let unit: Double
  private var rows: [[String]] = [["", "median ms", "p95", "worst", "median/unit", "limit"]]

  init(unit: Double) { self.unit = unit }

  mutating func add(_ name: String, limit: Double?, _ times: [Double]) {
    let sorted = times.sorted()
    let median = sorted[sorted.count / 2]
    let p95 = sorted[min(sorted.count - 1, sorted.count * 95 / 100)]
    let verdict = limit.map { "\(Int($0)) \(p95 <= $0 ? "ok" : "MISSED")" } ?? ""
    rows.append([name] + [median, p95, sorted[sorted.count - 1], median / unit].map(Self.text) + [verdict])
  }

  private static func text(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  var text: String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    let lines = rows.map { row in
      row.enumerated().map { column, text in
        let gap = String(repeating: " ", count: widths[column] - text.count)
        return column == 0 ? text + gap : gap + text
      }.joined(separator: "  ")
    }
    return (lines + ["unit: sorting 100,000 numbers, \(Self.text(unit)) ms"]).joined(separator: "\n")
  }
}
