extension Timestamp {
  /// The venue is in Asia/Seoul: nine hours ahead of UTC all year.
  static let venueOffset = Duration.hours(9)

  /// The minute at the venue in figures: 2026-12-24 19:30.
  package var venueFigures: String {
    let minutes = Self.floor((self + Self.venueOffset).milliseconds, 60_000)
    let (days, minute) = (Self.floor(minutes, 1440), minutes - Self.floor(minutes, 1440) * 1440)
    // Counted from 1 March, so that a leap day is the last of its year, in spans of 400, 100, 4 and 1 years.
    let shifted = days + 719_468
    let era = Self.floor(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let march = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * march + 2) / 5 + 1
    let month = march < 10 ? march + 3 : march - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(year)-\(Self.two(month))-\(Self.two(day)) \(Self.two(minute / 60)):\(Self.two(minute % 60))"
  }

  /// Whether both are on one day at the venue.
  package func isSameVenueDay(as other: Timestamp) -> Bool {
    let day = Duration.days(1).milliseconds
    return Self.floor((self + Self.venueOffset).milliseconds, day)
      == Self.floor((other + Self.venueOffset).milliseconds, day)
  }

  private static func floor(_ number: Int64, _ unit: Int64) -> Int64 {
    number / unit - (number % unit < 0 ? 1 : 0)
  }

  private static func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension Range<Timestamp> {
  /// From minute to minute at the venue, the day once where it is the same: 2026-12-24 19:30–21:30.
  package var venueFigures: String {
    let (start, end) = (lowerBound.venueFigures, upperBound.venueFigures)
    let day = start.prefix { $0 != " " }
    return "\(start)–\(end.hasPrefix(day + " ") ? end.dropFirst(day.count + 1) : end[...])"
  }
}
