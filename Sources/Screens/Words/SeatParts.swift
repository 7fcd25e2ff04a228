internal import Booking
internal import Canvas
internal import Wording

extension SeatLabel {
  /// The label as parts of a line, in which the section gives way.
  func parts(_ language: Language) -> [Line.Part] {
    let words = [NameWord.row.beside(row, language), NameWord.number.beside(numberInRow, language)]
    return [Line.Part(.zone, section.clean)] + words.map { Line.Part(.place, $0.clean, gap: " ") }
  }

  /// The label for a text that may be broken into lines: "row 12" and "seat 109" stay together.
  func unbroken(_ language: Language) -> String {
    let words = [NameWord.row.beside(row, language), NameWord.number.beside(numberInRow, language)]
    return ([section] + words.map(\.joinedUp)).filter { !$0.isEmpty }.joined(separator: " ").clean
  }

  /// The short form as parts of a line, in which the section gives way.
  var shortParts: [Line.Part] {
    [Line.Part(.zone, section.clean), Line.Part(.place, inSection.clean, gap: " ")]
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
