/// Prices as they are typed, in won: "66000-99000", one with an open end, "≤99000" or "<=99000", "≥66000", or one that is the
/// most; whole, or as they are shown where there is little room: "99,000", "9.9만", "99k".
struct PriceRange: Hashable {
  private let least: Int64
  private let most: Amount

  /// An amount, and by how much one may be more that was cut to the same figures.
  private struct Amount: Hashable {
    let won: Int64
    let slack: Int64
  }

  /// nil for what is no price.
  init?(_ word: String) {
    for (sign, isMost) in [("≤", true), ("<=", true), ("<", true), ("≥", false), (">=", false), (">", false)]
    where word.hasPrefix(sign) {
      guard let amount = Self.amount(word.dropFirst(sign.count)) else { return nil }
      (least, most) = isMost ? (0, amount) : (amount.won, Amount(won: .max, slack: 0))
      return
    }
    guard let bound = word.firstIndex(where: { "-~–".contains($0) }) else {
      // A bare price is the most one would pay.
      guard let most = Self.amount(word[...]) else { return nil }
      (least, self.most) = (0, most)
      return
    }
    let (low, high) = (word[..<bound], word[word.index(after: bound)...])
    guard let least = low.isEmpty ? 0 : Self.amount(low)?.won,
      let most = high.isEmpty ? Amount(won: .max, slack: 0) : Self.amount(high), least <= most.won,
      !(low.isEmpty && high.isEmpty)
    else { return nil }
    (self.least, self.most) = (least, most)
  }

  /// Whether a word is only the unit of the number before it.
  static func isUnit(_ word: String) -> Bool { word == "won" || word == "원" }

  func contains(_ price: Int64) -> Bool { least <= price && price <= most.won }

  /// Whether a price lies in it, or begins with the figures of the most.
  func nearlyContains(_ price: Int64) -> Bool {
    contains(price) || least <= price && most.won < price && price - most.won <= most.slack
  }

  private static let units: [(name: String, size: Int64)] = [
    ("억원", 100_000_000), ("억", 100_000_000), ("만원", 10_000), ("만", 10_000), ("m", 1_000_000), ("k", 1000), ("원", 1),
    ("won", 1),
  ]

  private static func amount(_ text: Substring) -> Amount? {
    for (unit, size) in units where text.hasSuffix(unit) {
      guard let number = Double(text.dropLast(unit.count)), number >= 0,
        let won = Int64(exactly: (number * Double(size)).rounded())
      else { return nil }
      return Amount(won: won, slack: max(0, size / 10 - 1))
    }
    return Int64(text).map { Amount(won: $0, slack: 0) }
  }
}
