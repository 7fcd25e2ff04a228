internal import Booking
internal import SeatingPlan

/// What the seats of a plan's categories cost, by the plan's order of categories that have seats.
enum ImportPrices {
  static let most = Won(10_000_000)

  /// As they are typed, each as CATEGORY=AMOUNT; none for the ladder.
  static func read(_ texts: [String], for plan: Plan) throws(ImportFault) -> [TierPrice] {
    let used = plan.usedCategories
    guard !texts.isEmpty else { return ladder(used) }
    let known = plan.categories.map(\.name)
    var prices: [String: Won] = [:]
    for text in texts {
      // A category's name may hold the sign itself.
      guard let sign = text.lastIndex(of: "="), sign != text.startIndex else { throw .notAPrice(text) }
      let name = String(text[..<sign])
      guard known.contains(name) else { throw .unknownCategory(name, known: known) }
      guard prices[name] == nil else { throw .repeatedPrice(name) }
      guard let amount = amount(text[text.index(after: sign)...]) else { throw .badAmount(text, most: most) }
      prices[name] = amount
    }
    let missing = used.filter { prices[$0] == nil }
    guard missing.isEmpty else { throw .missingPrices(missing) }
    return used.compactMap { name in prices[name].map { TierPrice(tier: name, price: $0) } }
  }

  /// Whole won, with or without commas between thousands.
  private static func amount(_ text: Substring) -> Won? {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2C }) else { return nil }
    guard let amount = Int64(text.filter { $0 != "," }), text.allSatisfy(\.isNumber) || amount.grouped == text else {
      return nil
    }
    return (1...most.amount).contains(amount) ? Won(amount) : nil
  }

  /// The first category is the dearest; steps are of whole thousands, smaller where there are many.
  private static func ladder(_ names: [String]) -> [TierPrice] {
    let last = 66
    let step = max(1, min(33, 264 / max(1, names.count - 1)))
    return names.enumerated().map { index, name in
      let thousands = min(last + step * (names.count - 1 - index), Int(most.amount / 1000))
      return TierPrice(tier: name, price: Won(Int64(thousands) * 1000))
    }
  }
}

extension Plan {
  /// The categories that have seats, in the plan's order.
  var usedCategories: [String] {
    let used = Set(zones.flatMap(\.rows).flatMap { $0.seats.map(\.category) })
    return categories.map(\.name).filter(used.contains)
  }
}
