import Booking
import Canvas
import TestSupport
import Testing

@testable import Screens

@Suite("The mouse on lists")
struct MouseListsTests {
  let stage: TestStage

  init() throws { stage = try TestStage() }

  @Test func `a click chooses a line, and another one on it acts`() throws {
    stage.click("이서준")
    #expect(stage.top.contains("Sign in"))
    #expect(stage.chosenRow.contains("이서준"))
    stage.click("이서준")
    #expect(stage.top.contains("Concerts") && stage.top.contains("이서준"))
    stage.click("Winterreise")
    #expect(stage.screen.contains("Moon Garam"))
    #expect(stage.top.contains("Concerts"))
    stage.click("Winterreise")
    #expect(stage.top.contains("Waiting room"))
    stage.advance(.seconds(10))
    stage.press("f")
    stage.click("15 May")
    #expect(stage.chosenRow.contains("15 May"))
    stage.click("15 May")
    #expect(stage.top.contains("Seat map"))
  }

  @Test func `two clicks in one place meet one line, in a list that is longer than the window`() throws {
    let stage = try TestStage(crowd: 60)
    let people = try stage.engine.people()
    stage.click(40, 19)
    let name = try #require(people.first { stage.grid.row(19).contains(" \($0.user.name) ") }).user.name
    #expect(stage.grid.cursor.y == 19)
    stage.click(40, 19)
    #expect(stage.top.contains(name))
  }

  @Test func `the wheel moves by three lines, and not past the ends`() throws {
    let names = try stage.engine.people().map(\.user.name)
    for (steps, line) in [(1, 3), (50, names.count - 1), (-1, names.count - 4), (-50, 0)] {
      stage.turnWheel(steps)
      #expect(stage.chosenRow.contains(names[line]), "\(steps)")
    }
  }

  @Test func `above, below and beside the lines of a list nothing happens`() throws {
    stage.signIn()
    for keys in [[], ["w"], ["t"]] as [[Key]] {
      stage.press(keys)
      let before = stage.grid
      for y in [0, 1, 2, 19, 20, 21, 22] {
        for x in [0, 40, 79] { stage.click(x, y) }
        stage.send([.wheel(Position(x: 40, y: y < 2 ? y : 23), down: true)])
        #expect(stage.grid == before, "row \(y)\n\(stage.screen)")
      }
    }
  }

  @Test func `the seats on Checkout are clicked, and the chosen one asks to pay`() throws {
    stage.hold("A-1", "A-2")
    stage.click("seat 2,")
    #expect(stage.chosenRow.contains("seat 2,"))
    stage.clickKey("x release this seat")
    #expect(stage.screen.contains("seat 2?"))
    stage.click(" n No ", right: 1)
    stage.click("seat 2,")
    #expect(stage.screen.contains("Pay 176,000 won"))
  }

  @Test func `tickets are clicked open, closed and from one to the other`() throws {
    stage.hold("A-1", "A-2")
    stage.press(.enter, "y")
    let first = try #require(stage.place(of: "✓ paid"))
    let open = stage.screen
    stage.click(first.x, first.y + 1)
    #expect(stage.screen != open && stage.screen.contains("Ticket"))
    stage.click(first.x, first.y + 1)
    #expect(!stage.screen.contains("BX-"))
    stage.click(first.x, first.y)
    stage.click(first.x, first.y)
    #expect(stage.screen.contains("BX-"))
  }

  @Test func `the wallet's amounts are clicked, and a line of its ledger opens nothing`() throws {
    stage.signIn()
    stage.press("w")
    stage.click("2 +50,000")
    stage.click(" y Top up ", right: 1)
    #expect(try stage.user().balance == Won(550_000))
    stage.click("opening balance")
    stage.click("opening balance")
    #expect(stage.chosenRow.contains("opening balance"))
    #expect(stage.bottom.contains("top up another amount"))
    stage.click("a another amount")
    #expect(stage.screen.contains("Amount:"))
  }

  @Test func `the list of an ended token is no longer clicked`() throws {
    stage.registerPresence()
    stage.sleep(.minutes(5))
    stage.press("z")
    let before = stage.grid
    for y in 2..<22 { stage.click(4, y) }
    stage.turnWheel(2)
    #expect(stage.grid == before)
  }
}
