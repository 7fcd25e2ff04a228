import Booking
import Canvas
import TestSupport
import Testing

@testable import Screens

@Suite("With a Korean input method on")
struct HangulKeysStoryTests {
  /// Each small letter as the two-set layout types it.
  private static let jamo = Dictionary(
    uniqueKeysWithValues: zip("qwertyuiopasdfghjklzxcvbnm".unicodeScalars, "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ".unicodeScalars))

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `letters do on every screen what the hotkeys under them do`(_ seed: UInt64) throws {
    var chance = SeededRandom(seed: seed)
    let (latin, hangul) = (try TestStage(), try TestStage())
    var seen: Set<String> = []
    for stage in [latin, hangul] { stage.registerPresence() }
    let others: [Key] = [.enter, .enter, .enter, .escape, .space, .down, .right]
    for _ in 0..<150 {
      let letter = Array("wertyuiopasdfghjklzxcvbnm".unicodeScalars).randomElement(using: &chance) ?? "j"
      let isLetter = Bool.random(using: &chance)
      let other = others.randomElement(using: &chance) ?? .enter
      latin.press(isLetter ? Key(.scalar(letter)) : other)
      hangul.press(isLetter ? Key(.scalar(Self.jamo[letter] ?? letter)) : other)
      #expect(hangul.screen == latin.screen, "after \(isLetter ? String(letter) : "\(other)")")
      seen.insert(String(latin.top.prefix(20)))
      // Where text is typed letters are text.
      for stage in [latin, hangul] where stage.app.screens.last?.entry != nil { stage.press(.escape) }
    }
    #expect(seen.count > 3, "\(seen)")
  }

  @Test func `a syllable that the method put together is what was struck for it`() throws {
    let stage = try TestStage()
    stage.signIn()
    // ㅈ is w.
    stage.press("ㅈ")
    #expect(stage.top.contains("Wallet"))
    // ㅅㅔ is t, then p.
    stage.press("세")
    #expect(stage.top.contains("Tickets"))
    #expect(stage.screen.contains("Policy in force"))
  }

  @Test func `what follows in a syllable answers no question that it opened`() throws {
    let stage = try TestStage()
    stage.hold("A-1")
    // ㅂ is q, which asks; ㅛ is y, which would confirm.
    stage.press("뵤")
    #expect(stage.screen.contains("Quit, keep them"))
    #expect(!stage.takeEffects().contains(.quit))
    stage.press("ㅛ")
    #expect(stage.takeEffects().contains(.quit))
  }

  @Test func `full-width letters, digits and signs are hotkeys too, and text where text is typed`() throws {
    let stage = try TestStage()
    stage.press("？")
    #expect(stage.screen.contains("Ctrl-L"))
    stage.press("ｑ", "ｎ", "ｊ", "１", .enter)
    #expect(try stage.engine.people().last?.user.name == "ｊ１")
  }

  @Test func `where text is typed Hangul is text`() throws {
    let stage = try TestStage()
    stage.press("ㅜ")
    stage.type("너구리")
    stage.press(.enter)
    #expect(try stage.engine.people().last?.user.name == "너구리")
  }
}
