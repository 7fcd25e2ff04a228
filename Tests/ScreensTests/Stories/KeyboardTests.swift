import Booking
import Canvas
import TestSupport
import Testing

@testable import Screens

@Suite("Bursts, repeats and pastes")
struct KeyboardTests {
  @Test func `a held Enter never pays`() throws {
    let stage = try TestStage()
    stage.hold("A-1")
    stage.press([Key](repeating: .enter, count: 31))
    #expect(try stage.user().balance == Won(500_000))
    #expect(stage.chips.contains("1 held"))
  }

  @Test(arguments: ["y", "x", "X", "g", .space, "n", "q"] as [Key])
  func `nor does any other key that is held`(_ key: Key) throws {
    let stage = try TestStage()
    stage.hold("A-1")
    stage.press([Key](repeating: key, count: 12))
    #expect(try stage.user().balance == Won(500_000))
    #expect(try stage.engine.account(of: stage.user().id).holds.count == 1)
    #expect(!stage.takeEffects().contains(.quit))
  }

  @Test func `keys in the piece that opened a question are dropped`() throws {
    let stage = try TestStage()
    stage.hold("A-1")
    stage.send([.key(.enter), .key("y"), .key("y"), .key(.enter)])
    #expect(stage.screen.contains("Pay 88,000 won"), "the question is still there")
    #expect(stage.takeEffects().last == .discardTyped, "and what is still to be read is dropped by the loop")
    #expect(try stage.user().balance == Won(500_000))
    stage.press("y")
    #expect(try stage.user().balance == Won(412_000))
  }

  @Test func `five hundred keys in one piece are all processed, in order`() throws {
    let stage = try TestStage()
    let steps = (0..<165).flatMap { _ in ["j", "j", "k"] as [Key] }
    // In any other order they would end at another person, or nowhere.
    stage.send((steps + ["G", "k", "g", "j", .enter] as [Key]).map { .key($0) })
    #expect(stage.top.contains("Concerts"))
    #expect(stage.top.contains(TestStage.people[1].name))
  }

  @Test func `typed text in one piece arrives whole`() throws {
    let stage = try TestStage()
    let name = String(repeating: "하늘", count: 10)
    stage.send(([Key("n")] + name.unicodeScalars.map { Key(.scalar($0)) } + [.enter]).map { .key($0) })
    #expect(try stage.engine.people().last?.user.name == name)
  }

  @Test(arguments: [Key(.right, .alt), Key(.scalar("q"), .alt), Key(.escape, .alt), Key(.enter, .other)])
  func `a key with Alt, to which nothing is bound, does nothing anywhere`(_ key: Key) throws {
    let stage = try TestStage()
    stage.signIn()
    for place in [":", "w", "?", "P"] as [Key] {
      stage.press(place)
      let before = stage.screen
      stage.press(key)
      #expect(stage.screen == before)
      #expect(!stage.takeEffects().contains(.quit))
      stage.press(.escape)
    }
  }

  @Test func `a paste fires no hotkey`() throws {
    let stage = try TestStage()
    stage.hold("A-1")
    _ = stage.takeEffects()
    let before = stage.screen
    stage.send([.paste("qyxX\nwtL?:\u{1B}g")])
    #expect(stage.screen == before)
    #expect(stage.takeEffects().isEmpty)
  }

  @Test func `a paste answers no question`() throws {
    let stage = try TestStage()
    stage.hold("A-1")
    stage.press(.enter)
    stage.send([.paste("y\n")])
    #expect(stage.screen.contains("Pay 88,000 won"))
    #expect(try stage.user().balance == Won(500_000))
  }

  @Test func `a paste goes into a text field, its first line without control characters`() throws {
    let stage = try TestStage()
    stage.press("n")
    stage.send([.paste("박\u{7}지\u{1B}[2J우\nq\n")])
    #expect(stage.screen.contains("박지[2J우"))
    stage.press(.enter)
    #expect(try stage.engine.people().last?.user.name == "박지[2J우")
  }

  @Test func `while a text is typed the bottom line names just the keys that act`() throws {
    let stage = try TestStage()
    stage.press("/")
    #expect(stage.bottom == " Enter done   Esc cancel   Ctrl-U clear")
    stage.type("99")
    stage.press(.control("u"))
    #expect(!stage.screen.contains("99"))
    stage.press(.enter)
    #expect(stage.bottom.contains("? help"))
  }

  @Test func `in a text field letters are text, and Esc and Enter act`() throws {
    let stage = try TestStage()
    stage.press("/")
    stage.type("qL?:w")
    #expect(stage.screen.contains("qL?:w"))
    #expect(stage.takeEffects().isEmpty)
    stage.press(.escape)
    #expect(!stage.screen.contains("qL?:w"))
    #expect(stage.screen.contains("김하늘"))
  }

  @Test func `Ctrl-L redraws and Ctrl-Z suspends, in a text field too`() throws {
    let stage = try TestStage()
    stage.press(.control("l"), .control("z"), "/", .control("l"), .control("z"))
    #expect(stage.takeEffects() == [.redraw, .suspend, .redraw, .suspend])
  }
}
