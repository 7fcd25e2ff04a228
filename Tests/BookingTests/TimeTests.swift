import Booking
import TestSupport
import Testing

@Suite("Time")
struct TimeTests {
  @Test(
    arguments: [
      (300_000, 300), (299_999, 300), (299_001, 300), (299_000, 299), (1001, 2), (1000, 1), (999, 1), (1, 1), (0, 0),
      (-1, 0), (-5000, 0),
    ] as [(Int64, Int64)])
  func `a countdown rounds up, so that it shows zero only when it is over`(milliseconds: Int64, seconds: Int64) {
    #expect(Duration.milliseconds(milliseconds).secondsRoundedUp == seconds)
  }

  @Test func `units are milliseconds`() {
    #expect(Duration.seconds(2) == .milliseconds(2000))
    #expect(Duration.minutes(3) == .seconds(180))
    #expect(Duration.hours(2) == .minutes(120))
    #expect(Duration.days(1) == .hours(24))
    #expect(Duration.zero.milliseconds == 0)
  }

  @Test func `instants and lengths add and subtract`() {
    let instant = Timestamp(milliseconds: 5000)
    #expect(instant + .seconds(2) == Timestamp(milliseconds: 7000))
    #expect(instant - .seconds(2) == Timestamp(milliseconds: 3000))
    #expect(instant - Timestamp(milliseconds: 8000) == .seconds(-3))
    #expect(Duration.seconds(1) + .milliseconds(5) == .milliseconds(1005))
    #expect(Duration.seconds(10) * 3 == .seconds(30))
    #expect(instant < Timestamp(milliseconds: 5001))
    #expect(Duration.zero < .milliseconds(1))
  }

  @Test(arguments: [(-1, false), (0, true), (9, true), (10, false)] as [(Int64, Bool)])
  func `rule 3 a session is on sale from its opening until its closing`(now: Int64, isOnSale: Bool) {
    #expect(session(closes: 10, start: 20).isOnSale(at: Timestamp(milliseconds: now)) == isOnSale)
  }

  @Test func `a session has its hall to itself for its length, two hours where nothing is said`() {
    let start = Timestamp(milliseconds: 20)
    #expect(session(closes: 10, start: 20).time == start..<(start + .hours(2)))
  }

  @Test(arguments: [(4, true), (5, false), (6, false)] as [(Int64, Bool)])
  func `rule 3 a session that has begun is not on sale`(now: Int64, isOnSale: Bool) {
    #expect(session(closes: 10, start: 5).isOnSale(at: Timestamp(milliseconds: now)) == isOnSale)
  }

  private func session(closes: Int64, start: Int64) -> Session {
    Session(
      id: SessionID(1), concert: ConcertID(1), hall: HallID(1), start: Timestamp(milliseconds: start),
      saleOpens: Timestamp(milliseconds: 0), saleCloses: Timestamp(milliseconds: closes))
  }
}

struct WrittenDurationTests {
  @Test(
    arguments: [
      ("500ms", 500), ("10s", 10_000), ("5m", 300_000), ("1h", 3_600_000), ("7", 7000), ("0", 0), ("2h30m", 9_000_000),
      ("1d2h3m4s5ms", 93_784_005), ("1m500ms", 60_500),
    ] as [(String, Int64)])
  func `reads a time with its unit, seconds without`(_ text: String, milliseconds: Int64) {
    #expect(Duration(written: text) == .milliseconds(milliseconds))
  }

  @Test(arguments: [
    "", "s", "ms", "-1s", "1.5s", "10 s", "5min", "soon", "30m2h", "1h1h", "2h30", "h30m", "9223372036854775807h",
    "106751991167d1d", "1h9223372036854775807ms", "99999999999999999999",
  ])
  func `refuses what is no time`(_ text: String) {
    #expect(Duration(written: text) == nil)
  }
}
