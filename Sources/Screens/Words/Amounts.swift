package import Booking

extension Won {
  func text(_ language: Language) -> String { language("\(amount.grouped)원", "\(amount.grouped) won") }

  /// Where there is little room, at most seven columns below ten billion: in the largest unit that leaves a
  /// whole number before the point, to a tenth of it; tens of millions in Korean without; less than a tenth of the
  /// smallest unit in full.
  func short(_ language: Language) -> String {
    if language == .korean {
      if amount >= 100_000_000 { return tenths(of: 100_000_000, "억") }
      return amount >= 10_000_000 ? "\(amount / 10_000)만" : tenths(of: 10_000, "만")
    }
    return amount >= 10_000_000 ? tenths(of: 1_000_000, "M") : tenths(of: 1000, "k")
  }

  private func tenths(of unit: Int64, _ name: String) -> String {
    guard amount >= unit / 10 else { return amount.grouped }
    let tenths = amount / (unit / 10)
    return tenths % 10 == 0 ? "\(tenths / 10)\(name)" : "\(tenths / 10).\(tenths % 10)\(name)"
  }
}

extension Duration {
  /// Minutes and seconds, rounded up: 0:00 only when nothing is left.
  var countdown: String {
    let seconds = secondsRoundedUp
    let minutes = seconds / 60
    let rest = seconds % 60 < 10 ? "0\(seconds % 60)" : "\(seconds % 60)"
    guard minutes >= 60 else { return "\(minutes):\(rest)" }
    return "\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60):\(rest)"
  }

  /// As people say it: "4 min 30 s".
  package func spoken(_ language: Language) -> String {
    // What is shown is the value in force, so a part of a second is not rounded away.
    guard milliseconds % 1000 == 0 else { return language("\(milliseconds.grouped)밀리초", "\(milliseconds.grouped) ms") }
    let day: Int64 = 86_400_000
    if milliseconds >= day, milliseconds.isMultiple(of: day) {
      return language("\(milliseconds / day)일", milliseconds == day ? "1 day" : "\(milliseconds / day) days")
    }
    let seconds = secondsRoundedUp
    let parts = [
      (seconds / 3600, language("시간", " h")), (seconds / 60 % 60, language("분", " min")),
      (seconds % 60, language("초", " s")),
    ].filter { $0.0 > 0 }
    guard !parts.isEmpty else { return language("0초", "0 s") }
    return parts.map { "\($0.0)\($0.1)" }.joined(separator: " ")
  }
}

extension EstimatedWait {
  func text(_ language: Language) -> String {
    switch self {
    case .exact(let wait): wait.countdown
    case .atLeast(let wait): language("최소 \(wait.countdown)", "at least \(wait.countdown)")
    case .unknown: language("알 수 없음", "unknown")
    }
  }
}
