package import Booking
internal import FoundationEssentials

/// Dates are the venue's, in Asia/Seoul: nine hours ahead of UTC all year.
struct VenueDate: Hashable {
  static let zoneName = "KST"
  private static let offset = Duration.hours(9)

  let year: Int
  let month: Int
  let day: Int
  /// 1 is Sunday.
  let weekday: Int
  let hour: Int
  let minute: Int
  let second: Int

  init(_ instant: Timestamp) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: Int(Self.offset.milliseconds / 1000)) ?? .gmt
    let parts = calendar.dateComponents(
      [.year, .month, .day, .weekday, .hour, .minute, .second],
      from: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000))
    year = parts.year ?? 1970
    month = parts.month ?? 1
    day = parts.day ?? 1
    weekday = parts.weekday ?? 1
    hour = parts.hour ?? 0
    minute = parts.minute ?? 0
    second = Int((instant + Self.offset).milliseconds / 1000 % 60)
  }

  /// Whether this terminal's own clock shows other hours.
  static func differsFromTerminal(at instant: Timestamp) -> Bool {
    let here = TimeZone.current.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000))
    return Int64(here) * 1000 != offset.milliseconds
  }

  func weekdayName(_ language: Language) -> String {
    let korean = ["일", "월", "화", "수", "목", "금", "토"]
    let english = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    return language(korean, english)[(weekday - 1) % 7]
  }

  private func monthName() -> String {
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][(month - 1) % 12]
  }

  var time: String { "\(Self.two(hour)):\(Self.two(minute))" }
  var timeWithSeconds: String { "\(time):\(Self.two(second))" }

  func date(_ language: Language) -> String {
    language(
      "\(year)년 \(month)월 \(day)일 (\(weekdayName(.korean)))",
      "\(weekdayName(.english)) \(day) \(monthName()) \(year)")
  }

  func shortDate(_ language: Language) -> String {
    language("\(month)/\(day)(\(weekdayName(.korean)))", "\(weekdayName(.english)) \(day) \(monthName())")
  }

  func dateAndTime(_ language: Language) -> String { "\(date(language)) \(time)" }
  func shortDateAndTime(_ language: Language) -> String { "\(shortDate(language)) \(time)" }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// An instant as it is written outside of the screens: date, time to the second, and zone.
package func venueTime(_ instant: Timestamp, _ language: Language) -> String {
  let date = VenueDate(instant)
  return "\(date.date(language)) \(date.timeWithSeconds) \(VenueDate.zoneName)"
}

/// An instant to the minute as the programme shows it, and its zone.
package func venueMinute(_ instant: Timestamp, _ language: Language) -> String {
  "\(VenueDate(instant).dateAndTime(language)) \(VenueDate.zoneName)"
}
