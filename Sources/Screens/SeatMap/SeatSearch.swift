internal import Booking
internal import Canvas
internal import SeatingPlan

/// Goes to a seat by name as it is typed: "B-12", "2층 C열 7", or any part of it.
struct SeatSearch: Hashable {
  var field = TextField(limit: 40)
  /// Where the cursor was before.
  let origin: Int
  private(set) var matches: [Int] = []
  private var index = 0

  init(from origin: Int) { self.origin = origin }

  /// The seat to stand on: the one found, or where one came from.
  var seat: Int { matches.isEmpty ? origin : matches[index] }
  /// Whether something was typed that no seat answers to.
  var findsNothing: Bool { matches.isEmpty && !field.value.isEmpty }
  /// Which of the matches it is, from 1.
  var ordinal: Int { index + 1 }

  mutating func step(by count: Int) {
    if !matches.isEmpty { index = (index + count + matches.count) % matches.count }
  }

  /// Looks for what has been typed so far among all seats. The best matches come first: those of which every part is
  /// meant as a whole, then those that begin so, each in the order of the plan.
  mutating func look(among seats: [Seat], in grid: SeatGrid) {
    index = 0
    let words = Self.words(of: field.value)
    guard !words.isEmpty else {
      matches = []
      return
    }
    let sections = grid.sections.map { Self.words(of: $0.name) }
    var found: [[Int]] = Array(repeating: [], count: Reading.worst + 1)
    for row in grid.rows {
      let readings = Reading.all(of: words, section: sections[row.section], row: Self.words(of: row.name))
      guard !readings.isEmpty else { continue }
      for seat in row.seats {
        let number = seats[seat].label.numberInRow
        let rank = readings.lazy.compactMap { $0.rank(ofNumber: number) }.min()
        if let rank { found[rank].append(seat) }
      }
    }
    matches = found.flatMap { $0 }
  }

  /// The words of a name as they are compared: small letters, digits and letters of other scripts apart, without the
  /// words for row, seat and so on; a floor is the same in both languages.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    var kind: Kind?
    for character in text.lowercased() {
      let now = Kind(character)
      if now != kind { words.append("") }
      if now != nil { words[words.count - 1].append(character) }
      kind = now
    }
    return words.flatMap(withoutSuffix).compactMap { word in
      switch word {
      case "", "열", "번", "구역", "row", "seat", "no", "section": nil
      case "층", "floor": "f"
      default: word
      }
    }
  }

  /// What a character is part of; nil for what parts words.
  private enum Kind {
    case digits, latin, others

    init?(_ character: Character) {
      guard character.isLetter || character.isNumber else { return nil }
      self = character.isNumber ? .digits : character.isASCII ? .latin : .others
    }
  }

  /// Korean writes the words for row and section behind the name: "가열".
  private static func withoutSuffix(_ word: String) -> [String] {
    for suffix in ["구역", "열", "층"] where word.count > suffix.count && word.hasSuffix(suffix) {
      return [String(word.dropLast(suffix.count)), suffix]
    }
    return [word]
  }
}

/// One way to read the words: the first ones name the section, the next the row, the last the seat's number.
private struct Reading {
  /// How well section and row fit, 0 being best.
  private let rank: Int
  private let number: String?

  /// The rank of the least fitting seats.
  static let worst = 2 * 3 + 2

  /// Every way in which the words can mean seats of this row.
  static func all(of words: [String], section: [String], row: [String]) -> [Reading] {
    var readings: [Reading] = []
    for first in 0...words.count {
      guard let a = fit(words[..<first], section) else { continue }
      for second in first...words.count {
        guard let b = fit(words[first..<second], row), let number = number(words[second...]) else { continue }
        readings.append(Reading(rank: a + b, number: number.isEmpty ? nil : number))
      }
    }
    return readings
  }

  /// A number such as "12a" is two words, figures and letters in turn; nil for other words, empty for none.
  private static func number(_ words: ArraySlice<String>) -> String? {
    let isNumber = zip(words, words.dropFirst()).allSatisfy { $0.last?.isNumber != $1.first?.isNumber }
    return isNumber ? words.joined() : nil
  }

  /// 0 when the words are the name, 1 when no word was given for it, 2 when they begin it, 3 when they stand further on
  /// in it; nil when they do not fit.
  private static func fit(_ words: ArraySlice<String>, _ name: [String]) -> Int? {
    guard let last = words.last else { return 1 }
    if words.elementsEqual(name) { return 0 }
    guard words.count <= name.count else { return nil }
    let place = (0...(name.count - words.count)).first { start in
      let part = name[start..<(start + words.count)]
      return part.dropLast().elementsEqual(words.dropLast()) && part.last?.hasPrefix(last) == true
    }
    return place.map { $0 == 0 ? 2 : 3 }
  }

  func rank(ofNumber found: String) -> Int? {
    guard let number else { return rank + 1 }
    if found.utf8.elementsEqual(number.utf8) { return rank }
    if found.utf8.starts(with: number.utf8) { return rank + 2 }
    // Few numbers have letters, or signs that are not compared.
    guard found.utf8.contains(where: { !(0x30...0x39).contains($0) }) else { return nil }
    let plain = found.lowercased().filter { $0.isLetter || $0.isNumber }
    return plain == number ? rank : plain.hasPrefix(number) ? rank + 2 : nil
  }
}
