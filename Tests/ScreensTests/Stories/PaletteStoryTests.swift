import Booking
import Canvas
import SQLiteStore
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("The palette")
struct PaletteStoryTests {
  /// Opens the palette, types, and does the first thing that it offers.
  private func run(_ text: String, _ stage: TestStage) {
    stage.press(":")
    stage.type(text)
    stage.press(.enter)
  }

  private func demonstration(crowd: Int = 0) throws -> TestStage {
    try TestStage(crowd: crowd, kind: .demonstration, show: StageShow())
  }

  /// What the palette lists, without its frame.
  private func offers(_ stage: TestStage) -> [String] {
    stage.screen.split(separator: "\n").filter { $0.contains("│") }.map {
      $0.split(separator: "│")[1].trimmingSpaces
    }
  }

  @Test(arguments: [":", .control("p")] as [Key]) func `opens on every screen, and Esc closes it`(_ key: Key) throws {
    let stage = try TestStage()
    for step in [[], [.enter], ["w"], [.escape, "t"]] as [[Key]] {
      stage.press(step)
      let before = stage.screen
      stage.press(key)
      #expect(stage.screen.contains("─ Command ─"))
      #expect(stage.bottom.contains("Esc close"))
      stage.press(.escape)
      #expect(stage.screen == before)
    }
  }

  @Test func `takes the place of a question, which is then not answered, and of a card`() throws {
    let stage = try TestStage()
    stage.hold("A-1")
    stage.press(.enter)
    #expect(stage.screen.contains("Pay 88,000 won"))
    stage.press(":")
    stage.type("my")
    stage.press(.escape)
    #expect(!stage.screen.contains("Pay 88,000 won") && stage.top.contains("Checkout"))
    #expect(try stage.user().balance == Won(500_000))
    stage.press("p", ":")
    #expect(stage.screen.contains("─ Command ─") && !stage.screen.contains("Policy in force"))
  }

  @Test func `knows what can be done now, and not when it was opened`() throws {
    let stage = try demonstration()
    stage.signIn()
    stage.press(.enter, ":")
    stage.type("end my token")
    #expect(stage.screen.contains("This token is not active."))
    stage.advance(.seconds(10))
    #expect(stage.screen.contains("end my token now") && !stage.screen.contains("This token is not active."))
    stage.press(.enter)
    #expect(try stage.token().activity == nil)
    #expect(stage.screen.contains("Your token has ended"))
  }

  @Test func `lets the terminal stand still for a minute at most`() throws {
    let stage = try demonstration()
    stage.signIn()
    _ = stage.takeEffects()
    run("stall 61s", stage)
    #expect(stage.message.contains("at most 1 min"))
    #expect(stage.takeEffects() == [])
  }

  @Test func `offers what the keys of the screen do, with the keys, and does it`() throws {
    let stage = try TestStage()
    stage.signIn()
    stage.press(":")
    stage.type("wal")
    #expect(offers(stage)[1].hasPrefix("wallet") && offers(stage)[1].hasSuffix("w"))
    stage.press(.enter)
    #expect(stage.top.contains("Wallet"))
  }

