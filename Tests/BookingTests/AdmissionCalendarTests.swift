import TestSupport
import Testing

@testable import Booking

@Suite("Admission calendar (rule 9)")
struct AdmissionCalendarTests {
  private let calendar = AdmissionCalendar(epoch: .opening, period: .seconds(10))

  @Test(
    arguments: [
      (0, 10_000), (1, 10_000), (9_999, 10_000), (10_000, 20_000), (10_001, 20_000), (25_000, 30_000),
    ] as [(Int64, Int64)])
  func `the next admission is the first multiple of the period later than now`(after: Int64, next: Int64) {
    #expect(calendar.next(after: .opening + .milliseconds(after)) == .opening + .milliseconds(next))
  }

  @Test func `before the epoch the first admission is a period after it`() {
    #expect(calendar.next(after: .opening - .days(1)) == .opening + .seconds(10))
  }

  @Test func `years later it is still arithmetic`() {
    let fine = AdmissionCalendar(epoch: .opening, period: .milliseconds(1))
    let later = Timestamp.opening + .days(36_500)
    #expect(fine.next(after: later) == later + .milliseconds(1))
  }
}
