package import Booking

extension SeatLabel {
  /// "1F B열 12번" or "1F row B seat 12".
  package func text(_ language: Language) -> String {
    [section, NameWord.row.beside(row, language), NameWord.number.beside(numberInRow, language)]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// As it stands on the map's margin: "1F B-12".
  package var short: String { "\(section) \(inSection)" }

  /// Row and number alone: "B-12".
  package var inSection: String {
    let name = NameWord.row.bare(row)
    return name.isEmpty ? bareNumber : "\(name)-\(bareNumber)"
  }

  /// The number alone: "12" of "12번" and of "Seat 12".
  package var bareNumber: String { NameWord.number.bare(numberInRow) }

  /// The seat's number without its row's name, which some plans write before it: "12" of "B-12" in row B.
  package var numberInRow: String {
    // Most numbers do not even begin as their row does.
    guard number.utf8.first == row.utf8.first, number.utf8.count > row.utf8.count + 1, number.hasPrefix(row)
    else { return number }
    let rest = number.dropFirst(row.count)
    return rest.first == "-" || rest.first == "/" || rest.first == "." ? String(rest.dropFirst()) : number
  }
}

/// A number of seats in English, where one is not many.
package func seatCount(_ count: Int) -> String { count == 1 ? "1 seat" : "\(count) seats" }

/// A tier's name as people say it: "R석" in Korean.
package func tierName(_ tier: String, _ language: Language) -> String { NameWord.tier.beside(tier, language) }
