internal import Booking
internal import SeatingPlan
internal import Wording

/// The names of a hall's seats, taken apart into the words by which they are found.
struct SeatNames {
  private let sections: [[String]]
  private let rows: [(section: Int, words: [String], seats: Range<Int>)]
  /// The numbers that seats have, each once, and by seat its place among them.
  private let numbers: [String]
  private let numberOf: [Int]

  init(_ seats: [Seat], in grid: SeatGrid) {
    sections = grid.sections.map { Self.words(of: $0.name) }
    rows = grid.rows.map { ($0.section, Self.words(of: $0.name), $0.seats) }
    var numbers: [String] = []
    var places: [String: Int] = [:]
    numberOf = seats.map { seat in
      let number = seat.label.numberInRow
      if let place = places[number] { return place }
      let words = Self.words(of: number).joined()
      numbers.append(words.isEmpty ? number.folded.filter { $0.isLetter || $0.isNumber } : words)
      places[number] = numbers.count - 1
      return numbers.count - 1
    }
    self.numbers = numbers
  }

  /// The seats that a text can mean, the best first, each rank in the order of the plan.
  func matches(of text: String) -> [Int] {
    let query = Query(text)
    guard !query.words.isEmpty else { return [] }
    var found: [[Int]] = Array(repeating: [], count: Reading.worst + 1)
    var fits: [String: [Int?]] = [:]
    for row in rows {
      // By number: the best rank that a reading of the words gives it.
      var ranks: [Int?] = []
      var rankOfAll: Int?
      for reading in Reading.all(of: query, section: sections[row.section], row: row.words) {
        guard let number = reading.number else {
          rankOfAll = min(rankOfAll ?? .max, reading.rank)
          continue
        }
        let fit = fits[number] ?? numbers.map { Self.fit(number, $0) }
        fits[number] = fit
        let more = fit.map { $0.map { reading.rank + $0 } }
        ranks = ranks.isEmpty ? more : zip(ranks, more).map { [$0, $1].compactMap { $0 }.min() }
      }
      if ranks.isEmpty {
        if let rankOfAll { found[rankOfAll].append(contentsOf: row.seats) }
      } else {
        for seat in row.seats {
          let rank = min(ranks[numberOf[seat]] ?? .max, rankOfAll ?? .max)
          if rank < found.count { found[rank].append(seat) }
        }
      }
    }
    return found.flatMap { $0 }
  }

  /// 0 when a number is the one that was typed, 2 when it begins so; nil for another.
  private static func fit(_ typed: String, _ number: String) -> Int? {
    number == typed ? 0 : number.hasPrefix(typed) ? 2 : nil
  }

  /// The words of a name as they are compared: small letters, digits and letters of other scripts apart, without the
  /// words for row, seat and so on; a floor is the same in both languages.
  static func words(of text: String) -> [String] { Query(text).words }
}

/// What was typed, as words to compare, and which of them are said to be the row or the number.
private struct Query {
  private(set) var words: [String] = []
  /// The word that is a row's, when one is: "18열", "row 18".
  private(set) var row: Int?
  /// The word that begins a number, when one is: "3번", "seat 3".
  private(set) var number: Int?

  init(_ text: String) {
    var parts: [String] = []
    var kind: Kind?
    for character in text.folded {
      let now = Kind(character)
      if now != kind { parts.append("") }
      if now != nil { parts[parts.count - 1].append(character) }
      kind = now
    }
    for part in parts.flatMap(Self.withoutSuffix) {
      switch part {
      case "", "구역", "section", "zone": break
      // Korean writes these words behind the name, English before it.
      case "열": row = words.indices.last
      case "번", "석": number = words.indices.last
      case "row": row = words.count
      case "seat", "no", "좌석": number = words.count
      case "층", "floor": words.append("f")
      default: words.append(part)
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

  /// Korean writes the words for row, section and number behind the name: "가열".
  private static func withoutSuffix(_ word: String) -> [String] {
    for suffix in ["구역", "열", "층", "번"] where word.count > suffix.count && word.hasSuffix(suffix) {
      return [String(word.dropLast(suffix.count)), suffix]
    }
    return [word]
  }
}

/// One way to read the words: the first ones name the section, the next the row, the last the seat's number.
private struct Reading {
  /// How well section and row fit, 0 being best.
  let rank: Int
  /// What the number is or begins with; nil when it may be any.
  let number: String?

  /// The rank of the least fitting seats.
  static let worst = 2 * 3 + 2

  /// Every way in which the words can mean seats of this row.
  static func all(of query: Query, section: [String], row: [String]) -> [Reading] {
    let words = query.words
    var readings: [Reading] = []
    for first in 0...words.count {
      guard let a = fit(words[..<first], section) else { continue }
      for second in first...words.count {
        // What is called a row, or a number, is one; a row's word may be the last that is typed yet.
        if let row = query.row, row < words.count, !(first..<second).contains(row) { continue }
        if let number = query.number, number < second { continue }
        guard let b = fit(words[first..<second], row), let number = number(words[second...]) else { continue }
        // A section's whole name, and nothing else, means that section before any row that is called alike.
        let isSection = a == 0 && first == words.count
        readings.append(Reading(rank: isSection ? 0 : a + b, number: number.isEmpty ? nil : number))
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
}
