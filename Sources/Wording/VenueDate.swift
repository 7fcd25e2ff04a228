package import Booking

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Dates are the venue's, in Asia/Seoul: nine hours ahead of UTC all year.
package struct VenueDate: Hashable {
  package static let zoneName = "KST"
  private static let offset = Duration.hours(9)

  package let year: Int
  package let month: Int
  package let day: Int
  /// 1 is Sunday.
  package let weekday: Int
  package let hour: Int
  package let minute: Int
  package let second: Int

  package init(_ instant: Timestamp) {
    var seconds = Int((instant + Self.offset).milliseconds / 1000)
    // The C library's dates: Foundation's have its whole tables of zones and languages loaded.
    var parts = unsafe tm()
    unsafe gmtime_r(&seconds, &parts)
    year = unsafe 1900 + Int(parts.tm_year)
    month = unsafe 1 + Int(parts.tm_mon)
    day = unsafe Int(parts.tm_mday)
    weekday = unsafe 1 + Int(parts.tm_wday)
    hour = unsafe Int(parts.tm_hour)
    minute = unsafe Int(parts.tm_min)
    second = unsafe Int(parts.tm_sec)
  }

  /// Whether this terminal's own clock shows other hours.
  package static func differsFromTerminal(at instant: Timestamp) -> Bool {
    var seconds = Int(instant.milliseconds / 1000)
    var here = unsafe tm()
    unsafe localtime_r(&seconds, &here)
    return unsafe Int64(here.tm_gmtoff) * 1000 != offset.milliseconds
  }

  package func weekdayName(_ language: Language) -> String {
    let korean = ["일", "월", "화", "수", "목", "금", "토"]
    let english = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    return language(korean, english)[(weekday - 1) % 7]
  }

  private func monthName() -> String {
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][(month - 1) % 12]
  }

  package var time: String { "\(Self.two(hour)):\(Self.two(minute))" }
  package var timeWithSeconds: String { "\(time):\(Self.two(second))" }

  package func date(_ language: Language) -> String {
    language(
      "\(year)년 \(month)월 \(day)일 (\(weekdayName(.korean)))",
      "\(weekdayName(.english)) \(day) \(monthName()) \(year)")
  }

  /// The date in few cells. One of another year than `now` says its year, lest an evening be taken for another.
  package func shortDate(_ language: Language, at now: Timestamp) -> String {
    let isThisYear = year == VenueDate(now).year
    return language(
      "\(isThisYear ? "" : "\(year)/")\(month)/\(day)(\(weekdayName(.korean)))",
      "\(weekdayName(.english)) \(day) \(monthName())\(isThisYear ? "" : " \(year)")")
  }

  package func dateAndTime(_ language: Language) -> String { "\(date(language)) \(time)" }
  package func shortDateAndTime(_ language: Language, at now: Timestamp) -> String {
    "\(shortDate(language, at: now)) \(time)"
  }

  /// The time of day, with the date where that is not today's.
  package func moment(_ language: Language, at now: Timestamp) -> String {
    "\(dayUnlessToday(language, at: now))\(time)"
  }
  package func momentWithSeconds(_ language: Language, at now: Timestamp) -> String {
    "\(dayUnlessToday(language, at: now))\(timeWithSeconds)"
  }

  private func dayUnlessToday(_ language: Language, at now: Timestamp) -> String {
    let today = VenueDate(now)
    let isToday = (year, month, day) == (today.year, today.month, today.day)
    return isToday ? "" : shortDate(language, at: now) + " "
  }

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
