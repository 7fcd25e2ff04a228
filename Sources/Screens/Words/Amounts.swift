package import Booking

extension Won {
  func text(_ language: Language) -> String { language("\(amount.grouped)원", "\(amount.grouped) won") }

  /// Which way an amount goes that is too long to be shown whole: a price never looks lower than what is charged, nor what
  /// somebody has higher than it is.
  enum Rounding { case up, down }

  /// Where there is little room, at most seven columns below ten billion: in a larger unit where the digits end at a tenth
  /// of it, in tens of millions in Korean at the unit; else whole; and rounded where that is too long.
  func short(_ language: Language, _ rounding: Rounding = .up) -> String {
    let step = Self.unit(of: amount, language).step
    if amount.isMultiple(of: step) { return inUnits(language) }
    let whole = amount.grouped
    if whole.count <= 7 { return whole }
    return Won(amount / step * step + (rounding == .up ? step : 0)).inUnits(language)
  }

  /// An amount whose digits end there.
  private func inUnits(_ language: Language) -> String {
    let (size, step, name) = Self.unit(of: amount, language)
    guard size > 1 else { return amount.grouped }
    let tenth = amount % size * 10 / size
    return step == size || tenth == 0 ? "\(amount / size)\(name)" : "\(amount / size).\(tenth)\(name)"
  }

  /// The unit in which an amount is said in short, and the steps in which it is counted there.
  private static func unit(of amount: Int64, _ language: Language) -> (size: Int64, step: Int64, name: String) {
    switch (language, amount) {
    case (.korean, 100_000_000...): (100_000_000, 10_000_000, "억")
    case (.korean, 10_000_000...): (10_000, 10_000, "만")
    case (.korean, 10_000...): (10_000, 1000, "만")
    case (.english, 10_000_000...): (1_000_000, 100_000, "M")
    case (.english, 1000...): (1000, 100, "k")
    default: (1, 1, "")
    }
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
