import Booking
import Canvas
import TestSupport
import Testing

@testable import Screens

@Suite("Leaving the queue, quitting, signing out and coming back")
struct LeavingTests {
  @Test func `leaving the queue asks, and No is the default`() throws {
    let stage = try TestStage()
    stage.signIn()
    stage.press(.enter, "x")
    #expect(stage.screen.contains("Leave the queue?"))
    #expect(!stage.screen.contains("release the seats"), "there is nothing to release")
    stage.press(.enter)
    #expect(try stage.token().isLive)
    stage.press("x", "y")
    #expect(try stage.token().state.isExpired(for: .left))
    #expect(stage.top.contains("Concerts"))
  }

  @Test func `leaving with a hold offers to release it, or keeps it`() throws {
    let stage = try TestStage()
    stage.hold("A-1")
    stage.press(.escape, .escape, "x")
    #expect(stage.screen.contains("Leave the queue?"))
    #expect(stage.screen.contains("release the seats"))
    stage.press("y")
    #expect(stage.chips.contains("1 held"))
    #expect(try stage.token().state.isExpired(for: .left))
  }

  @Test func `the offer releases the seats`() throws {
    let stage = try TestStage()
    stage.hold("A-1")
    stage.press(.escape, .escape, "x", "r")
    #expect(try stage.engine.account(of: stage.user().id).holds.isEmpty)
    #expect(try stage.token().state.isExpired(for: .left))
    #expect(try stage.violations() == [])
  }

  @Test func `quitting without a hold asks nothing`() throws {
    let stage = try TestStage()
    stage.openMap()
    stage.press("q")
    #expect(stage.takeEffects().contains(.quit))
  }

  @Test(arguments: ["q", Key.control("c")]) func `quitting with a hold asks, and No is the default`(_ key: Key) throws {
    let stage = try TestStage()
    stage.hold("A-1")
    _ = stage.takeEffects()
    stage.press(key)
    #expect(stage.screen.contains("You are holding 1 seat"))
    stage.press(.enter)
    #expect(stage.takeEffects() == [.discardTyped])
    stage.press(key, "y")
    #expect(stage.takeEffects() == [.discardTyped, .quit])
    #expect(try stage.engine.account(of: stage.user().id).holds.count == 1)
  }

  @Test func `quitting can release the seats at once`() throws {
    let stage = try TestStage()
    stage.hold("A-1")
    _ = stage.takeEffects()
    stage.press("q", "r")
    #expect(stage.takeEffects() == [.discardTyped, .quit])
    #expect(try stage.engine.account(of: stage.user().id).holds.isEmpty)
  }

  @Test func `signing out leads to the people, and the token lives on`() throws {
    let stage = try TestStage()
    stage.registerPresence()
    let number = try stage.token().number
    stage.press(.escape, .escape)
    #expect(stage.top.contains("Sign in"))
    #expect(!stage.top.contains("김하늘"))
    stage.signIn()
    #expect(try stage.token().number == number)
    #expect(stage.bottom.contains("sessions"), "who is active goes on at once")
  }

  @Test func `signing out with a hold asks, and No is the default`() throws {
    let stage = try TestStage()
    stage.hold("A-1")
    stage.press(.escape, .escape, .escape, .escape)
    #expect(stage.screen.contains("You are holding 1 seat. Sign out?"))
    stage.press(.enter)
    #expect(stage.top.contains("Concerts  ") && stage.top.contains("김하늘"))
    stage.press(.escape, "y")
    #expect(stage.top.contains("Sign in"))
    #expect(try stage.engine.account(of: stage.user().id).holds.count == 1)
    #expect(stage.screen.contains("active, 1 held"), "the people show who holds seats")
  }

  @Test func `who signs out leaves no messages behind, and the cursor on the name`() throws {
    let stage = try TestStage()
    stage.signIn("이서준")
    stage.press("c", .escape)
    #expect(stage.message.isEmpty)
    let chosen = try #require(stage.screen.split(separator: "\n").map(String.init).first { $0.contains("이서준") })
    #expect(stage.grid.row(stage.grid.cursor.y).contains(chosen))
    stage.press("m")
    #expect(stage.screen.contains("None yet"))
  }

  @Test func `a person with a live hold is led to Checkout first`() throws {
    let stage = try TestStage()
    stage.hold("A-1")
    stage.press(.escape, .escape, .escape, .escape, "y")
    #expect(stage.top.contains("Sign in"))
    stage.press(.enter)
    #expect(stage.top.contains("Checkout"))
    #expect(stage.chips.contains("1 held 5:00"))
    stage.press(.enter, "y")
    #expect(stage.top.contains("Tickets"), "the token under which it was held pays")
  }

  @Test func `a missed turn is told on signing in, with its instants`() throws {
    let stage = try TestStage()
    stage.signIn()
    stage.press(.enter, .escape, .escape)
    stage.sleep(.hours(1))
    stage.signIn()
    #expect(stage.message.contains("10:00:10"))
    #expect(stage.message.contains("10:05:10"))
    #expect(stage.message.contains("idle"))
  }
}
