import Booking
import Canvas
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("Cards over the screen: policy, messages, and reasons")
struct CardsTests {
  @Test func `p shows the policy in force, in both languages`() throws {
    var policy = Policy()
    policy.batch = 7
    policy.maxActive = 30
    let stage = try TestStage(policy: policy)
    stage.press("p")
    for text in [
      "Policy in force", "10 s", " 7", "30", "10 min", "5 min", "4 seats", "1,000,000 won", "10,000,000 won",
    ] {
      #expect(stage.screen.contains(text))
    }
    stage.press("x")
    #expect(!stage.screen.contains("Policy in force"))
    stage.press("L", "p")
    for text in ["운영 규칙", "10초", "7명", "30명", "4석"] { #expect(stage.screen.contains(text)) }
  }

  @Test func `m keeps everything that was said, the newest last, with its time`() throws {
    let stage = try TestStage()
    stage.press("m")
    #expect(stage.screen.contains("None yet"))
    stage.press(.escape, "w", "t", "/")
    stage.type("99999")
    stage.press(.enter, .escape, "m")
    let lines = stage.screen.split(separator: "\n").filter { $0.contains("10:00:00") }
    #expect(lines.count == 2, "what is said twice on end stands there once")
    #expect(lines[0].contains("Sign in first"))
    #expect(lines[1].contains("No such user"))
  }

  @Test func `what the program announces is shown and kept`() throws {
    let stage = try TestStage(.korean)
    stage.app.announce(LocalizedText("시계가 앞서 있습니다.", "The clock is ahead."))
    #expect(stage.message.contains("시계가 앞서"))
    stage.press("L", "m")
    #expect(stage.screen.contains("The clock is ahead."))
  }

  @Test func `a disabled action says why`() throws {
    let stage = try TestStage()
    stage.press("c")
    #expect(stage.message.contains("Sign in first"))
    stage.signIn()
    stage.press("c")
    #expect(stage.message.contains("!!  You hold no seats"))
    stage.press("t", .enter)
    #expect(stage.message.contains("!!  Pay first to get a ticket"))
    stage.press(.escape, .enter)
    stage.advance(.seconds(10))
    stage.press(.enter, "x")
    #expect(stage.message.contains("!!  You do not hold this seat"))
    stage.press(.enter, "g")
    #expect(stage.message.contains("!!  The balance is enough"))
  }

  @Test func `c leads to Checkout from anywhere while a hold is alive`() throws {
    let stage = try TestStage()
    stage.hold("A-1")
    stage.press("w", "c")
    #expect(stage.top.contains("Checkout"))
    stage.press("t", "c")
    #expect(stage.top.contains("Checkout"))
  }
}