  @Test(arguments: [("지갑", "Wallet"), ("티켓", "Tickets"), ("콘서트로", "Concerts"), ("tick wal", "")])
  func `finds in either language, whichever is on screen`(_ text: String, _ title: String) throws {
    let stage = try TestStage(.english)
    stage.signIn()
    run(text, stage)
    #expect(
      title.isEmpty ? stage.screen.contains("There is no such command, or no such value.") : stage.top.contains(title))
  }

  @Test(
    arguments: [
      ("advance 1h 5m", "advanced by 1 h 5 min"), ("advance 1 h", "advanced by 1 h."),
      ("시계 1시간 5분", "advanced by 1 h 5 min"),
    ])
  func `a value of several words is one value`(_ text: String, _ message: String) throws {
    let stage = try demonstration()
    stage.signIn()
    run(text, stage)
    #expect(stage.message.contains(message))
  }

  @Test(
    arguments: [
      ("fill 101%", "0 % to 100 %"), ("fill 95.5%", "0 % to 100 %"), ("balance -1", "from 0 won"),
      ("stall 0.5s", "366 days"),
      ("balance 100 200", "from 0 won"), ("balance 5k", "from 0 won"),
    ])
  func `a value that there is not is refused with those that there are, and stays typed`(
    _ text: String, _ range: String
  ) throws {
    let stage = try demonstration()
    stage.openMap()
    run(text, stage)
    #expect(stage.screen.contains("No such value") && stage.screen.contains(range))
    #expect(stage.screen.contains(": \(text)"))
  }

  @Test func `signs in as anybody, found by name`() throws {
    let stage = try TestStage()
    stage.signIn()
    run("sign in daniel", stage)
    #expect(stage.top.contains("Daniel Cho"))
    stage.press("w", "a")
    stage.type("99999999")
    stage.press(.enter, .escape)
    run("이서준", stage)
    #expect(stage.top.contains("이서준"))
    stage.press("m")
    #expect(!stage.screen.contains("At most"), "what was said to the last person is not the next one's")
  }

  @Test func `completes a line with Tab, and asks for the value that is missing`() throws {
    let stage = try demonstration()
    stage.signIn()
    stage.press(":")
    stage.type("adv")
    stage.press(.enter)
    #expect(stage.screen.contains(": advance the clock by"))
    #expect(stage.screen.contains("Type a value, such as 4m59s"))
    stage.type("4m59s")
    #expect(stage.screen.contains("advance the clock by 4 min 59 s"))
    stage.press(.enter)
    #expect(try stage.engine.now() == .opening + .seconds(299))
    #expect(stage.message.contains("The clock was advanced by 4 min 59 s."))
    stage.press(":")
    stage.type("wal")
    stage.press(.tab)
    #expect(stage.screen.contains(": wallet"))
  }

  @Test func `a paste goes into it, and letters with a Korean input method stay text`() throws {
    let stage = try TestStage()
    stage.signIn()
    stage.press(":")
    stage.send([.paste("wall\nx")])
    #expect(offers(stage)[0] == ": wall")
    stage.press(.control("u"))
    stage.type("지갑")
    #expect(offers(stage)[0] == ": 지갑")
  }

  @Test func `ends my token now, and the hold stays`() throws {
    let stage = try demonstration()
    stage.hold("A-1")
    run("end my token", stage)
    guard case .expired(_, .idle, _) = try stage.token().state else {
      Issue.record("it lives: \(try stage.token())")
      return
    }
    #expect(stage.screen.contains("Your token has ended"))
    stage.press(.enter, "y")
    #expect(stage.message.contains("Paid"))
    #expect(try stage.violations() == [])
  }

  @Test func `sets my balance, or says why not`() throws {
    let stage = try demonstration()
    stage.signIn()
    run("balance 87,999", stage)
    #expect(try stage.user().balance == Won(87_999))
    #expect(stage.message.contains("Your balance is 87,999 won now."))
    run("balance 99999999", stage)
    #expect(stage.message.contains("A balance is 0 to 10,000,000 won."))
    #expect(try stage.user().balance == Won(87_999))
    stage.press("w")
    #expect(stage.screen.contains("set by hand"))
    #expect(try stage.violations() == [])
  }

  @Test func `has somebody else take the seat under the cursor, or the chosen ones`() throws {
    let stage = try demonstration()
    stage.openMap()
    run("take this seat", stage)
    #expect(stage.message.contains("holds 1 seat."))
    let first = try #require(stage.map?.board?.seats[stage.map?.cursor ?? 0])
    #expect(first.status != .available)
    run("take this seat", stage)
    #expect(stage.message.contains("already taken"))
    stage.press(.right, .space, .right, .space)
    run("take this seat", stage)
    #expect(stage.map?.chosen == [], "and the map tells that they are gone")
    #expect(
      stage.screen.contains("A seat 11") && stage.map?.board?.seats.count { $0.status != .available } == 3,
      "\(stage.screen)")
    #expect(try stage.violations() == [])
  }

  @Test func `fills the hall of the map`() throws {
    let stage = try demonstration()
    stage.openMap()
    let seats = try #require(stage.map?.board?.seats.count)
    run("fill 95%", stage)
    let taken = (seats * 95 + 99) / 100
    #expect(stage.message.contains("\(taken) seats were sold."))
    #expect(stage.map?.board?.seats.count { $0.status != .available } == taken)
    #expect(try stage.violations() == [])
  }

  @Test func `changes what the seat's tier costs, and the map shows it while a hold keeps its price`() throws {
    let stage = try demonstration()
    stage.openMap()
    let seat = try #require(stage.map?.board?.seats[stage.map?.cursor ?? 0])
    stage.press(.enter, .escape)
    run("price 12345", stage)
    #expect(stage.message.contains("\(seat.tier) costs 12,345 won now. Holds keep their price."))
    #expect(stage.map?.board?.tiers.first { $0.tier == seat.tier }?.price == Won(12_345))
    // What is looked for goes by the prices of now, whatever order the tiers had before.
    stage.press("f")
    stage.type("-12345")
    stage.press(.enter)
    #expect(stage.map?.filter.isOn == true)
    run("price 5", stage)
    let tiers = try #require(stage.map?.board?.tiers)
    #expect(tiers.indices.filter { stage.map?.filter.passes(tier: $0) == true }.map { tiers[$0].tier } == [seat.tier])
    run("price 12345", stage)
    #expect(stage.screen.contains("12,345"))
    for price in ["0", "10000001"] {
      run("price \(price)", stage)
      #expect(stage.message.contains("A price is 1 won to 10,000,000 won."))
    }
    stage.press("c")
    #expect(stage.screen.contains(seat.price.amount.grouped))
    #expect(try stage.violations() == [])
  }

  @Test func `moves the clock to my turn`() throws {
    let stage = try demonstration(crowd: 120)
    stage.signIn()
    stage.press(.enter)
    #expect(stage.top.contains("Waiting room"))
    run("my turn", stage)
    #expect(try stage.token().activity != nil)
    #expect(stage.top.contains("Sessions"))
    #expect(try stage.engine.now() == .opening + .seconds(30))
  }

  @Test func `has the loop drop a tick or stand still, which changes nothing of the rules`() throws {
    let stage = try demonstration()
    stage.signIn()
    _ = stage.takeEffects()
    run("drop tick", stage)
    run("stall 30s", stage)
    #expect(stage.takeEffects() == [.dropTick, .stall(.seconds(30))])
    #expect(stage.message.contains("stands still for 30 s"))
  }

  @Test func `steps the wall clock, and says whether booking time followed`() throws {
    let stage = try demonstration()
    stage.signIn()
    run("wall clock -1h", stage)
    #expect(stage.message.contains("The wall clock was stepped by -1 h. Booking time did not move."))
    stage.show?.isMovedByWallClock = true
    run("벽시계 1h", stage)
    #expect(stage.message.contains("Booking time moved with the wall clock"))
    #expect(stage.show?.wallSteps == [.hours(-1), .hours(1)])
  }

  @Test func `starts the show again`() throws {
    let stage = try demonstration()
    stage.signIn()
    run("balance 1", stage)
    run("start again", stage)
    #expect(stage.screen.contains("Start the show again?"))
    #expect(try stage.user().balance == Won(1))
    stage.press("y")
    #expect(try stage.user().balance == Won(500_000))
  }

  @Test(arguments: [
    "advance 5m", "my turn", "end my token", "set my balance 5", "take this seat", "fill this hall 95%", "price 5",
    "drop a tick",
    "stall this terminal 1s", "step the wall clock 1h", "start the show again",
  ])
  func `in a real house says of each that it cannot be, and changes nothing`(_ text: String) throws {
    let stage = try TestStage()
    stage.openMap()
    let before = try stage.database.contents()
    run(text, stage)
    #expect(stage.message.contains("boxoffice demo opens one"), "\(text): \(stage.message)")
    #expect(try stage.database.contents() == before)
    #expect(stage.takeEffects().filter { if case .stall = $0 { true } else { $0 == .dropTick } } == [])
  }

  @Test(arguments: [
    ("take this seat", "Open a seat map first."), ("fill 95%", "Open a seat map first."),
    ("price 5", "Open a seat map first."),
    ("my turn", "You are not waiting."),
    ("end my token", "This token is not active."), ("go to sessions", "This token is not active."),
  ])
  func `says what is wrong with a line now, before and after Enter`(_ text: String, _ reason: String) throws {
    let stage = try demonstration()
    stage.signIn()
    stage.press(":")
    stage.type(text)
    #expect(stage.screen.contains(reason))
    stage.press(.enter)
    #expect(stage.message.contains(reason))
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  @Test(arguments: 1...10) func `finds every rule by its number, and shows it`(_ rule: Int) throws {
    let stage = try TestStage()
    stage.press(":")
    stage.type("rule \(rule)")
    stage.press(.enter)
    let title = try #require(RuleWords.title(rule, .english))
    #expect(stage.screen.contains("Rule \(rule): \(title)"))
    stage.press(.escape)
    #expect(!stage.screen.contains("Rule \(rule):"))
  }
}
