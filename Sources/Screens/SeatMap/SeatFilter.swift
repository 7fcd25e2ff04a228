internal import Booking
internal import Canvas

/// Which seats are looked for: some tiers, some prices, or both, as they are typed: "R", "VIP R", "-99000",
/// "66000-99000", "99000-".
struct SeatFilter: Hashable {
  private(set) var text = ""
  /// What is being typed; nil while nothing is.
  var field: TextField?
  /// What it was before it was edited.
  private var before = ""
  /// Whether each tier passes.
  private var passes: [Bool] = []

  var isOn: Bool { passes.contains(false) }
  /// Whether no tier passes, or none answers to one of its words.
  var findsNothing: Bool { hasStrangeWord || (isOn && !passes.contains(true)) }
  private var hasStrangeWord = false

  func passes(tier: Int) -> Bool { passes.isEmpty || passes[tier] }

  /// Opens the field, with what is looked for already.
  mutating func edit() {
    before = text
    field = TextField(text, limit: 40)
  }

  /// Closes the field; what was looked for before is looked for again.
  mutating func cancel(among tiers: [TierPrice]) {
    field = nil
    set(before, among: tiers)
  }

  /// Takes what has been typed so far.
  mutating func set(_ text: String, among tiers: [TierPrice]) {
    self.text = String(text.drop { $0 == " " })
    // A comma within a number groups its digits; any other parts words.
    let plain = text.lowercased().replacing(/\d{1,3}(?:,\d{3})+(?!\d)/) { $0.output.filter { $0 != "," } }
    // A tier's whole name is one word, the longest first.
    var rest = plain
    var whole: [String] = []
    for name in tiers.map({ $0.tier.lowercased() }).sorted(by: { $0.count > $1.count }) where name.contains(" ") {
      guard rest.contains(name) else { continue }
      whole.append(name)
      rest = rest.replacing(name, with: " ")
    }
    // A tier may be called by a number.
    let tierNames = Set(tiers.map { $0.tier.lowercased() })
    // In Korean a tier is shown with the word for seat behind its name.
    let words =
      whole
      + rest.split { $0 == " " || $0 == "," }.map { word in
        let name = String(word.dropLast())
        return word.hasSuffix("석") && tierNames.contains(name) ? name : String(word)
      }
    let names = words.filter { tierNames.contains($0) || Self.prices($0) == nil }
    let prices = words.filter { !names.contains($0) }.compactMap(Self.prices)
    hasStrangeWord = names.contains { word in !tiers.contains { $0.tier.lowercased().contains(word) } }
    guard !words.isEmpty else {
      passes = []
      return
    }
    passes = tiers.map { tier in
      let name = tier.tier.lowercased()
      // A word that is a tier's whole name means that tier alone: "R" is not part of "VIP-R".
      let isNamed = names.contains { word in
        tiers.contains { $0.tier.lowercased() == word } ? name == word : name.contains(word)
      }
      return (names.isEmpty || isNamed) && (prices.isEmpty || prices.contains { $0.contains(tier.price.amount) })
    }
  }

  /// A range of prices, in won: "66000-99000", or one with an open end; nil for any other word.
  private static func prices(_ word: String) -> ClosedRange<Int64>? {
    if let bound = word.firstIndex(where: { $0 == "-" || $0 == "~" }) {
      let (low, high) = (word[..<bound], word[word.index(after: bound)...])
      guard let least = low.isEmpty ? 0 : won(low), let most = high.isEmpty ? .max : won(high), least <= most,
        !(low.isEmpty && high.isEmpty)
      else { return nil }
      return least...most
    }
    // A bare price is the most one would pay.
    return won(word[...]).map { 0...max(0, $0) }
  }

  /// An amount as it is typed, or as it is shown where there is little room: "99000", "9.9만", "99k".
  private static func won(_ text: Substring) -> Int64? {
    for (unit, scale) in [("만원", 10_000.0), ("만", 10_000), ("k", 1000), ("원", 1)] where text.hasSuffix(unit) {
      return Double(text.dropLast(unit.count)).flatMap { Int64(exactly: ($0 * scale).rounded()) }
    }
    return Int64(text)
  }
}
