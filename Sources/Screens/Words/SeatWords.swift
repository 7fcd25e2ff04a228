internal import Booking
internal import Canvas

extension SeatLabel {
  /// "1F B열 12번" or "1F row B seat 12".
  func text(_ language: Language) -> String {
    [section, NameWord.row.beside(row, language), NameWord.number.beside(numberInRow, language)]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The same as parts of a line, in which the section gives way.
  func parts(_ language: Language) -> [Line.Part] {
    let words = [NameWord.row.beside(row, language), NameWord.number.beside(numberInRow, language)]
    return [Line.Part(.zone, section.clean)] + words.map { Line.Part(.place, $0.clean, gap: " ") }
  }

  /// The same for a text that may be broken into lines: "row 12" and "seat 109" stay together.
  func unbroken(_ language: Language) -> String {
    let words = [NameWord.row.beside(row, language), NameWord.number.beside(numberInRow, language)]
    return ([section] + words.map(\.joinedUp)).filter { !$0.isEmpty }.joined(separator: " ").clean
  }

  /// As it stands on the map's margin: "1F B-12".
  var short: String { "\(section) \(inSection)" }

  /// Row and number alone: "B-12".
  var inSection: String {
    let name = NameWord.row.bare(row)
    return name.isEmpty ? bareNumber : "\(name)-\(bareNumber)"
  }

  /// The short form as parts of a line, in which the section gives way.
  var shortParts: [Line.Part] {
    [Line.Part(.zone, section.clean), Line.Part(.place, inSection.clean, gap: " ")]
  }

  /// The number alone: "12" of "12번" and of "Seat 12".
  var bareNumber: String { NameWord.number.bare(numberInRow) }

  /// The seat's number without its row's name, which some plans write before it: "12" of "B-12" in row B.
  var numberInRow: String {
    // Most numbers do not even begin as their row does.
    guard number.utf8.first == row.utf8.first, number.utf8.count > row.utf8.count + 1, number.hasPrefix(row)
    else { return number }
    let rest = number.dropFirst(row.count)
    return rest.first == "-" || rest.first == "/" || rest.first == "." ? String(rest.dropFirst()) : number
  }
}

/// Seats named one after another in a message, where a long section gives way, and is said once of neighbours.
func seatNames(_ labels: [SeatLabel], _ language: Language) -> String {
  let longest = 8
  var last: SeatLabel?
  return labels.map { label in
    defer { last = label }
    let isKnown = last?.section == label.section && label.section.clean.cellWidth > longest
    let section = isKnown ? "" : label.section.clean.shortened(to: 30, mark: "…")
    return SeatLabel(section: section, row: label.row, number: label.numberInRow).unbroken(language)
  }.joined(separator: ", ")
}

/// A number of seats in English, where one is not many.
func seatCount(_ count: Int) -> String { count == 1 ? "1 seat" : "\(count) seats" }

/// A tier's name as people say it: "R석" in Korean.
func tierName(_ tier: String, _ language: Language) -> String { NameWord.tier.beside(tier, language) }
