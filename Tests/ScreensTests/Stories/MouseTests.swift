import Booking
import Canvas
import TestSupport
import Testing

@testable import Screens

@Suite("The mouse")
struct MouseTests {
  let stage: TestStage

  init() throws { stage = try TestStage() }

  private func click(_ x: Int, _ y: Int, on other: TestStage? = nil) {
    (other ?? stage).send([.click(Position(x: x, y: y))])
  }

  /// The row of the list that is chosen.
  private var chosenRow: String { stage.grid.row(stage.grid.cursor.y) }

  // MARK: The bottom line

  @Test func `a booking from signing in to the ticket, by clicks alone`() throws {
    stage.clickKey("Enter sign in")
    stage.clickKey("Enter join the queue")
    stage.advance(.seconds(10))
    stage.clickKey("Enter seats")
    stage.clickKey("Enter hold this seat")
    #expect(stage.top.contains("Checkout"))
    stage.clickKey("Enter pay")
    stage.click(" y Pay ", right: 2)
    #expect(stage.top.contains("Tickets"))
    #expect(try stage.user().balance == Won(412_000))
    stage.clickKey("? help")
    #expect(stage.screen.contains("Keys: Tickets"))
    stage.clickKey("Esc close")
    stage.clickKey("q quit")
    #expect(stage.takeEffects().contains(.quit))
  }

  @Test func `a command is clicked anywhere on its name, and on nothing beside it`() throws {
    let place = try #require(stage.keyPlace("n new person"))
    for x in place.x..<(place.x + "n new person".count) {
      click(x, place.y)
      #expect(stage.screen.contains("New name:"), "\(x - place.x)")
      stage.press(.escape)
    }
    let before = stage.grid
    for x in [0, place.x - 1, place.x + "n new person".count, 79] {
      click(x, place.y)
      #expect(stage.grid == before, "\(x - place.x)")
    }
  }

  @Test(arguments: Language.allCases) func `a disabled command says why, as its key does`(_ language: Language) throws {
    let stage = try TestStage(language)
    stage.signIn()
    stage.press("t", .enter)
    let refusal = stage.message
    #expect(refusal.hasPrefix(" !!"))
    stage.press("z")
    #expect(stage.message == "")
    stage.clickKey(language("Enter 티켓 보기", "Enter ticket"))
    #expect(stage.message == refusal)
  }

  @Test(arguments: [60, 80, 120]) func `where no key is named on the bottom line a click is nothing`(_ width: Int)
    throws
  {
    stage.size = Size(width: width, height: 16)
    stage.hold("A-1")
    stage.press("z")
    let before = stage.grid
    let bottom = Array(stage.bottom)
    for x in 0..<width {
      // Between two names are three spaces, inside one never more than one.
      let around = (x - 1...x + 1).map { bottom.indices.contains($0) ? bottom[$0] : " " }
      guard around == [" ", " ", " "] else { continue }
      click(x, 15)
      #expect(stage.grid == before, "\(x)")
    }
  }

  // MARK: Text

  @Test func `while a text is typed the bottom line's keys are clicked`() throws {
    stage.clickKey("n new person")
    stage.type("가나")
    stage.clickKey("Ctrl-U clear")
    #expect(!stage.screen.contains("가나"))
    stage.type("박지우")
    stage.clickKey("Enter done")
    #expect(try stage.engine.people().last?.user.name == "박지우")
    stage.clickKey("/ find")
    stage.type("박지")
    stage.clickKey("Esc cancel")
    #expect(stage.screen.contains("김하늘"))
  }

  @Test func `no click puts letters into a text or sends a name off`() throws {
    let people = try stage.engine.people().count
    stage.press("n")
    stage.type("박지우")
    stage.click("1  김하늘")
    #expect(stage.screen.contains("New name: 박지우"))
    #expect(try stage.engine.people().count == people)
    stage.press(.escape)
    stage.signIn()
    stage.press("w")
    let preset = try #require(stage.place(of: "1 +10,000"))
    stage.press("a")
    click(preset.x, preset.y)
    #expect(stage.grid.row(preset.y + 1) == "  Amount:")
  }

  @Test func `what was found is clicked`() throws {
    stage.press("/")
    stage.type("e")
    stage.click("Daniel Cho")
    #expect(stage.bottom.contains("Enter done"), "a first click moves")
    stage.click("Daniel Cho")
    #expect(stage.bottom.contains("Enter sign in"), "one on the chosen line is Enter")
    stage.click("Daniel Cho")
    #expect(stage.top.contains("Daniel Cho"))
  }

  // MARK: Questions

  @Test func `an answer is clicked, and nothing else answers`() throws {
    stage.hold("A-1")
    stage.press(.enter)
    let question = stage.grid
    let yes = try #require(stage.place(of: " y Pay "))
    let no = try #require(stage.place(of: " n No "))
    for y in 0..<23 {
      for x in stride(from: 0, to: 80, by: 3) where !(y == yes.y && x >= no.x && x < yes.x + 7) {
        click(x, y)
        #expect(stage.grid == question, "\(x),\(y)")
      }
    }
    click(no.x, no.y)
    #expect(!stage.screen.contains("Pay 88,000 won"))
    #expect(try stage.user().balance == Won(500_000))
    stage.press(.enter)
    click(yes.x + 6, yes.y)
    #expect(try stage.user().balance == Won(412_000))
  }

