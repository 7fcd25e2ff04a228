package import Booking

extension Won {
  package func text(_ language: Language) -> String { language("\(amount.grouped)원", "\(amount.grouped) won") }

  /// Which way an amount goes that is too long to be shown whole: a price never looks lower than what is charged, nor what
  /// somebody has higher than it is.
  package enum Rounding { case up, down }

  /// Where there is little room, at most seven columns below ten billion: in a larger unit where the digits end at a tenth
  /// of it, in tens of millions in Korean at the unit; else whole; and rounded where that is too long.
  package func short(_ language: Language, _ rounding: Rounding = .up) -> String {
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
