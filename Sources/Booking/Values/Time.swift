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
  /// A time as people write it: 500ms, 10s, 5m, 1h or 7d, in whole numbers; a bare one is seconds. Nil for anything else.
  package init?(written text: some StringProtocol) {
    let units: [(String, Int64)] = [
      ("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000), ("", 1000),
    ]
    for (suffix, scale) in units where text.hasSuffix(suffix) {
      guard let count = Int64(text.dropLast(suffix.count)), count >= 0 else { continue }
      let (product, overflow) = count.multipliedReportingOverflow(by: scale)
      if overflow { return nil }
      self = .milliseconds(product)
      return
    }
    return nil
  }

  /// In words of its two largest units, rounded down to the second: "2 d 3 h", "2일 3시간".
  package func words(_ language: Language) -> String {
    let seconds = max(0, milliseconds / 1000)
    let parts = [
      (seconds / 86_400, language("일", " d")), (seconds / 3600 % 24, language("시간", " h")),
      (seconds / 60 % 60, language("분", " min")), (seconds % 60, language("초", " s")),
    ]
    let first = parts.firstIndex { $0.0 > 0 } ?? 3
    return parts[first..<min(first + 2, 4)].filter { $0.0 > 0 || first == 3 }
      .map { "\($0.0.grouped)\($0.1)" }.joined(separator: " ")
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
