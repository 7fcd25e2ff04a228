import Booking
import Foundation
import TestSupport
import Testing

@Suite("Minutes at the venue in figures")
struct VenueFiguresTests {
  @Test func `are the calendar's, on every day from 1970 to 2400`() {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(identifier: "Etc/GMT-9")
    format.dateFormat = "yyyy-MM-dd HH:mm"
    for day in stride(from: 0 as Int64, to: 157_000, by: 1) {
      let instant = Timestamp(milliseconds: day * 86_400_000 + day * 7_919_000 % 86_400_000)
      let date = Date(timeIntervalSince1970: Double(instant.milliseconds / 1000))
      guard instant.venueFigures == format.string(from: date) else {
        Issue.record("\(instant.venueFigures) is \(format.string(from: date))")
        return
      }
    }
  }

  @Test(
    arguments: [
      (120, "2026-05-01 10:00–12:00"), (14 * 60, "2026-05-01 10:00–2026-05-02 00:00"),
      (24 * 60, "2026-05-01 10:00–2026-05-02 10:00"),
    ] as [(Int64, String)])
  func `of a session say the day once where it is the same`(minutes: Int64, text: String) {
    #expect((Timestamp.opening..<(.opening + .minutes(minutes))).venueFigures == text)
  }
}
