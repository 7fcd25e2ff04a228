internal import Booking
internal import TestSupport
internal import Testing
internal import Wording

@testable import boxoffice

struct ClockWatchTests {
  private func reading(_ boot: Duration, _ wall: Duration) -> ClockAnchoring.Reading {
    ClockAnchoring.Reading(bootID: "boot", boot: boot.milliseconds, wall: .opening + wall)
  }

  private func set(by time: Duration) -> LocalizedText { ClockAnchoring.Notice.wallSet(by: time).text }

  @Test func `tells once that the wall clock was set, either way, and not when it is slewed`() {
    var watch = ClockWatch(reading(.zero, .zero))
    #expect(watch.news(reading(.hours(1), .hours(1) + .seconds(59)), standstill: nil) == nil)
    #expect(watch.news(reading(.hours(2), .hours(3)), standstill: nil) == set(by: .hours(1)))
    #expect(watch.news(reading(.hours(3), .hours(4)), standstill: nil) == nil)
    #expect(watch.news(reading(.hours(4), .hours(1)), standstill: nil) == set(by: -.hours(4)))
  }

  @Test func `tells each time that booking time comes to stand still`() {
    var watch = ClockWatch(reading(.zero, .zero))
    for _ in 0..<2 {
      let news = watch.news(reading(.zero, .zero), standstill: .hours(25))
      #expect(news?.english.contains("1 d 1 h behind the record") == true)
      #expect(watch.news(reading(.zero, .zero), standstill: .hours(25)) == nil)
      #expect(watch.news(reading(.zero, .zero), standstill: nil) == nil)
    }
  }

  @Test func `the wall clock's day is told where it is not booking time's, and not at midnight while they agree`() {
    func otherDay(_ wall: Duration, than booking: Duration) -> Timestamp? {
      let day = Timestamp(milliseconds: 1_800_000_000_000 / 86_400_000 * 86_400_000) + .hours(-9)
      return ClockWatch.otherDay(day + wall, than: day + booking)
    }
    #expect(otherDay(.hours(12), than: .hours(12)) == nil)
    #expect(otherDay(.hours(1), than: .hours(23)) == nil)
    #expect(otherDay(.hours(24) + .seconds(30), than: .hours(24) + -.seconds(20)) == nil)
    #expect(otherDay(.hours(25), than: .hours(23)) != nil)
    #expect(otherDay(-.hours(1), than: .hours(23)) != nil)
  }
}
