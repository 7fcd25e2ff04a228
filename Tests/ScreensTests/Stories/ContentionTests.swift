import Booking
import Canvas
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("Somebody was faster")
struct ContentionTests {
  let stage: TestStage
  let rival: Rival

  init() throws {
    stage = try TestStage()
    rival = try Rival(on: stage)
    stage.openMap()
  }

  @Test func `H10 a seat taken while it is chosen: message and map change in the same frame`() throws {
    stage.find("A-3")
    stage.press(.space)
    stage.find("B-3")
    #expect(stage.screen.contains("1 chosen"))
    try rival.hold("A", 3)
    #expect(stage.screen.contains("1 chosen"), "nothing is drawn before it is noticed")
    stage.hearNews()
    #expect(stage.message.contains("no longer chosen"))
    #expect(stage.message.contains("row A seat 3"))
    #expect(!stage.screen.contains("1 chosen"))
    #expect(stage.screen.contains("row A seat 3, R, 88,000 won, held"))
    #expect(stage.screen.contains("     99\n"), "one seat fewer of that tier")
  }

  @Test func `H9 an Enter that came before the loss was seen holds nothing, and the next one holds the rest`() throws {
    for seat in ["A-3", "A-4", "A-5"] {
      stage.find(seat)
      stage.press(.space)
    }
    _ = stage.screen
    try rival.hold("A", 4)
    stage.app.tick(isStoreNews: true)
    stage.app.handle([.key(.enter)])
    #expect(stage.message.contains("Someone was faster, so nothing was held. (1F row A seat 4)"), "\(stage.message)")
    #expect(try stage.engine.account(of: stage.user().id).holds.isEmpty)
    _ = stage.screen
    stage.app.handle([.key(.enter)])
    #expect(try stage.engine.account(of: stage.user().id).holds.count == 2)
  }

  @Test func `several chosen seats that are lost at once are all named, and the others stay chosen`() throws {
    for seat in ["A-3", "A-4", "A-5"] {
      stage.find(seat)
      stage.press(.space)
    }
    try rival.hold("A", 3)
    try rival.hold("A", 5)
    _ = stage.takeEffects()
    stage.hearNews()
    #expect(stage.message.contains("!!  Someone was faster"))
    #expect(stage.message.contains("row A seat 3") && stage.message.contains("row A seat 5"))
    #expect(stage.screen.contains("1 chosen"))
    stage.press(.enter)
    #expect(stage.screen.contains("row A seat 4"))
    #expect(stage.chips.contains("1 held"))
  }

  @Test func `a seat taken under the cursor changes where it stands`() throws {
    stage.find("A-3")
    #expect(stage.screen.contains("row A seat 3, R, 88,000 won, available"))
    try rival.hold("A", 3)
    stage.hearNews()
    #expect(stage.screen.contains("row A seat 3, R, 88,000 won, held"))
  }

  @Test func `a stale Enter is refused by the house, and the same frame shows why`() throws {
    stage.find("A-3")
    try rival.buy("A", 3)
    stage.press(.enter)
    #expect(stage.top.contains("Seat map"))
    #expect(stage.message.contains(BookingError.seatTaken(SeatID(0)).sentence(in: .english)))
    #expect(stage.screen.contains("row A seat 3, R, 88,000 won, sold"))
    #expect(try stage.violations() == [])
  }

  @Test func `of several chosen seats none is held when one is lost, and the cursor goes there`() throws {
    for seat in ["A-3", "A-4"] {
      stage.find(seat)
      stage.press(.space)
    }
    try rival.hold("A", 3)
    stage.press(.enter)
    #expect(stage.message.contains("row A seat 3"))
    #expect(stage.screen.contains("row A seat 3, R, 88,000 won, held"))
    #expect(try stage.engine.account(of: stage.user().id).holds.isEmpty)
    stage.press(.enter)
    #expect(stage.chips.contains("1 held"), "the seat that is left can be held")
  }

  @Test func `a seat that is given back can be held, whatever was drawn`() throws {
    let holds = try rival.hold("A", 3)
    stage.hearNews()
    stage.find("A-3")
    try stage.engine.release(caller: holds[0].user, reservations: holds.map(\.id))
    stage.press(.enter)
    #expect(stage.chips.contains("1 held"))
  }

  @Test func `choosing a taken seat says that it is taken`() throws {
    try rival.hold("A", 3)
    stage.hearNews()
    stage.find("A-3")
    stage.press(.space)
    #expect(stage.message.contains("already taken"))
  }

  @Test func `remaining seats on Sessions follow what others hold`() throws {
    stage.press(.escape)
    try rival.hold("A", 3)
    stage.hearNews()
    #expect(stage.screen.contains("199/200"))
  }

  @Test func `one's own second terminal shows its holds as one's own`() throws {
    let session = try #require(try stage.engine.programme().first?.evenings.first).session.id
    let token = try stage.token()
    _ = try stage.engine.holdSeats(
      caller: token.user, token: token.credential, session: session, seats: [try rival.seat("A", 3)],
      key: RequestKey("elsewhere"))
    stage.hearNews()
    stage.find("A-3")
    #expect(stage.screen.contains("held by you"))
    #expect(stage.chips.contains("1 held"))
  }

  @Test func `a release concerns the hold it was asked for, wherever the cursor is led meanwhile`() throws {
    let stage = try TestStage()
    let rival = try Rival(on: stage)
    stage.hold("A-1")
    stage.press(.escape)
    stage.advance(.seconds(10))
    stage.find("B-3")
    stage.press(.space)
    stage.find("A-1")
    stage.press("x")
    try rival.hold("B", 3)
    stage.hearNews()
    stage.press("y")
    #expect(try stage.engine.account(of: try stage.user().id).holds.isEmpty)
    #expect(stage.message.contains("released"))
  }
}
