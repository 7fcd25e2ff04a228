import Booking
import Canvas
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("The token ends on Sessions and on the seat map")
struct TokenEndTests {
  /// Whether everything between the chips and the message is drawn dim, but for the box in its middle.
  private func isGreyed(_ stage: TestStage) -> Bool {
    let grid = stage.grid
    return (0..<grid.size.width).allSatisfy { grid[$0, 2].style.attributes.contains(.dim) }
  }

  @Test func `by its idle limit: the map stays, greyed, and says which limit it was`() throws {
    let stage = try TestStage()
    stage.openMap()
    #expect(!isGreyed(stage))
    stage.sleep(.minutes(4) + .seconds(55))
    stage.advance(.seconds(5))
    #expect(stage.top.contains("Seat map"))
    #expect(isGreyed(stage))
    #expect(stage.screen.contains("idle limit 5 min"))
    #expect(stage.chips.contains("expired"))
    #expect(stage.takeEffects().contains(.ring))
  }

  @Test func `by its lifetime, which no key press extends`() throws {
    let stage = try TestStage()
    stage.openMap()
    for _ in 0..<10 {
      stage.sleep(.minutes(1))
      stage.press("j")
    }
    #expect(isGreyed(stage))
    #expect(stage.screen.contains("lifetime 10 min"))
  }

  @Test func `on Sessions just the same, and Enter joins the queue again`() throws {
    let stage = try TestStage()
    stage.registerPresence()
    let first = try stage.token()
    stage.sleep(.minutes(5))
    #expect(stage.top.contains("Sessions"))
    #expect(isGreyed(stage))
    stage.press("j", "f")
    #expect(stage.top.contains("Sessions"), "keys of the list do nothing any more")
    stage.press(.enter)
    #expect(stage.top.contains("Waiting room"))
    #expect(try stage.token().number > first.number)
    stage.advance(.seconds(10))
    #expect(stage.top.contains("Sessions"))
    #expect(!isGreyed(stage))
  }

  @Test func `an ended map is no longer updated`() throws {
    let stage = try TestStage()
    let rival = try Rival(on: stage)
    stage.openMap()
    stage.find("A-3")
    stage.sleep(.minutes(4))
    try rival.hold("I", 26)
    stage.sleep(.minutes(1))
    let before = stage.screen
    #expect(isGreyed(stage))
    try rival.hold("A", 3)
    stage.hearNews()
    #expect(stage.screen == before)
  }

  @Test func `what is held is offered to be paid, and can be, after the token has ended`() throws {
    let stage = try TestStage()
    stage.openMap()
    stage.sleep(.minutes(4))
    stage.press("j")
    stage.sleep(.minutes(4))
    stage.press(.enter, .escape)
    stage.sleep(.minutes(2))
    #expect(stage.top.contains("Seat map"))
    #expect(stage.screen.contains("lifetime 10 min"))
    #expect(stage.screen.contains("pay for the 1 seat you hold"))
    stage.press("c")
    #expect(stage.top.contains("Checkout"))
    stage.press(.enter, "y")
    #expect(stage.top.contains("Tickets"))
    #expect(try stage.token().state.isExpired(for: .lifetime), "the first end and its reason stay")
    #expect(try stage.violations() == [])
  }

  @Test func `on a screen that needs none its limit is said, and that what is held can still be paid`() throws {
    let stage = try TestStage()
    stage.openMap()
    stage.sleep(.minutes(4))
    stage.press("j")
    stage.sleep(.minutes(4))
    stage.press(.enter, "w")
    _ = stage.takeEffects()
    stage.size = Size(width: 100, height: 30)
    stage.sleep(.minutes(2))
    #expect(stage.top.contains("Wallet"))
    #expect(
      stage.message.contains("!!  Your token has ended (lifetime 10 min). You can still pay for what you hold."))
    #expect(stage.takeEffects() == [.title("boxoffice"), .ring])
    #expect(stage.top.hasSuffix("10:10:10"), "seconds stay while a hold counts down")
  }

  @Test func `a map opened in the very instant that the token ended still offers to join again`() throws {
    let stage = try TestStage()
    stage.registerPresence()
    stage.clock.advance(.minutes(5))
    stage.press(.enter)
    #expect(stage.screen.contains("idle limit 5 min"))
    stage.press(.enter)
    #expect(stage.top.contains("Waiting room"))
  }

  @Test func `paying at another terminal ends the token here`() throws {
    let stage = try TestStage(.korean)
    stage.openMap()
    stage.press(.enter, .escape)
    let account = try stage.engine.account(of: stage.user().id)
    _ = try stage.engine.pay(
      caller: account.user.id, token: try #require(account.payingToken),
      reservations: account.holds.map(\.reservation.id), key: RequestKey("elsewhere"))
    stage.hearNews()
    #expect(isGreyed(stage))
    #expect(stage.screen.contains("결제 완료"))
  }
}

extension QueueToken.State {
  func isExpired(for wanted: QueueToken.EndReason) -> Bool {
    if case .expired(_, wanted, _) = self { true } else { false }
  }
}
