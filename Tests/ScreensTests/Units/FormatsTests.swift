import Booking
import Canvas
import TestSupport
import Testing

@testable import Screens

@Suite("Dates, amounts and lengths of time in words")
struct FormatsTests {
  init() { TestStage.useVenueZone }

  /// Milliseconds since 1970 of an hour in Seoul, by days since then.
  private func seoul(day: Int64, hour: Int64, minute: Int64 = 0) -> Timestamp {
    Timestamp(milliseconds: ((day * 24 + hour - 9) * 60 + minute) * 60_000)
  }

  @Test func `a date stands in each language's own form`() {
    let date = VenueDate(.opening)
    #expect(date.date(.korean) == "2026년 5월 1일 (금)")
    #expect(date.date(.english) == "Fri 1 May 2026")
    #expect(date.shortDateAndTime(.korean, at: .opening) == "5/1(금) 10:00")
    #expect(date.shortDateAndTime(.english, at: .opening) == "Fri 1 May 10:00")
    #expect(date.dateAndTime(.english) == "Fri 1 May 2026 10:00")
    #expect(date.timeWithSeconds == "10:00:00")
  }

  @Test func `midnight in Seoul is where the day changes`() {
    let midnight = seoul(day: 19_782, hour: 0)
    #expect(VenueDate(midnight).date(.english) == "Thu 29 Feb 2024")
    #expect(VenueDate(midnight - .milliseconds(1)).dateAndTime(.english) == "Wed 28 Feb 2024 23:59")
    #expect(VenueDate(midnight - .milliseconds(1)).timeWithSeconds == "23:59:59")
    #expect(VenueDate(midnight + .days(1)).date(.korean) == "2024년 3월 1일 (금)")
  }

  @Test func `a week of days and a year of months have their names`() {
    let week = (0..<7).map { VenueDate(.opening + .days($0)).weekdayName(.korean) }
    #expect(week == ["금", "토", "일", "월", "화", "수", "목"])
    let months = Set((0..<12).map { VenueDate(.opening + .days($0 * 30 + 14)).date(.english).dropLast(5).suffix(3) })
    #expect(months.count == 12)
  }

  @Test func `the venue's zone is told only where the terminal's differs`() {
    #expect(!VenueDate.differsFromTerminal(at: .opening))
    #expect(VenueDate.zoneName == "KST")
  }

  @Test(
    arguments: [
      (300_000, "5:00"), (299_001, "5:00"), (299_000, "4:59"), (60_001, "1:01"), (59_999, "1:00"), (1, "0:01"),
      (0, "0:00"), (-5, "0:00"), (3_599_001, "1:00:00"), (3_661_000, "1:01:01"), (36_000_000, "10:00:00"),
    ] as [(Int64, String)])
  func `a countdown rounds up`(_ milliseconds: Int64, _ text: String) {
    #expect(Duration.milliseconds(milliseconds).countdown == text)
  }

  @Test(
    arguments: [
      (300_000, "5분", "5 min"), (10_000, "10초", "10 s"), (270_000, "4분 30초", "4 min 30 s"),
      (3_600_000, "1시간", "1 h"), (5_430_000, "1시간 30분 30초", "1 h 30 min 30 s"), (0, "0초", "0 s"),
      (1_500, "1,500밀리초", "1,500 ms"),
    ] as [(Int64, String, String)])
  func `a length is told as people say it`(_ milliseconds: Int64, _ korean: String, _ english: String) {
    #expect(Duration.milliseconds(milliseconds).spoken(.korean) == korean)
    #expect(Duration.milliseconds(milliseconds).spoken(.english) == english)
  }

  @Test func `won are grouped by thousands, with the unit of the language`() {
    #expect(Won(1_234_567).text(.korean) == "1,234,567원")
    #expect(Won(999).text(.english) == "999 won")
    #expect((-Won(88_000)).text(.korean) == "-88,000원")
  }

  @Test func `an estimate says how sure it is`() {
    #expect(EstimatedWait.exact(.seconds(90)).text(.english) == "1:30")
    #expect(EstimatedWait.atLeast(.seconds(90)).text(.korean) == "최소 1:30")
    #expect(EstimatedWait.unknown.text(.english) == "unknown")
  }

