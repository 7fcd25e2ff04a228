internal import Booking
internal import TestSupport
internal import Testing

@testable import boxoffice

struct MachineClockTests {
  @Test func `names the same boot every time`() {
    #expect(MachineClock.reading().bootID == MachineClock.reading().bootID)
    #expect(!MachineClock.reading().bootID.isEmpty)
  }

  @Test func `never runs backwards`() {
    let readings = (0..<1000).map { _ in MachineClock.boot() }
    #expect(readings == readings.sorted())
    #expect(readings[0] > 0)
  }
}

struct MachineBookingClockTests {
  private func now(anchoredAt boot: Int64, rate: Int64 = 1000) -> Timestamp {
    MachineBookingClock().now(by: ClockAnchor(bootID: "test", boot: boot, instant: .opening, rate: rate))
  }

  @Test func `counts on from the anchor`() {
    let anchored = MachineClock.boot() - 5000
    let before = MachineClock.boot()
    let now = now(anchoredAt: anchored)
    let after = MachineClock.boot()
    #expect(now - .opening >= .milliseconds(before - anchored))
    #expect(now - .opening <= .milliseconds(after - anchored))
  }

  @Test func `counts faster at a higher rate`() {
    let anchored = MachineClock.boot() - 5000
    let before = MachineClock.boot()
    let now = now(anchoredAt: anchored, rate: 60_000)
    #expect(now - .opening >= .milliseconds((before - anchored) * 60))
  }

  @Test func `stands at rate zero`() {
    #expect(now(anchoredAt: MachineClock.boot() - 5000, rate: 0) == .opening)
  }

  @Test func `runs on from an anchor that it makes`() {
    let clock = MachineBookingClock()
    let anchor = clock.anchor(at: .opening, rate: 0)
    #expect(clock.now(by: anchor) == .opening)
    #expect(anchor.bootID == MachineClock.reading().bootID)
    let fast = clock.anchor(at: .opening, rate: 3_600_000)
    #expect(clock.now(by: fast) >= .opening)
    #expect(fast.instant(atBoot: fast.boot + 1000) == .opening + .hours(1))
  }
}

struct TimeNamespaceTests {
  @Test(arguments: [
    ("monotonic           0         0\nboottime            0         0\n", Duration.zero),
    ("monotonic       86400         0\nboottime      -604800 500000000\n", .milliseconds(-604_799_500)),
    ("boottime 86400 0", .days(1)), ("", .zero), ("boottime x 0", .zero), ("boottime 1", .zero),
  ])
  func `is read from what the kernel says of it`(text: String, offset: Duration) {
    #expect(TimeNamespace.offset(of: "boottime", in: text) == offset)
  }

  @Test func `reads when a process began, whatever its program is called`() {
    let rest = "S 1 1 1 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 12345 999 1 1"
    #expect(ProcessStatus.start(in: "17 (boxoffice) \(rest)") == .seconds(123) + .milliseconds(450))
    #expect(ProcessStatus.start(in: "17 (a) b (c) \(rest)") == .seconds(123) + .milliseconds(450))
    #expect(ProcessStatus.start(in: "17 (a) S 1") == nil)
    #expect(ProcessStatus.start(in: "") == nil)
    #expect(MachineClock.reading().isBornOut)
  }
}
