package import Booking

extension Duration {
  /// Minutes and seconds, rounded up: 0:00 only when nothing is left.
  package var countdown: String {
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
}

extension EstimatedWait {
  package func text(_ language: Language) -> String {
    switch self {
    case .exact(let wait): wait.countdown
    case .atLeast(let wait): language("최소 \(wait.countdown)", "at least \(wait.countdown)")
    case .unknown: language("알 수 없음", "unknown")
    }
  }
}
