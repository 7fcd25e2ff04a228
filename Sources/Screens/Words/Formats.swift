internal import Booking
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

extension Won {
  func text(_ language: Language) -> String { language("\(amount.grouped)원", "\(amount.grouped) won") }
}

extension Duration {
  /// Minutes and seconds, rounded up: 0:00 only when nothing is left.
  var countdown: String {
    let seconds = secondsRoundedUp
    let minutes = seconds / 60
    let rest = seconds % 60 < 10 ? "0\(seconds % 60)" : "\(seconds % 60)"
    guard minutes >= 60 else { return "\(minutes):\(rest)" }
    return "\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60):\(rest)"
  }

  /// As people say it: "4 min 30 s".
  func spoken(_ language: Language) -> String {
    // What is shown is the value in force, so a part of a second is not rounded away.
    guard milliseconds % 1000 == 0 else { return language("\(milliseconds.grouped)밀리초", "\(milliseconds.grouped) ms") }
    let seconds = secondsRoundedUp
    let parts = [
      (seconds / 3600, language("시간", " h")), (seconds / 60 % 60, language("분", " min")),
      (seconds % 60, language("초", " s")),
    ].filter { $0.0 > 0 }
    guard !parts.isEmpty else { return language("0초", "0 s") }
    return parts.map { "\($0.0)\($0.1)" }.joined(separator: " ")
  }
}

extension EstimatedWait {
  func text(_ language: Language) -> String {
    switch self {
    case .exact(let wait): wait.countdown
    case .atLeast(let wait): language("최소 \(wait.countdown)", "at least \(wait.countdown)")
    case .unknown: language("알 수 없음", "unknown")
    }
  }
}

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

extension String {
  /// Without what must never reach a terminal: text from people and files may hold anything.
  var clean: String {
    var view = String.UnicodeScalarView()
    for scalar in unicodeScalars where scalar.isShown { view.append(scalar) }
    return String(view)
  }
}

extension Unicode.Scalar {
  private var generalKind: Unicode.GeneralCategory { properties.generalCategory }

  fileprivate var isShown: Bool {
    switch generalKind {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: false
    default: true
    }
  }
}
