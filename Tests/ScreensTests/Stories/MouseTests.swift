import Booking
import Canvas
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("Clicks on the bottom line, in texts and like keys")
struct MouseTests {
  let stage: TestStage

  init() throws { stage = try TestStage() }

  @Test func `a booking from signing in to the ticket, by clicks alone`() throws {
    stage.clickKey("Enter sign in")
    stage.clickKey("Enter join the queue")
    stage.advance(.seconds(10))
    stage.clickKey("Enter seats")
    stage.clickKey("Enter hold ")
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
      stage.click(x, place.y)
      #expect(stage.screen.contains("New name:"), "\(x - place.x)")
      stage.press(.escape)
    }
    let before = stage.grid
    for x in [0, place.x - 1, place.x + "n new person".count, 79] {
      stage.click(x, place.y)
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
      stage.click(x, 15)
      #expect(stage.grid == before, "\(x)")
    }
  }

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
    stage.click(preset.x, preset.y)
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

  @Test func `a click counts as a sign of life, and clears the message`() throws {
    stage.openMap()
    stage.press("x")
    #expect(stage.message != "")
    stage.sleep(.minutes(1))
    stage.click(79, 0)
    let activity = try #require(try stage.token().activity)
    #expect(activity.lastAction - activity.since == .minutes(1))
    #expect(stage.message == "")
  }

  @Test func `a message hides the line under it`() throws {
    let stage = try TestStage(crowd: 60)
    stage.press("M", "M")
    #expect(stage.message.contains("Shift"), "a message of two lines")
    let place = stage.grid.cursor
    stage.click(4, 21)
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
}
