import Booking
import Canvas
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("Paying, and what is missing for it")
struct PayingTests {
  @Test func `who lacks money is told, charges what is missing in place, and pays`() throws {
    let stage = try TestStage(.korean)
    stage.hold("A-1", "A-2", by: "이서준")
    stage.press(.enter)
    #expect(stage.message.contains("잔액이 부족합니다."))
    #expect(try stage.user("이서준").balance == Won(150_000), "nothing was paid")
    stage.press("g")
    #expect(stage.message.contains("26,000원"))
    #expect(try stage.user("이서준").balance == Won(176_000))
    stage.press(.enter, "y")
    #expect(stage.top.contains("티켓"))
    #expect(try stage.user("이서준").balance == .zero)
    #expect(try stage.violations() == [])
  }

  @Test func `more than one charge may take is charged in several`() throws {
    var policy = Policy()
    policy.maxCharge = Won(50_000)
    let stage = try TestStage(policy: policy)
    stage.hold("A-1", "A-2", by: "Daniel Cho")
    stage.press("g")
    let charges = try stage.engine.ledger(of: stage.user("Daniel Cho").id).map(\.amount)
    #expect(charges == [Won(26_000), Won(50_000), Won(50_000), Won(50_000)])
    #expect(stage.screen.contains("Balance after"))
    stage.press(.enter, "y")
    #expect(stage.top.contains("Tickets"))
  }

  @Test func `where the ceiling forbids, the charge is disabled and says why`() throws {
    var policy = Policy()
    policy.balanceCeiling = Won(160_000)
    let stage = try TestStage(policy: policy)
    stage.hold("A-1", "A-2", by: "이서준")
    #expect(stage.screen.contains("160,000 won"), "the reason stands on the screen")
    stage.press("g")
    #expect(stage.message.contains("160,000 won"))
    #expect(try stage.user("이서준").balance == Won(150_000))
  }

  @Test func `a refused payment leaves the hold, its deadline and the token as they were`() throws {
    let stage = try TestStage()
    stage.hold("A-1", by: "Daniel Cho")
    let before = try stage.engine.account(of: stage.user("Daniel Cho").id)
    stage.press(.enter)
    let after = try stage.engine.account(of: stage.user("Daniel Cho").id)
    #expect(after.holds == before.holds)
    #expect(after.status?.token == before.status?.token)
  }

  @Test func `seats are released one by one or all at once, after a question`() throws {
    let stage = try TestStage()
    stage.hold("A-1", "A-2", "A-3")
    stage.press("x", .enter)
    #expect(stage.chips.contains("3 held"), "the default is No")
    stage.press("x", "y")
    #expect(stage.chips.contains("2 held"))
    stage.press("X", "y")
    #expect(!stage.chips.contains("held"))
    #expect(stage.screen.contains("You hold no seats"))
    #expect(try stage.violations() == [])
  }

  /// Another terminal of the same person holds a seat.
  private func holdElsewhere(_ row: String, _ number: Int, on stage: TestStage) throws {
    let token = try stage.token()
    _ = try stage.engine.holdSeats(
      caller: token.user, token: token.credential,
      session: try #require(try stage.engine.programme().first?.evenings.first).session.id,
      seats: [try Rival(on: stage).seat(row, number)], key: RequestKey("elsewhere"))
    stage.hearNews()
  }

  @Test func `just what the question named is paid, whatever is held by then`() throws {
    let stage = try TestStage()
    stage.hold("A-1")
    stage.press(.enter)
    #expect(stage.screen.contains("Pay 88,000 won for 1 seat?"))
    try holdElsewhere("H", 1, on: stage)
    #expect(stage.chips.contains("2 held"))
    stage.press("y")
    #expect(stage.top.contains("Tickets"))
    #expect(try stage.user().balance == Won(412_000))
    #expect(stage.chips.contains("1 held"))
    #expect(try stage.violations() == [])
  }

  @Test(arguments: ["x", "X"] as [Key]) func `nor is more released than was asked`(_ key: Key) throws {
    let stage = try TestStage()
    stage.hold("A-1")
    stage.press(key)
    try holdElsewhere("H", 1, on: stage)
    stage.press("y")
    #expect(try stage.engine.account(of: stage.user().id).holds.map(\.seat.row) == ["H"])
  }

  @Test func `releasing and holding again does not stretch the five minutes`() throws {
    let stage = try TestStage()
    stage.hold("A-1")
    stage.sleep(.minutes(2))
    stage.press("x", "y", .escape)
    stage.find("A-1")
    stage.press(.enter)
    #expect(stage.chips.contains("1 held 3:00"))
  }

  @Test func `the hold's price stands on Checkout with the balance before and after`() throws {
    let stage = try TestStage()
    stage.hold("A-1", "H-1")
    for text in ["88,000 won", "44,000 won", "132,000 won", "500,000 won", "368,000 won"] {
      #expect(stage.screen.contains(text))
    }
  }
}
