import Booking
import Canvas
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("The crowd of a demonstration, and its beginning")
struct RestartStoryTests {
  @Test func `a calls customers, and x sends them away`() throws {
    let stage = try TestStage.presenting()
    stage.press("d")
    #expect(!stage.screen.contains("still to come"))
    stage.press("x")
    #expect(stage.message.contains("There is no crowd now."))
    stage.press("a")
    #expect(stage.message.contains("100 more customers are coming."))
    #expect(stage.screen.contains("yet to arrive 100/100"))
    stage.press("a")
    #expect(stage.screen.contains("yet to arrive 200/200"))
    stage.press("x")
    #expect(stage.screen.contains("Dismiss the whole crowd?"))
    stage.press("n")
    #expect(stage.screen.contains("yet to arrive 200/200"))
    stage.press("x", "y")
    #expect(stage.message.contains("The crowd is dismissed."))
    #expect(!stage.screen.contains("still to come"))
  }

  @Test func `says why nobody can be called`() throws {
    let show = StageShow()
    let stage = try TestStage(kind: .demonstration, show: show)
    show.refusal = .storage(.full)
    stage.press("d", "a")
    #expect(stage.message.contains("!!"))
    #expect(!stage.message.contains("are coming"))
    #expect(!stage.screen.contains("still to come"))
  }

  @Test(arguments: ["a", "A", "v", "x", "R"] as [Key])
  func `another terminal's show is not this one's to fill or restart`(
    _ key: Key
  ) throws {
    let stage = try TestStage(kind: .demonstration)
    let last = try stage.engine.lastEvent()
    stage.press("d", key)
    #expect(stage.message.contains("Only at the terminal that opened the show."))
    #expect(stage.app.shell.dialog == nil)
    stage.press("L", key)
    #expect(stage.message.contains("시연을 연 터미널에서만 됩니다."))
    #expect(try stage.engine.lastEvent() == last)
  }

  @Test func `another terminal's show can be hastened and ruled all the same`() throws {
    let stage = try TestStage(kind: .demonstration)
    stage.press("d", "+", "e", .up, .right)
    #expect(stage.speedShown == "×2")
    #expect(try stage.engine.policy().activationPeriod == .seconds(15))
  }
}

@Suite("A demonstration that starts again")
struct BeginningStoryTests {
  /// Somebody has bought seats, and the policy was changed; the control panel is open.
  private func played(_ language: Language = .english) throws -> TestStage {
    let stage = try TestStage.presenting(language)
    stage.hold("A-10", "A-11")
    stage.press(.enter, "y", "d", "e", .right, .escape, "+")
    #expect(stage.figure(language("판매", "Sold")) == "2/200")
    return stage
  }

  @Test(arguments: ["n", .escape, .enter] as [Key]) func `is asked for first`(_ answer: Key) throws {
    let stage = try played()
    let last = try stage.engine.lastEvent()
    stage.press("R")
    #expect(stage.screen.contains("Start the show again?"))
    #expect(stage.screen.contains("All bookings and payments so far are forgotten."))
    stage.press(answer)
    #expect(stage.app.shell.dialog == nil)
    #expect(try stage.engine.lastEvent() == last)
    #expect(stage.figure("Sold") == "2/200")
  }

  @Test func `forgets everything, and goes on with who was there and the panel open`() throws {
    let stage = try played()
    let before = try stage.engine.now()
    stage.press("R", "y")
    #expect(stage.title == "Control panel")
    #expect(stage.message.contains("The show has started again."))
    #expect(["In line", "Active", "Sold", "Revenue"].map(stage.figure) == ["1", "0", "0/200", "0 won"])
    #expect(stage.feed == [], "what was told before is forgotten too")
    #expect(try stage.engine.policy() == Policy())
    #expect(try stage.engine.now() == before, "time never goes back")
    #expect(stage.speedShown == "×2")
    #expect(stage.top.contains("김하늘  500,000 won"))
    #expect(stage.chips.contains("not in the queue"))
    stage.press("t")
    #expect(stage.screen.contains("A-10") == false)
    stage.press(.escape, .escape)
    #expect(stage.title == "Concerts")
    #expect(try stage.violations() == [])
  }

  @Test func `is played again like the first time`() throws {
    let stage = try played()
    stage.press("R", "y", .escape, .enter)
    stage.advance(.seconds(10))
    #expect(stage.title == "Sessions")
    stage.press(.enter)
    stage.find("A-10")
    stage.press(.space, .enter, .enter, "y", "d")
    #expect(stage.figure("Sold") == "1/200")
  }

  @Test func `speaks Korean`() throws {
    let stage = try played(.korean)
    stage.press("R")
    #expect(stage.screen.contains("처음부터 다시 시작할까요?"))
    #expect(stage.screen.contains("지금까지의 예약과 결제는 모두 지워집니다."))
    stage.press("y")
    #expect(stage.title == "진행판")
    #expect(stage.message.contains("시연이 처음부터 다시 시작되었습니다."))
  }

  @Test func `signs nobody in who is not there any more`() throws {
    let stage = try TestStage.presenting()
    stage.press("n")
    stage.type("Newcomer")
    stage.press(.enter, .enter)
    #expect(stage.top.contains("Newcomer"))
    stage.press("d", "R", "y")
    #expect(stage.title == "Control panel")
    #expect(!stage.top.contains("Newcomer"))
    stage.press(.escape)
    #expect(stage.title == "Sign in")
    #expect(!stage.screen.contains("Newcomer"))
  }

  @Test func `who waits from the beginning waits again`() throws {
    let stage = try TestStage.presenting()
    stage.signIn(Rival.name)
    stage.press("d", "R", "y", .escape)
    #expect(stage.title == "Waiting room")
    #expect(stage.chips.contains("waiting #1"))
  }

  /// What another terminal does.
  private func restart(_ stage: TestStage) throws {
    try stage.engine.reset(policy: Policy(), season: .single(.club), people: TestStage.people.reversed())
  }

  @Test func `another terminal's restart closes what is open, and signs the same person in`() throws {
    let stage = try TestStage.presenting()
    stage.hold("A-10")
    stage.press("q")
    #expect(stage.app.shell.dialog != nil)
    try restart(stage)
    stage.hearNews()
    #expect(stage.app.shell.dialog == nil)
    #expect(stage.title == "Concerts")
    #expect(stage.top.contains("김하늘  500,000 won"))
    #expect(stage.message.contains("The show has started again."))
    stage.press("?")
    try restart(stage)
    stage.hearNews()
    #expect(stage.app.overlay == nil)
  }

  @Test(arguments: ["d", "w", "t", .escape] as [Key]) func `a key that comes before the news makes nobody another`(
    _ key: Key
  ) throws {
    let stage = try TestStage.presenting()
    stage.signIn()
    stage.press("w")
    try restart(stage)
    stage.press(key)
    #expect(stage.top.contains("김하늘  500,000 won"), "\(stage.screen)")
    #expect(stage.message.contains("The show has started again."))
    #expect(try stage.app.shell.user == stage.user().id)
  }
}
