import Booking
import Canvas
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("The wait and its end")
struct AdmissionTests {
  @Test func `admission rings, sets the title and goes to the sessions by itself`() throws {
    let stage = try TestStage()
    stage.signIn()
    stage.press(.enter)
    _ = stage.takeEffects()
    stage.advance(.milliseconds(9_999))
    #expect(stage.top.contains("Waiting room"))
    #expect(stage.takeEffects().isEmpty)
    stage.advance(.milliseconds(1))
    #expect(stage.top.contains("Sessions"))
    #expect(stage.message.contains("You are in"))
    #expect(stage.takeEffects() == [.ring, .title("boxoffice: your turn!")])
  }

  @Test func `the title calls until a key is pressed`() throws {
    let stage = try TestStage()
    stage.signIn()
    stage.press(.enter)
    stage.advance(.seconds(10))
    _ = stage.takeEffects()
    stage.advance(.seconds(5))
    #expect(stage.takeEffects() == [])
    stage.press("j")
    #expect(stage.takeEffects() == [.title("boxoffice")])
    stage.press("j")
    #expect(stage.takeEffects() == [])
  }

  @Test func `it is noticed on another screen, which stays`() throws {
    let stage = try TestStage(.korean)
    stage.signIn()
    stage.press(.enter, "w")
    stage.advance(.seconds(10))
    #expect(stage.top.contains("지갑"))
    #expect(stage.message.contains("입장하셨습니다"))
    #expect(stage.takeEffects() == [.ring, .title("boxoffice: 입장!")])
    stage.press(.escape)
    #expect(stage.top.contains("회차"), "the waiting room behind it leads on")
  }

  @Test func `it is noticed when it falls together with a key press`() throws {
    let stage = try TestStage()
    stage.signIn()
    stage.press(.enter)
    _ = stage.takeEffects()
    stage.clock.advance(.seconds(10))
    stage.press("w")
    #expect(stage.takeEffects() == [.ring, .title("boxoffice: your turn!")])
    #expect(stage.message.contains("You are in"))
  }

  @Test(arguments: [20, 170, 600]) func `what a sign of the line stands for is told, wherever one stands in it`(
    _ crowd: Int
  ) throws {
    var policy = Policy()
    policy.batch = 15
    let stage = try TestStage(policy: policy, crowd: crowd)
    stage.signIn()
    stage.press(.enter)
    #expect(stage.screen.contains("you") && stage.screen.contains("▪ = "))
  }

  @Test func `position, estimate, the next admission and who is behind are shown live`() throws {
    var policy = Policy()
    policy.batch = 3
    let stage = try TestStage(policy: policy, crowd: 7)
    stage.signIn()
    stage.press(.enter)
    #expect(stage.chips.contains("position 9"))
    #expect(stage.screen.contains("Estimated wait  0:30"))
    #expect(stage.screen.contains("up to 3"))
    stage.advance(.seconds(10))
    #expect(stage.chips.contains("position 6"))
    #expect(stage.screen.contains("started at 9, now 6"))
    stage.advance(.milliseconds(4_500))
    #expect(stage.screen.contains("Estimated wait  0:16"), "what is left is rounded up")
    _ = try stage.engine.issueToken(user: stage.user("Daniel Cho").id)
    stage.hearNews()
    #expect(stage.screen.contains("Behind you      1"))
    stage.advance(.milliseconds(15_500))
    #expect(stage.top.contains("Sessions"))
  }

  @Test func `how long the line was is drawn on while nothing happens, and for no more than ten minutes`() throws {
    var policy = Policy()
    policy.batch = 0
    let stage = try TestStage(policy: policy)
    stage.signIn()
    stage.press(.enter)
    func steps() throws -> Int {
      let line = try #require(stage.screen.split(separator: "\n").first { $0.contains("Queue ") })
      return line.count { "▁▂▃▄▅▆▇█".contains($0) }
    }
    #expect(try steps() == 1)
    stage.advance(.seconds(60))
    #expect(try steps() == 7, "a step is ten seconds")
    stage.advance(.minutes(30))
    #expect(try steps() == 60)
  }

  @Test func `under a cap the estimate is at least so long`() throws {
    var policy = Policy()
    policy.maxActive = 1
    let stage = try TestStage(policy: policy)
    stage.signIn()
    stage.press(.enter)
    #expect(stage.screen.contains("at least 0:20"))
  }

  @Test func `where nobody is admitted the estimate is unknown`() throws {
    var policy = Policy()
    policy.batch = 0
    let stage = try TestStage(policy: policy)
    stage.signIn()
    stage.press(.enter)
    #expect(stage.screen.contains("unknown"))
    stage.sleep(.minutes(2))
    #expect(stage.top.contains("Waiting room"))
  }

  @Test func `joining again from Concerts leads back to the same place in the line`() throws {
    var policy = Policy()
    policy.batch = 1
    let stage = try TestStage(policy: policy, crowd: 3)
    stage.signIn()
    stage.press(.enter)
    let number = try stage.token().number
    stage.press(.escape)
    #expect(stage.top.contains("Concerts"))
    #expect(stage.bottom.contains("waiting room"))
    stage.press(.enter)
    #expect(try stage.token().number == number)
    #expect(stage.chips.contains("position 5"))
  }

  @Test func `the token's end is told on a screen that needs none, and the title goes back`() throws {
    let stage = try TestStage()
    stage.registerPresence()
    stage.press("t")
    _ = stage.takeEffects()
    stage.sleep(.minutes(5))
    #expect(stage.top.contains("Tickets"))
    #expect(stage.message.contains("!!  Your token has ended (idle limit 5 min)."))
    #expect(stage.takeEffects() == [.title("boxoffice"), .ring])
  }
}
