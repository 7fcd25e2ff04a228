import Booking
import Canvas
import TestSupport
import Testing

@testable import Screens

@Suite("Cards over the screen: palette, policy, messages, and reasons")
struct CardsTests {
  @Test(arguments: [(Language.english, "walle"), (.english, "지갑"), (.korean, "지갑"), (.korean, "WALLET")])
  func `the palette finds a command by its words in either language and runs it`(
    _ language: Language, _ words: String
  ) throws {
    let stage = try TestStage(language)
    stage.signIn()
    stage.press(":")
    stage.type(words)
    stage.press(.enter)
    #expect(stage.top.contains(language("지갑", "Wallet")))
  }

  @Test func `the palette is walked with the arrows, and Esc closes it without doing anything`() throws {
    let stage = try TestStage()
    stage.signIn()
    stage.press(":")
    stage.type("page")
    stage.press(.down, .escape)
    #expect(stage.top.contains("Concerts"))
    stage.press(":", .up, .enter)
    #expect(stage.top.contains("Waiting room"), "the first command is the screen's first")
  }

  @Test func `the palette says why a command cannot be run, and stays`() throws {
    let stage = try TestStage()
    stage.signIn()
    stage.press(":")
    stage.type("checkout")
    stage.press(.enter)
    #expect(stage.message.contains("You hold no seats"))
    #expect(stage.screen.contains("Find a command"))
  }

  @Test func `nothing found, nothing run`() throws {
    let stage = try TestStage()
    stage.press(":")
    stage.type("zzz")
    stage.press(.enter)
    #expect(stage.screen.contains("zzz"))
    #expect(stage.top.contains("Sign in"))
  }

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
    stage.press(.escape, "w", "t", "m")
    #expect(stage.screen.split(separator: "\n").filter { $0.contains("Sign in first") }.count == 2)
    #expect(stage.screen.contains("10:00:00"))
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
    #expect(stage.message.contains("You hold no seats"))
    stage.press("t", "e")
    #expect(stage.message.contains("Only a paid reservation"))
    stage.press(.escape, .enter)
    stage.advance(.seconds(10))
    stage.press(.enter, "x")
    #expect(stage.message.contains("no seat that you hold"))
    stage.press("u")
    #expect(stage.message.contains("No seat is chosen"))
    stage.press(.enter, "g")
    #expect(stage.message.contains("balance suffices"))
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
