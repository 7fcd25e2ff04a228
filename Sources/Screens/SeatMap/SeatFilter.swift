internal import Booking
internal import Canvas
internal import Wording

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
    let names = TierNames(tiers)
    // A comma within a number groups its digits; any other parts words.
    let plain = text.folded.replacing(/\d{1,3}(?:,\d{3})+(?!\d)/) { $0.output.filter { $0 != "," } }
    var words = names.words(of: plain)
    let amounts = words.filter { !names.areCalled($0) }.compactMap(PriceRange.init)
    words.removeAll { !names.areCalled($0) && (PriceRange($0) != nil || PriceRange.isUnit($0)) }
    hasStrangeWord = words.contains { names.meant(by: $0).isEmpty }
    guard !words.isEmpty || !amounts.isEmpty else {
      passes = []
      return
    }
    let named = Set(words.flatMap(names.meant))
    func pass(_ isMeant: (PriceRange, Int64) -> Bool) -> [Bool] {
      tiers.indices.map { tier in
        (words.isEmpty || named.contains(tier))
          && (amounts.isEmpty || amounts.contains { isMeant($0, tiers[tier].price.amount) })
      }
    }
    passes = pass { $0.contains($1) }
    // Whoever types 1만 and finds nothing as cheap means what costs ten thousand and some.
    if !passes.contains(true) { passes = pass { $0.nearlyContains($1) } }
  }
}

/// The names of a hall's tiers, as they are typed.
private struct TierNames {
  /// By tier: its own name, and those by which it is shown.
  private let names: [[String]]

  init(_ tiers: [TierPrice]) {
    names = tiers.map { tier in
      [tier.tier, tierName(tier.tier, .korean), tierName(tier.tier, .english)].map(\.folded)
    }
  }

  /// A tier's whole name is one word, the longest first.
  func words(of text: String) -> [String] {
    var rest = text
    var whole: [String] = []
    let several = Set(names.joined()).filter { $0.contains(" ") || $0.contains(",") }
    for name in several.sorted(by: { ($1.count, $0) < ($0.count, $1) }) {
      guard rest.contains(name) else { continue }
      whole.append(name)
      rest = rest.replacing(name, with: " ")
    }
    return whole + rest.split { $0 == " " || $0 == "," }.map(String.init)
  }

  /// Whether a tier is called by the word, which may be a number.
  func areCalled(_ word: String) -> Bool { names.contains { $0.contains(word) } }

  /// The tiers that a word means: one that is a whole name means that tier alone, as "R" is not part of "VIP-R".
  func meant(by word: String) -> [Int] {
    for place in 0..<3 {
      let named = names.indices.filter { names[$0][place] == word }
      if !named.isEmpty { return named }
    }
    return names.indices.filter { names[$0][0].holds(word) }
  }
}
