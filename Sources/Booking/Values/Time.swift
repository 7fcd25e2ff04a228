/// An instant on the booking clock: whole milliseconds since 1970 UTC.
package struct Timestamp: Hashable, Comparable, Sendable {
  package let milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  package static func < (a: Self, b: Self) -> Bool { a.milliseconds < b.milliseconds }
  package static func + (a: Self, b: Duration) -> Self { Self(milliseconds: a.milliseconds + b.milliseconds) }
  package static func - (a: Self, b: Duration) -> Self { Self(milliseconds: a.milliseconds - b.milliseconds) }
  package static func - (a: Self, b: Self) -> Duration { Duration(milliseconds: a.milliseconds - b.milliseconds) }
}

/// A length of booking time in whole milliseconds.
package struct Duration: Hashable, Comparable, Sendable {
  package let milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  package static let zero = Self(milliseconds: 0)
  package static func milliseconds(_ count: Int64) -> Self { Self(milliseconds: count) }
  package static func seconds(_ count: Int64) -> Self { Self(milliseconds: count * 1000) }
  package static func minutes(_ count: Int64) -> Self { Self(milliseconds: count * 60_000) }
  package static func hours(_ count: Int64) -> Self { Self(milliseconds: count * 3_600_000) }
  package static func days(_ count: Int64) -> Self { Self(milliseconds: count * 86_400_000) }

  /// Whole seconds, rounded up, so that a countdown never shows 0:00 while something is alive.
  package var secondsRoundedUp: Int64 { milliseconds <= 0 ? 0 : (milliseconds - 1) / 1000 + 1 }

  package static func < (a: Self, b: Self) -> Bool { a.milliseconds < b.milliseconds }
  package static func + (a: Self, b: Self) -> Self { Self(milliseconds: a.milliseconds + b.milliseconds) }
  package static prefix func - (a: Self) -> Self { Self(milliseconds: -a.milliseconds) }
  package static func * (a: Self, b: Int64) -> Self { Self(milliseconds: a.milliseconds * b) }
}

extension Duration {
  private static let units: [(sign: String, length: Duration)] = [
    ("d", .days(1)), ("h", .hours(1)), ("m", .minutes(1)), ("s", .seconds(1)), ("ms", .milliseconds(1)),
  ]

  /// A time as people write it: 500ms, 10s, 5m, 1h or 7d, or several of these from the largest unit on, such as 2h30m, in
  /// whole numbers; a bare one is seconds. Nil for anything else.
  package init?(written text: some StringProtocol) {
    if text.allSatisfy({ $0.isASCII && $0.isNumber }), let count = Int64(text) {
      guard let length = Duration.seconds(1).times(count) else { return nil }
      self = length
      return
    }
    var (sum, rest, units) = (Duration.zero, text[...], Self.units[...])
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      let sign = rest[digits.endIndex...].prefix { !$0.isNumber }
      guard let count = Int64(digits), let unit = units.firstIndex(where: { $0.sign == sign }),
        let part = units[unit].length.times(count), let next = sum.plus(part)
      else { return nil }
      (sum, rest, units) = (next, rest[sign.endIndex...], units[(unit + 1)...])
    }
    guard !text.isEmpty else { return nil }
    self = sum
  }

  /// Nil when it is longer than can be counted.
  private func times(_ count: Int64) -> Self? {
    let (product, overflow) = milliseconds.multipliedReportingOverflow(by: count)
    return overflow ? nil : Self(milliseconds: product)
  }

  private func plus(_ other: Self) -> Self? {
    let (sum, overflow) = milliseconds.addingReportingOverflow(other.milliseconds)
    return overflow ? nil : Self(milliseconds: sum)
  }

  /// As it would be written, in its largest whole unit.
  package var written: String {
    let units: [(String, Int64)] = [("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000)]
    guard let (unit, scale) = units.first(where: { milliseconds.isMultiple(of: $0.1) }) else {
      return "\(milliseconds)ms"
    }
    return "\(milliseconds / scale)\(unit)"
  }
}