  @Test func `seats and tiers have their names in both languages`() {
    let label = SeatLabel(section: "1F", row: "B", number: "12")
    #expect(label.text(.korean) == "1F B열 12번")
    #expect(label.text(.english) == "1F row B seat 12")
    #expect(label.short == "1F B-12")
    #expect(tierName("VIP", .korean) == "VIP석")
    #expect(tierName("VIP", .english) == "VIP")
    #expect(tierName("Standing", .korean) == "Standing")
    #expect(tierName("특석", .korean) == "특석")
  }

  @Test(
    arguments: [
      (0, "0", "0"), (99, "99", "99"), (100, "100", "100"), (9_900, "9,900", "9.9k"), (9_999, "9,999", "9,999"),
      (10_000, "1만", "10k"), (10_999, "10,999", "10,999"), (88_000, "8.8만", "88k"), (109_900, "109,900", "109.9k"),
      (150_001, "150,001", "150,001"), (999_999, "999,999", "999,999"), (1_234_567, "123.5만", "1234.6k"),
      (9_999_999, "1000만", "10M"), (62_007_000, "6201만", "62.1M"), (99_999_999, "1억", "100M"),
      (123_456_789, "1.3억", "123.5M"), (9_999_999_998, "100억", "10000M"),
    ] as [(Int64, String, String)])
  func `a short price is whole or rounded up, and never wide`(_ won: Int64, _ korean: String, _ english: String) {
    #expect(Won(won).short(.korean) == korean)
    #expect(Won(won).short(.english) == english)
    #expect(max(korean.cellWidth, english.cellWidth) <= 7)
  }

  @Test(
    arguments: [
      (10_999, "10,999", "10,999"), (1_234_567, "123.4만", "1234.5k"), (9_999_999, "999.9만", "9999.9k"),
      (62_007_000, "6200만", "62M"), (99_999_999, "9999만", "99.9M"), (9_999_999_999, "99.9억", "9999.9M"),
    ] as [(Int64, String, String)])
  func `what somebody has is never shown as more than there is`(_ won: Int64, _ korean: String, _ english: String) {
    #expect(Won(won).short(.korean, .down) == korean)
    #expect(Won(won).short(.english, .down) == english)
  }

  @Test func `a date of another year says it, at midnight of New Year's Eve too`() {
    let eve = seoul(day: 20_818, hour: 23, minute: 59)
    #expect(VenueDate(eve).shortDate(.korean, at: eve) == "12/31(목)")
    #expect(VenueDate(eve).shortDate(.english, at: eve) == "Thu 31 Dec")
    let next = eve + .minutes(1)
    #expect(VenueDate(next).shortDateAndTime(.korean, at: eve) == "2027/1/1(금) 00:00")
    #expect(VenueDate(next).shortDateAndTime(.english, at: eve) == "Fri 1 Jan 2027 00:00")
    #expect(VenueDate(eve).shortDateAndTime(.english, at: next) == "Thu 31 Dec 2026 23:59")
  }

  @Test func `a moment of today needs no date`() {
    #expect(VenueDate(.opening).moment(.english, at: .opening + .hours(2)) == "10:00")
    #expect(VenueDate(.opening).momentWithSeconds(.korean, at: .opening + .hours(20)) == "5/1(금) 10:00:00")
    #expect(VenueDate(.opening).moment(.english, at: .opening + .days(300)) == "Fri 1 May 2026 10:00")
  }

  @Test func `nothing that steers a terminal is left in a clean text`() {
    let controls = (0..<0x20).map { String(UnicodeScalar(UInt8($0))) }.joined() + "\u{7F}\u{80}\u{9B}\u{9F}"
    #expect("가\(controls)나".clean == "가나")
    #expect("a\u{200B}\u{202E}\u{2028}\u{E000}b".clean == "ab")
    #expect("김하늘 é 🎻".clean == "김하늘 é 🎻")
  }
}
