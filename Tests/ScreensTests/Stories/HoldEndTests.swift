import Booking
import Canvas
import TestSupport
import Testing

@testable import Screens

@Suite("The end of a hold")
struct HoldEndTests {
  let stage: TestStage

  init() throws {
    stage = try TestStage()
    stage.hold("A-1")
    _ = stage.takeEffects()
  }

  /// Ways from Checkout to each screen and card, and the title there.
  private static let ways: [(keys: [Key], title: String)] = [
    ([], "Checkout"), ([.escape], "Seat map"), ([.escape, .escape], "Sessions"),
    ([.escape, .escape, .escape], "Concerts"), (["w"], "Wallet"), (["t"], "Tickets"), (["p"], "Checkout"),
    (["w", "a"], "Wallet"),
  ]

  @Test(arguments: ways) func `is said on every screen, and rings`(_ keys: [Key], _ title: String) throws {
    stage.press(keys)
    _ = stage.takeEffects()
    stage.sleep(.minutes(5))
    #expect(stage.top.contains(title))
    #expect(stage.message.contains("!!  The time to pay is over; released: 1F row A seat 1"))
    #expect(!stage.chips.contains("held"))
    #expect(stage.takeEffects().contains(.ring))
    #expect(try stage.violations() == [])
  }

  @Test(arguments: [[.enter], ["x"], ["X"], ["q"], [.escape, .escape, .escape, .escape]] as [[Key]])
  func `closes an open question, whose yes then does nothing`(_ keys: [Key]) throws {
    stage.press(keys)
    #expect(stage.app.shell.dialog != nil)
    stage.sleep(.minutes(5))
    #expect(stage.app.shell.dialog == nil)
    let title = stage.top
    _ = stage.takeEffects()
    stage.press("y")
    #expect(stage.top.prefix(30) == title.prefix(30))
    #expect(stage.takeEffects().isEmpty)
    #expect(try stage.user().balance == Won(500_000))
  }

  @Test func `H10 the map shows the seat as free in the very frame that says so, though the token ended with it`()
    throws
  {
    stage.press(.escape)
    stage.find("A-1")
    #expect(stage.screen.contains("row A seat 1, R, 88,000 won, held by you"))
    stage.sleep(.minutes(5))
    #expect(stage.message.contains("released: 1F row A seat 1"))
    #expect(stage.chips.contains("expired"))
    #expect(stage.screen.contains("row A seat 1, R, 88,000 won, available"))
    #expect(!stage.screen.contains("held by you"))
  }

  @Test func `names all seats whose time ended together`() throws {
    stage.press(.escape)
    stage.find("A-2")
    stage.press(.enter)
    stage.sleep(.minutes(5))
    #expect(stage.message.contains("released: 1F row A seat 1, 1F row A seat 2"))
  }

  @Test func `of one hold leaves the other's`() throws {
    stage.sleep(.minutes(1))
    stage.press(.escape)
    stage.find("A-2")
    stage.press(.enter)
    stage.sleep(.minutes(4))
    #expect(stage.message.contains("released: 1F row A seat 1"))
    #expect(!stage.message.contains("seat 2"))
    #expect(stage.chips.contains("1 held 1:00"))
  }

  @Test func `is not said of seats that were released or paid`() throws {
    stage.press("x", "y")
    stage.sleep(.minutes(5))
    stage.press("m")
    #expect(!stage.screen.contains("time to pay is over"))
  }
}
