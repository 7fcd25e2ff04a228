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

struct AnchoredClockTests {
  private func clock(boot: Int64, rate: Int64 = 1000) -> AnchoredClock {
    AnchoredClock(ClockAnchor(bootID: "test", boot: boot, instant: .opening, rate: rate))
  }

  @Test func `counts on from the anchor`() {
    let anchored = MachineClock.boot() - 5000
    let before = MachineClock.boot()
    let now = clock(boot: anchored).now()
    let after = MachineClock.boot()
    #expect(now - .opening >= .milliseconds(before - anchored))
    #expect(now - .opening <= .milliseconds(after - anchored))
  }

  @Test func `counts faster at a higher rate`() {
    let anchored = MachineClock.boot() - 5000
    let before = MachineClock.boot()
    let now = clock(boot: anchored, rate: 60_000).now()
    #expect(now - .opening >= .milliseconds((before - anchored) * 60))
  }

  @Test func `stands at rate zero`() {
    #expect(clock(boot: MachineClock.boot() - 5000, rate: 0).now() == .opening)
  }

  @Test func `agrees with another clock on the same anchor`() {
    let anchored = MachineClock.boot()
    let first = clock(boot: anchored)
    let second = clock(boot: anchored)
    let early = first.now()
    let middle = second.now()
    #expect(early <= middle)
    #expect(middle <= first.now())
  }
}
