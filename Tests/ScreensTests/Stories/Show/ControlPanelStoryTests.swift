import Booking
import Canvas
import TestSupport
import Testing

@testable import Screens

@Suite("The presenter's side of a demonstration")
struct ControlPanelStoryTests {
  enum Place: CaseIterable { case signIn, concerts, waitingRoom, sessions, seatMap, checkout, wallet, tickets }

  private func go(to place: Place, on stage: TestStage) {
    switch place {
    case .signIn: break
    case .concerts: stage.signIn()
    case .waitingRoom:
      stage.signIn()
      stage.press(.enter)
    case .sessions: stage.registerPresence()
    case .seatMap: stage.openMap()
    case .checkout: stage.hold("A-10")
    case .wallet:
      stage.signIn()
      stage.press("w")
    case .tickets:
      stage.signIn()
      stage.press("t")
    }
  }

  @Test(arguments: Place.allCases) func `d opens it from every screen, and Esc leads back`(_ place: Place) throws {
    let stage = try TestStage.presenting()
    go(to: place, on: stage)
    let title = stage.title
    #expect(title != "Control panel")
    stage.press("d")
    #expect(stage.title == "Control panel")
    stage.press("d", .escape)
    #expect(stage.title == title)
  }

  @Test(arguments: Place.allCases) func `a real store refuses it, and says how a show is opened`(_ place: Place) throws
  {
    let stage = try TestStage()
    go(to: place, on: stage)
    let title = stage.title
    #expect(!stage.bottom.contains("d control panel"))
    stage.press("d")
    #expect(stage.message.contains("Only a show's clock and rules can be changed; boxoffice demo opens one."))
    #expect(stage.title == title)
  }

  @Test func `the keys at the bottom name it in a demonstration`() throws {
    let stage = try TestStage.presenting()
    #expect(stage.bottom.contains("d control panel"))
    stage.press("d")
    for key in ["Space pause", "+ - speed", "e policy", "v compare"] {
      #expect(stage.bottom.contains(key))
    }
    stage.press(.space)
    #expect(stage.bottom.contains("Space go on"))
  }
}

@Suite("The clock of a demonstration, directed from the control panel")
struct ShowClockStoryTests {
  let stage: TestStage

  /// The rival waits, and is admitted ten seconds after the opening.
  init() throws {
    stage = try TestStage.presenting()
    stage.press("d")
  }

  @Test func `once it comes to another day than it was opened on, the top line has the date`() throws {
    let stage = try TestStage(kind: .demonstration)
    stage.signIn()
    #expect(stage.top.contains(" 10:00:00 ×1") && !stage.top.contains("May"))
    try stage.engine.advance(by: .hours(30))
    stage.app.tick(isStoreNews: true)
    #expect(stage.top.contains("Sat 2 May 16:00:00 ×1"))
  }

  @Test func `Space stops the clock, and lets it go on as fast as before`() {
    stage.press("+", "+")
    #expect(stage.speedShown == "×5")
    stage.press(.space)
    #expect(stage.speedShown == "paused")
    stage.sleep(.hours(1))
    #expect(stage.elapsed == .zero)
    stage.press(.space)
    #expect(stage.speedShown == "×5")
    stage.sleep(.seconds(1))
    #expect(stage.elapsed == .seconds(5))
  }

  @Test func `plus and minus go through the speeds, and stop at the ends`() {
    func speeds(_ key: Key) -> [String] {
      (1...12).map { _ in
        stage.press(key)
        return stage.speedShown
      }
    }
    #expect(
      speeds("+") == [
        "×2", "×5", "×10", "×30", "×60", "×120", "×300", "×600", "×1800", "×3600", "×3600", "×3600",
      ])
    #expect(
      speeds("-") == ["×1800", "×600", "×300", "×120", "×60", "×30", "×10", "×5", "×2", "×1", "×1", "×1"])
    stage.press("=")
    #expect(stage.speedShown == "×2")
  }

  @Test func `plus lets a clock that stands go on in real time, and minus leaves it standing`() {
    stage.press("+", "+", .space, "-")
    #expect(stage.speedShown == "paused")
    stage.press("+")
    #expect(stage.speedShown == "×1")
  }

  @Test func `a speed between two goes to the next one`() throws {
    func set(_ rate: Int64) throws {
      try stage.engine.setRate(rate)
      stage.hearNews()
    }
    try set(7000)
    stage.press("+")
    #expect(stage.speedShown == "×10")
    try set(7000)
    stage.press("-")
    #expect(stage.speedShown == "×5")
    try set(500)
    stage.press("-")
    #expect(stage.speedShown == "×0.5", "there is no slower one")
  }

  @Test func `a dot moves the clock by a second, standing or not`() {
    stage.press(".")
    #expect(stage.elapsed == .seconds(1))
    stage.press(.space, ".", ".")
    #expect(stage.elapsed == .seconds(3))
    #expect(stage.speedShown == "paused")
    #expect(stage.top.contains("10:00:03"))
  }

  @Test func `a step to the next admission admits who waits then`() throws {
    stage.press(.space, ".", ">")
    #expect(stage.elapsed == .seconds(10))
    #expect(stage.feed == ["Alex Morgan is admitted #1"])
    #expect(try stage.token(of: Rival.name).activity != nil)
    stage.press(">")
    #expect(stage.elapsed == .seconds(20), "nobody waits, and the clock moves all the same")
    #expect(stage.feed.count == 1)
  }

  @Test func `n goes to what falls due next, does it, and says when nothing is due`() throws {
    stage.press(.space)
    #expect(stage.screen.contains("Next (n): 1 enters at 10:00:10"))
    stage.press("n")
    #expect(stage.elapsed == .seconds(10))
    #expect(stage.screen.contains("Next (n): Alex Morgan's token ends at 10:05:10"))
    stage.press("n")
    #expect(stage.elapsed == .seconds(310))
    #expect(stage.feed.first == "Alex Morgan: token ended, idle")
    #expect(stage.screen.contains("Next (n): nothing is due"))
    let last = try stage.engine.lastEvent()
    stage.press("n")
    #expect(stage.message.contains("Nothing is due."))
    #expect(stage.elapsed == .seconds(310))
    #expect(try stage.engine.lastEvent() == last)
    #expect(try stage.violations() == [])
  }

  @Test func `the clock runs on at its speed, and what falls due on the way is told`() {
    stage.press("+", "+", "+", "+", "+")
    #expect(stage.speedShown == "×60")
    stage.advance(.milliseconds(5200))
    #expect(stage.top.contains("10:05:12 ×60"))
    #expect(stage.feed == ["Alex Morgan: token ended, idle", "Alex Morgan is admitted #1"])
  }

  @Test func `another terminal's speed is shown as well`() throws {
    try stage.engine.setRate(30_000)
    stage.hearNews()
    #expect(stage.speedShown == "×30")
    try stage.engine.setRate(0)
    stage.hearNews()
    #expect(stage.speedShown == "paused")
    stage.press(.space)
    #expect(stage.speedShown == "×30")
  }

  @Test func `a store that does not answer is said, and the clock stays`() {
    stage.store.fail(.full, times: 1)
    stage.press("+")
    #expect(stage.message.contains("!!"))
    #expect(stage.speedShown == "×1")
    stage.press("+")
    #expect(stage.speedShown == "×2")
  }
}
