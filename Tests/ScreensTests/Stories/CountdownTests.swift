import Booking
import Canvas
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("Countdowns and waking up")
struct CountdownTests {
  @Test func `a hold's countdown rounds up and never shows 0 while it is alive`() throws {
    let stage = try TestStage()
    stage.hold("A-1")
    stage.sleep(.milliseconds(1))
    #expect(stage.chips.contains("1 held 5:00"))
    stage.sleep(.milliseconds(999))
    #expect(stage.chips.contains("1 held 4:59"))
    stage.sleep(.minutes(4) + .milliseconds(58_999))
    #expect(stage.chips.contains("1 held 0:01"))
    #expect(stage.screen.contains("Time left 0:01"))
    stage.sleep(.milliseconds(1))
    #expect(!stage.chips.contains("held"))
    #expect(stage.screen.contains("You hold no seats"))
  }

  @Test func `under 45 seconds the time left stands out`() throws {
    let stage = try TestStage()
    stage.hold("A-1")
    func style() throws -> Style {
      let place = try #require(stage.place(of: "1 held"))
      return stage.grid[place.x, place.y].style
    }
    stage.sleep(.minutes(4) + .seconds(15))
    #expect(try style() == stage.app.theme.holdChip)
    stage.sleep(.milliseconds(1))
    #expect(try style() == stage.app.theme.urgent)
  }

  @Test func `both limits of an active token count down`() throws {
    let stage = try TestStage()
    stage.openMap()
    stage.sleep(.seconds(75))
    #expect(stage.chips.contains("ends in 8:45"))
    #expect(stage.chips.contains("idle timeout in 3:45"))
  }

  @Test func `while something counts, the next wake-up is the next second`() throws {
    let stage = try TestStage()
    stage.openMap()
    stage.sleep(.milliseconds(300))
    #expect(stage.app.wakeAt == stage.clock.instant + .milliseconds(700))
    stage.sleep(.milliseconds(700))
    #expect(stage.app.wakeAt == stage.clock.instant + .seconds(1))
  }

  @Test func `each countdown wakes it at its own second's edge, and the clock goes with them`() throws {
    // Of the token the lifetime ends 200 ms after a whole second and the idle timeout in 500 ms, and the hold 300 ms.
    var policy = Policy()
    policy.tokenLifetime = .minutes(10) + .milliseconds(200)
    policy.idleLimit = .minutes(5) + .milliseconds(200)
    let stage = try TestStage(policy: policy)
    stage.openMap()
    stage.sleep(.milliseconds(300))
    stage.press(.enter)
    #expect(stage.chips.contains("1 held 5:00"))
    var wakes: [Duration] = []
    let start = stage.clock.instant
    for _ in 0..<4 {
      let wake = try #require(stage.app.wakeAt)
      wakes.append(wake - start)
      stage.sleep(wake - stage.clock.instant)
    }
    #expect(wakes == [.milliseconds(200), .milliseconds(900), .milliseconds(1_000), .milliseconds(1_200)])
    #expect(stage.chips.contains("1 held 4:59"))
    #expect(stage.top.hasSuffix(":11"), "11.5 seconds have passed since the opening")
  }

  @Test func `on a still screen it is the next minute`() throws {
    let stage = try TestStage()
    stage.advance(.seconds(70))
    #expect(stage.app.wakeAt == .opening + .minutes(2))
  }

  @Test func `or what falls due before`() throws {
    let stage = try TestStage()
    stage.sleep(.seconds(3))
    #expect(stage.app.wakeAt == .opening + .seconds(10), "the rival is admitted then")
    stage.sleep(.seconds(7))
    stage.signIn("Daniel Cho")
    stage.sleep(.seconds(20))
    #expect(stage.app.wakeAt == .opening + .minutes(1))
    stage.sleep(.minutes(4) + .milliseconds(30_500))
    #expect(stage.app.wakeAt == .opening + .minutes(5) + .seconds(10), "the rival's idle limit")
  }

  @Test func `the clock shows seconds only while something counts`() throws {
    let stage = try TestStage()
    stage.signIn()
    #expect(stage.top.hasSuffix("10:00"))
    stage.press(.enter)
    #expect(stage.top.hasSuffix("10:00:00"), "the wait counts")
    stage.advance(.seconds(10))
    #expect(stage.top.hasSuffix("10:00:10"))
  }

  @Test func `dates are the venue's`() throws {
    let stage = try TestStage(.korean)
    stage.signIn()
    #expect(stage.screen.contains("5/1(금) 13:00"))
    #expect(stage.frame(120, 40).text.contains("2026년 5월 1일 (금) 13:00"))
    #expect(!stage.screen.contains("KST"), "the terminal is in the same zone")
  }
}
