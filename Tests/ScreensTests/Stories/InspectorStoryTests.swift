import Booking
import Canvas
import SQLiteStore
import TestSupport
import Testing
import Wording

@testable import Screens

@Suite("The inspector")
struct InspectorStoryTests {
  private let stage: TestStage

  init() throws {
    stage = try TestStage(crowd: 3, kind: .demonstration, show: StageShow())
    stage.size = Size(width: 120, height: 40)
  }

  private func turn(to table: String) {
    for _ in InspectorTable.allCases.indices where inspector?.table.title(.english) != table { stage.press(.right) }
  }

  private var inspector: InspectorScreen? { stage.app.screens.last as? InspectorScreen }

  private func line(_ words: String...) -> Bool {
    stage.screen.split(separator: "\n").contains { line in words.allSatisfy { line.contains($0) } }
  }

  @Test func `lists every record of the house with its state`() throws {
    stage.hold("A-1", "A-2")
    stage.press("I")
    #expect(stage.top.contains("Inspector"))
    #expect(line("김하늘", "active", "idle"))
    #expect(line("Crowd 2", "active"))
    turn(to: "Holds")
    #expect(line("김하늘", "1F A-1", "88,000", "held"))
    #expect(line("김하늘", "1F A-2", "88,000", "held"))
    stage.press("c", .enter, "y", "I")
    turn(to: "Holds")
    #expect(stage.screen.contains("There is nothing."))
    turn(to: "Reservations")
    #expect(line("1F A-2", "confirmed"))
    turn(to: "Payments")
    #expect(line("김하늘", "88,000"))
    turn(to: "Ledger")
    #expect(line("김하늘", "payment", "-88,000"))
    #expect(line("Daniel Cho") == false, "who opens with nothing has no entry")
    #expect(line("이서준", "opening balance", "150,000"))
    turn(to: "Events")
    #expect(line("김하늘", "pays 88,000 won"))
    turn(to: "Policy")
    #expect(line("people per admission", "50"))
    turn(to: "Invariants")
    for invariant in Invariant.allCases { #expect(line("OK", invariant.title(in: .english))) }
  }

  @Test func `a filter narrows a table to lines with a text in any column`() throws {
    stage.signIn()
    stage.press("I")
    let count = try #require(inspector?.rows.count)
    stage.press("/")
    stage.type("crowd")
    stage.press(.enter)
    #expect(inspector?.rows.count == 3)
    #expect(stage.screen.contains("Found 3"))
    stage.press(.escape)
    #expect(inspector?.rows.count == count && count > 3)
  }

  @Test func `follows what happens elsewhere`() throws {
    stage.signIn()
    stage.press("I")
    let count = try #require(inspector?.rows.count)
    _ = try stage.engine.issueToken(user: try stage.user("Daniel Cho").id)
    stage.advance(.seconds(1))
    #expect(inspector?.rows.count == count + 1)
    #expect(line("Daniel Cho", "waiting"))
  }

  @Test func `tells a token's whole history, with the rule that caused each change`() throws {
    stage.registerPresence()
    stage.press("I", "/")
    stage.type("김하늘")
    stage.press(.enter, .enter)
    #expect(stage.top.contains("History"))
    #expect(line("issued: joins the line at its end, rule 1"))
    #expect(line("admitted at the period's end", "rule 9"))
    stage.advance(.minutes(6))
    #expect(line("expired: 5:00 after the last action, rule 9") || line("expired: 5:00 after the admission, rule 9"))
    stage.press(.escape)
    #expect(stage.top.contains("Inspector"))
  }

  @Test func `tells a reservation's history to its end`() throws {
    stage.hold("A-1")
    stage.press("I")
    turn(to: "Reservations")
    stage.press(.enter)
    #expect(line("held for 88,000 won until", "(5:00), rule 5"))
    stage.advance(.minutes(5))
    #expect(line("expired: unpaid 5:00 after the hold, rule 10"))
  }

  @Test func `tells a wallet's history`() throws {
    stage.signIn()
    stage.press("w", "1", "y", "I")
    turn(to: "Ledger")
    stage.press(.enter)
    #expect(line("topped up 10,000 won, rule 7"))
    #expect(line("opens with 500,000 won"))
  }

  @Test func `exports the events that the filter lets through as lines of JSON`() throws {
    stage.hold("A-1")
    stage.press("I")
    turn(to: "Events")
    stage.press("/")
    stage.type("김하늘")
    stage.press(.enter)
    _ = stage.takeEffects()
    stage.press("e")
    guard case .save("boxoffice-events.jsonl", let text)? = stage.takeEffects().first else {
      Issue.record("nothing saved")
      return
    }
    let user = try stage.user().id
    let events = try stage.engine.events(after: EventID(0)).filter { $0.user == user }
    let lines = text.split(separator: "\n")
    #expect(lines.count == events.count && events.count > 3)
    for (line, event) in zip(lines, events) {
      #expect(line.hasPrefix("{\"id\":\(event.id),\"at\":\(event.at.milliseconds),\"kind\":\"\(event.kind)\""))
      #expect(line.contains("\"user\":\(user)") && line.hasSuffix("}"))
    }
  }

  /// What nothing in the program does: an editor of rows at work.
  private func vandalise() throws {
    try stage.database.write { tx throws(BookingError) in _ = try tx.credit(UserID(1), Won(1)) }
  }

  @Test func `an invariant that breaks raises an alarm on every screen, until it is acknowledged and holds again`()
    throws
  {
    stage.signIn()
    stage.press("I")
    _ = stage.takeEffects()
    try vandalise()
    stage.advance(.seconds(4))
    #expect(stage.chips.contains("INVARIANT BROKEN: balance = sum of the ledger"))
    let effects = stage.takeEffects()
    #expect(effects.count { $0 == .ring } == 1 && effects.contains(.title("boxoffice: invariant broken!")))
    #expect(effects.contains { if case .log(let line) = $0 { line.contains("invariant broken") } else { false } })
    stage.press(.escape)
    #expect(stage.chips.contains("INVARIANT BROKEN"))
    #expect(stage.bottom.contains("I inspector"))
    stage.press("I", "a")
    #expect(stage.message.contains("It is still broken."))
    turn(to: "Invariants")
    #expect(line("!!", "balance = sum of the ledger", "user 1 has"))
    try stage.database.write { tx throws(BookingError) in _ = try tx.debit(UserID(1), Won(1)) }
    stage.press("r")
    #expect(stage.chips.contains("INVARIANT BROKEN"), "it lasts")
    stage.press("a")
    #expect(!stage.screen.contains("INVARIANT BROKEN"))
    #expect(stage.takeEffects().contains(.ring) == false)
  }

  @Test func `judges at once when asked`() throws {
    stage.signIn()
    stage.press("I", "r")
    #expect(stage.message.contains("All invariants hold."))
    try vandalise()
    stage.press("r")
    #expect(stage.chips.contains("INVARIANT BROKEN"))
  }

  @Test func `says that it could not judge, and not that all is well`() throws {
    stage.signIn()
    stage.press("I")
    #expect(stage.screen.contains("all invariants hold"))
    stage.store.auditFault = .damaged
    stage.press("r")
    #expect(!stage.screen.lowercased().contains("all invariants hold"))
    #expect(stage.screen.contains("invariants could not be judged"))
    stage.store.auditFault = nil
    stage.press("r")
    #expect(stage.message.contains("All invariants hold."))
  }

  @Test func `a busy store turns no table twice, and what it cannot tell is not shown under another's columns`() throws
  {
    stage.hold("A-1")
    stage.press("I")
    stage.store.auditFault = .busy
    stage.press(.right)
    for _ in 0..<5 { stage.advance(.seconds(1)) }
    #expect(inspector?.table == .holds)
    #expect(stage.screen.contains("There is nothing."))
    stage.store.auditFault = nil
    stage.advance(.seconds(2))
    #expect(line("1F A-1", "held"))
  }

  @Test func `opens on a real store, which is judged when it is opened and when that is asked for`() throws {
    let real = try TestStage()
    real.hold("A-1")
    real.press("I")
    #expect(real.top.contains("Inspector"))
    #expect(try real.engine.violations() == [])
    let before = try real.database.contents()
    try real.database.write { tx throws(BookingError) in _ = try tx.credit(UserID(1), Won(1)) }
    for _ in 0..<5 { real.advance(.seconds(3)) }
    #expect(!real.screen.contains("Invariant broken"))
    real.press("r")
    #expect(real.screen.contains("Invariant broken"))
    #expect(try real.database.contents() != before)
  }

  @Test func `Enter on a change in a history shows the rule that caused it`() throws {
    stage.press("I")
    stage.press(.enter, .end)
    #expect(stage.bottom.contains("Enter show the rule"))
    stage.press(.enter)
    #expect(stage.screen.contains("Rule 1: Issue a token") || stage.screen.contains("Rule 9:"))
    stage.press(.escape)
    #expect(!stage.screen.contains("Rule 1: Issue a token"))
  }

  @Test(arguments: Language.allCases, [Size(width: 60, height: 16), Size(width: 80, height: 24)])
  func `every table fits its window`(_ language: Language, _ size: Size) throws {
    let stage = try TestStage(language, crowd: 30, kind: .demonstration, show: StageShow())
    stage.hold("A-1")
    stage.size = size
    stage.press("I")
    for _ in InspectorTable.allCases {
      let table = try #require((stage.app.screens.last as? InspectorScreen)?.table)
      #expect(stage.grid.row(2).contains(table.title(language)))
      for row in stage.screen.split(separator: "\n") { #expect(String(row).cellWidth <= size.width) }
      stage.press(.right)
    }
  }
}