  @Test func `the gap between two answers is none of them`() throws {
    stage.hold("A-1")
    stage.press(.enter)
    let yes = try #require(stage.place(of: " y Pay "))
    click(yes.x - 1, yes.y)
    click(yes.x + 7, yes.y)
    #expect(stage.screen.contains("Pay 88,000 won"))
  }

  @Test func `a click from before the question appeared does not answer it`() throws {
    stage.hold("A-1")
    stage.press(.enter)
    let yes = try #require(stage.place(of: " y Pay "))
    stage.press(.escape)
    let pay = try #require(stage.keyPlace("Enter pay"))
    stage.send([.click(pay), .click(Position(x: yes.x + 1, y: yes.y))])
    #expect(stage.screen.contains("Pay 88,000 won"))
    #expect(stage.takeEffects().last == .discardTyped)
    #expect(try stage.user().balance == Won(500_000))
  }

  @Test func `answers that stand under each other are told apart`() throws {
    let stage = try TestStage(.korean)
    stage.size = Size(width: 60, height: 16)
    stage.hold("A-1")
    for (answer, expected) in [(" n 계속하기 ", false), (" y 두고 종료 ", true)] {
      stage.press("q")
      stage.click(answer, right: 1)
      #expect(stage.takeEffects().contains(.quit) == expected)
    }
  }

  @Test func `the keys under a question are clicked, and the wheel answers nothing`() throws {
    stage.hold("A-1")
    stage.press(.enter)
    stage.turnWheel(3)
    #expect(stage.screen.contains("Pay 88,000 won"))
    stage.clickKey("← choose")
    stage.clickKey("Enter answer")
    #expect(try stage.user().balance == Won(412_000))
  }

  // MARK: Cards

  @Test func `a click outside closes a card, and one on it does nothing`() throws {
    for key in ["?", "p", "m"] as [Key] {
      let before = stage.grid
      stage.press(key)
      let open = stage.grid
      click(40, 11)
      #expect(stage.grid == open)
      click(0, 0)
      #expect(stage.grid == before)
    }
  }

  @Test func `a click that closes a card does not reach what is under it`() throws {
    stage.press("p")
    click(3, 6)
    #expect(stage.app.overlay == nil)
    #expect(chosenRow.contains("김하늘"))
  }

  @Test func `the wheel scrolls a card, and back without a detour`() throws {
    stage.size = Size(width: 60, height: 16)
    stage.openMap()
    stage.press("?")
    let top = stage.grid
    stage.turnWheel(1)
    #expect(stage.grid != top)
    stage.turnWheel(30)
    #expect(stage.screen.contains("Ctrl-Z"))
    let bottom = stage.grid
    stage.turnWheel(-1)
    #expect(stage.grid != bottom)
    stage.turnWheel(-30)
    #expect(stage.grid == top)
    stage.press(.escape, "p")
    let policy = stage.grid
    stage.turnWheel(2)
    #expect(stage.grid == policy)
  }

  @Test func `the wheel goes through the messages`() throws {
    for number in 1...40 { stage.app.announce(LocalizedText("알림 \(number).", "News \(number).")) }
    stage.press("m")
    #expect(stage.screen.contains("News 40.") && !stage.screen.contains("News 5."))
    let newest = stage.screen
    stage.turnWheel(-12)
    #expect(stage.screen.contains("News 5.") && !stage.screen.contains("News 40."))
    stage.turnWheel(12)
    #expect(stage.screen == newest)
  }

  // MARK: Lists

  @Test func `a click chooses a line, and another one on it acts`() throws {
    stage.click("이서준")
    #expect(stage.top.contains("Sign in"))
    #expect(chosenRow.contains("이서준"))
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
    #expect(chosenRow.contains("15 May"))
    stage.click("15 May")
    #expect(stage.top.contains("Seat map"))
  }

  @Test func `two clicks in one place meet one line, in a list that is longer than the window`() throws {
    let stage = try TestStage(crowd: 60)
    let people = try stage.engine.people()
    click(40, 19, on: stage)
    let name = try #require(people.first { stage.grid.row(19).contains(" \($0.user.name) ") }).user.name
    #expect(stage.grid.cursor.y == 19)
    click(40, 19, on: stage)
    #expect(stage.top.contains(name))
  }

  @Test func `the wheel moves by three lines, and not past the ends`() throws {
    let names = try stage.engine.people().map(\.user.name)
    for (steps, line) in [(1, 3), (50, names.count - 1), (-1, names.count - 4), (-50, 0)] {
      stage.turnWheel(steps)
      #expect(chosenRow.contains(names[line]), "\(steps)")
    }
  }

