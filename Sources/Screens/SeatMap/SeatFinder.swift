internal import SeatingPlan

/// Finds seats by name: "B-12", "1F B 12", "1f b열 12번", or any beginning of it.
struct SeatFinder {
  private let places: [Plan.Place]

  init(_ places: [Plan.Place]) { self.places = places }

  /// The first seat, in the plan's order, that the words name; an exact number goes before a longer one.
  func find(_ typed: String) -> Int? {
    let words = Self.words(typed)
    guard !words.isEmpty else { return nil }
    let fits = places.indices.filter { Self.matches(words, places[$0]) }
    return fits.first { Self.words(places[$0].number).last == words.last } ?? fits.first
  }

  /// Letters and digits in runs, without the words that only say what the others are.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    for run in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      var word = String(run)
      for suffix in ["열", "번", "석", "row", "seat"] where word.hasSuffix(suffix) { word.removeLast(suffix.count) }
      if !word.isEmpty { words.append(word) }
    }
    return words
  }

  /// The words name section, row and number in this order; the last may be a beginning, and earlier names may be left
  /// out. "B12" is row B, number 12.
  private static func matches(_ words: [String], _ place: Plan.Place) -> Bool {
    let names = [place.zone, place.row, place.number].map { $0.lowercased() }
    var next = 0
    for (index, word) in words.enumerated() {
      let isLast = index == words.count - 1
      var taken = false
      for position in next..<names.count {
        if names[position] == word || (isLast && position > 0 && names[position].hasPrefix(word)) {
          next = position + 1
          taken = true
          break
        }
        if isLast, position + 1 < names.count, (names[position] + names[position + 1]) == word {
          next = position + 2
          taken = true
          break
        }
      }
      if !taken { return false }
    }
    return true
  }
}
