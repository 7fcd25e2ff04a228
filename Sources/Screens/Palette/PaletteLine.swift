internal import Booking
internal import Wording

/// Something that the palette offers to do.
struct PaletteLine {
  let label: LocalizedText
  /// Words by which it is found besides its label, in either language.
  let otherWords: String
  /// The keys that do the same.
  let keys: String
  let argument: PaletteArgument?
  /// Why it cannot be done now; nil when it can.
  let obstacle: LocalizedText?
  private let act: (Int64) -> Act

  /// What needs nothing more.
  init(
    _ korean: String, _ english: String, keys: String = "", otherWords: String = "",
    unless obstacle: LocalizedText? = nil,
    _ act: Act
  ) {
    self.init(korean, english, nil, keys: keys, otherWords: otherWords, unless: obstacle) { _ in act }
  }

  /// What needs a value, which stands for "…" in the label.
  init(
    _ korean: String, _ english: String, _ argument: PaletteArgument?, keys: String = "", otherWords: String = "",
    unless obstacle: LocalizedText? = nil, act: @escaping (Int64) -> Act
  ) {
    label = LocalizedText(korean, english)
    self.otherWords = otherWords
    self.keys = keys
    self.argument = argument
    self.obstacle = obstacle
    self.act = act
  }

  /// How well what was typed fits.
  struct Match {
    /// 0 where each word begins one of the line's, more where some lie within; less than 0 where they stand in the line as
    /// they were typed, and least where they begin it.
    let distance: Int
    let value: Int64?
    /// Whether a value was typed that the line cannot take.
    let hasWrongValue: Bool
  }

  /// nil where some of the words have nothing to do with the line. Words that are a value are the line's, if it needs one.
  func match(_ words: [String]) -> Match? {
    let known = "\(label.korean) \(label.english) \(otherWords)".folded
    let starts = known.split { !$0.isLetter && !$0.isNumber }
    var distance = 0
    var written: [String] = []
    for word in words {
      if let argument,
        PaletteArgument.isMeant(by: word) || !written.isEmpty && argument.value(of: written + [word]) != nil
      {
        written.append(word)
      } else if starts.contains(where: { $0.hasPrefix(word) }) {
        continue
      } else if known.holds(word) {
        distance += 1
      } else {
        return nil
      }
    }
    let phrase = words.joined(separator: " ")
    let labels = [label.korean, label.english].map { $0.folded }
    if !phrase.isEmpty, labels.contains(where: { $0.holds(phrase) }) {
      distance = labels.contains { $0.hasPrefix(phrase) } ? -2 : -1
    }
    let value = argument?.value(of: written)
    let hasWrongValue = !written.isEmpty && value == nil
    // A value alone means no line by itself, least of all where it is none.
    if hasWrongValue, written.count == words.count { return nil }
    return Match(distance: distance, value: value, hasWrongValue: hasWrongValue)
  }

  func text(_ value: Int64?, _ language: Language) -> String {
    guard let argument else { return language(label) }
    let parts = language(label).split(separator: "…", omittingEmptySubsequences: false)
    return parts.joined(separator: value.map { argument.text($0, language) } ?? "…")
  }

  /// What it does; nil while its value is missing.
  func act(_ value: Int64?) -> Act? { argument == nil ? act(0) : value.map(act) }
}
