import Booking
import Testing
import Wording

struct DurationWordsTests {
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

  @Test func `an estimate says how sure it is`() {
    #expect(EstimatedWait.exact(.seconds(90)).text(.english) == "1:30")
    #expect(EstimatedWait.atLeast(.seconds(90)).text(.korean) == "최소 1:30")
    #expect(EstimatedWait.unknown.text(.english) == "unknown")
  }
}
