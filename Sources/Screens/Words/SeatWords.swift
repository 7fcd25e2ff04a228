internal import Booking

extension SeatLabel {
  /// "1F B열 12번" or "1F row B seat 12".
  func text(_ language: Language) -> String {
    language("\(section) \(row)열 \(number)번", "\(section) row \(row) seat \(number)")
  }

  /// As it stands on the map's margin: "1F B-12".
  var short: String { "\(section) \(row)-\(number)" }
}

/// A number of seats in English, where one is not many.
func seatCount(_ count: Int) -> String { count == 1 ? "1 seat" : "\(count) seats" }

/// A tier's name as people say it: "R석" in Korean.
func tierName(_ tier: String, _ language: Language) -> String {
  language(tier.count <= 3 ? "\(tier)석" : tier, tier)
}
