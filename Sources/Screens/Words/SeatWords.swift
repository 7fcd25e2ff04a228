internal import Booking

extension SeatLabel {
  /// "1F B열 12번" or "1F row B seat 12".
  func text(_ language: Language) -> String {
    language("\(section) \(row)열 \(numberInRow)번", "\(section) row \(row) seat \(numberInRow)")
  }

  /// As it stands on the map's margin: "1F B-12".
  var short: String { "\(section) \(row)-\(numberInRow)" }

  /// The seat's number without its row's name, which some plans write before it: "12" of "B-12" in row B.
  var numberInRow: String {
    // Most numbers do not even begin as their row does.
    guard number.utf8.first == row.utf8.first, number.utf8.count > row.utf8.count + 1, number.hasPrefix(row)
    else { return number }
    let rest = number.dropFirst(row.count)
    return rest.first == "-" || rest.first == "/" || rest.first == "." ? String(rest.dropFirst()) : number
  }
}

/// A number of seats in English, where one is not many.
func seatCount(_ count: Int) -> String { count == 1 ? "1 seat" : "\(count) seats" }

/// A tier's name as people say it: "R석" in Korean.
func tierName(_ tier: String, _ language: Language) -> String {
  language(tier.count <= 3 ? "\(tier)석" : tier, tier)
}
