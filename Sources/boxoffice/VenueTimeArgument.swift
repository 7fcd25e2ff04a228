internal import Booking
internal import FoundationEssentials

/// A time at the venue as it is typed: 2026-12-24T19:30, in Asia/Seoul, nine hours ahead of UTC all year.
struct VenueTimeArgument {
  static let offset = Duration.hours(9)

  let instant: Timestamp

  /// nil for what is no time, 30 February included.
  init?(_ text: String) {
    guard let match = text.wholeMatch(of: /([0-9]{4})-([0-9]{2})-([0-9]{2})[T ]([0-9]{2}):([0-9]{2})/) else {
      return nil
    }
    let numbers = [match.1, match.2, match.3, match.4, match.5].compactMap { Int($0) }
    guard numbers.count == 5, numbers[3] < 24, numbers[4] < 60 else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let day = DateComponents(year: numbers[0], month: numbers[1], day: numbers[2])
    guard let date = calendar.date(from: day),
      calendar.dateComponents([.year, .month, .day], from: date) == day
    else { return nil }
    let midnight = Timestamp(milliseconds: Int64(date.timeIntervalSince1970) * 1000) - Self.offset
    instant = midnight + .hours(Int64(numbers[3])) + .minutes(Int64(numbers[4]))
  }

  /// Half past seven in the evening, two weeks after the day that it is at the venue.
  static func inTwoWeeks(from now: Timestamp) -> Timestamp {
    let today = (now + offset).milliseconds / Duration.days(1).milliseconds
    return Timestamp(milliseconds: 0) - offset + .days(today + 14) + .hours(19) + .minutes(30)
  }
}