  @Test func `above, below and beside the lines of a list nothing happens`() throws {
    stage.signIn()
    for keys in [[], ["w"], ["t"]] as [[Key]] {
      stage.press(keys)
      let before = stage.grid
      for y in [0, 1, 2, 19, 20, 21, 22] {
        for x in [0, 40, 79] { click(x, y) }
        stage.send([.wheel(Position(x: 40, y: y < 2 ? y : 23), down: true)])
        #expect(stage.grid == before, "row \(y)\n\(stage.screen)")
      }
    }
  }

  @Test func `the seats on Checkout are clicked, and the chosen one asks to pay`() throws {
    stage.hold("A-1", "A-2")
    stage.click("seat 2,")
    #expect(chosenRow.contains("seat 2,"))
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
    click(first.x, first.y + 1)
    #expect(stage.screen != open && stage.screen.contains("Ticket"))
    click(first.x, first.y + 1)
    #expect(!stage.screen.contains("BX-"))
    click(first.x, first.y)
    click(first.x, first.y)
    #expect(stage.screen.contains("BX-"))
  }

  @Test func `the wallet's amounts are clicked, and a line of its ledger opens nothing`() throws {
    stage.signIn()
    stage.press("w")
    stage.click("2 +50,000")
    stage.click(" y Charge ", right: 1)
    #expect(try stage.user().balance == Won(550_000))
    stage.click("opening balance")
    stage.click("opening balance")
    #expect(chosenRow.contains("opening balance"))
    #expect(stage.bottom.contains("charge an amount"))
    stage.click("a another amount")
    #expect(stage.screen.contains("Amount:"))
  }

  @Test func `the list of an ended token is no longer clicked`() throws {
    stage.comeIn()
    stage.sleep(.minutes(5))
    stage.press("z")
    let before = stage.grid
    for y in 2..<22 { click(4, y) }
    stage.turnWheel(2)
    #expect(stage.grid == before)
  }

  // MARK: Like a key

  @Test func `a click counts as a sign of life, and clears the message`() throws {
    stage.openMap()
    stage.press("x")
    #expect(stage.message != "")
    stage.sleep(.minutes(1))
    click(79, 0)
    let activity = try #require(try stage.token().activity)
    #expect(activity.lastAction - activity.since == .minutes(1))
    #expect(stage.message == "")
  }

  @Test func `a message hides the line under it`() throws {
    let stage = try TestStage(crowd: 60)
    stage.press("M", "M")
    #expect(stage.message.contains("Shift"), "a message of two lines")
    let place = stage.grid.cursor
    click(4, 21, on: stage)
    #expect(stage.message == "")
    #expect(stage.grid.cursor == place)
  }

  @Test func `while an act waits for a busy store clicks are nothing`() throws {
    stage.signIn()
    stage.press("w")
    stage.store.fail(.busy, times: 3)
    stage.press("1", "y")
    let before = stage.grid
    stage.clickKey("Esc back")
    stage.turnWheel(1)
    #expect(stage.grid == before)
    stage.advance(.seconds(1))
    #expect(try stage.user().balance == Won(510_000))
  }

  // MARK: Whose it is

  @Test(arguments: Language.allCases) func `M hands the mouse to the terminal, says so, and takes it back`(
    _ language: Language
  ) throws {
    let stage = try TestStage(language)
    stage.press("M")
    #expect(stage.takeEffects() == [.mouse(false)])
    #expect(stage.screen.contains(language("M을 누르면 다시 씁니다.", "M takes it back.")))
    #expect(stage.screen.contains("Shift"))
    stage.press("z")
    let before = stage.grid
    stage.clickKey("q ")
    stage.click("이서준")
    stage.turnWheel(1)
    #expect(stage.grid == before)
    #expect(stage.takeEffects().isEmpty)
    stage.press("?")
    #expect(stage.screen.contains(language("마우스 잡기", "use the mouse")))
    stage.press(.escape, "M")
    #expect(stage.takeEffects() == [.mouse(true)])
    #expect(stage.screen.contains(language("M을 누르면 놓습니다.", "M releases it.")))
    stage.click("이서준")
    #expect(stage.grid.row(stage.grid.cursor.y).contains("이서준"))
  }

  @Test(arguments: [Mouse.used, .released], Language.allCases)
  func `what M says stands whole on the smallest screen`(_ mouse: Mouse, _ language: Language) throws {
    let stage = try TestStage(language, mouse: mouse)
    stage.size = Size(width: 60, height: 16)
    _ = stage.screen
    stage.press("M")
    #expect(stage.message != "" && !stage.screen.contains("…"))
  }

  @Test(arguments: [(Mouse.declined, "--no-mouse"), (.missing, "이 터미널은"), (.missing, "This terminal")])
  func `without a mouse M says why, and clicks are nothing`(_ mouse: Mouse, _ reason: String) throws {
    let stage = try TestStage(reason.hasPrefix("이") ? .korean : .english, mouse: mouse)
    let before = stage.grid
    stage.click("이서준")
    #expect(stage.grid == before)
    stage.press("M")
    #expect(stage.message.contains(reason))
    #expect(stage.takeEffects().isEmpty)
  }
}
