import Booking
import TestSupport
import Testing
import Wording

struct VenueDateTests {
  init() { VenueZone.use }

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
}
