import Canvas
import Testing

@testable import Scripts

@Suite("Keys by name")
struct KeyNamesTests {
  @Test(
    arguments: [
      ("j", "j"), ("L", "L"), ("?", "?"), ("한", "한"), ("#", "#"), ("\"", "\""), ("-", "-"), ("Space", .space),
      ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("Shift-Tab", Key(.tab, .shift)), ("Backspace", .backspace),
      ("Del", Key(.delete)), ("Up", .up), ("↓", .down), ("Shift-Left", Key(.left, .shift)), ("PgDn", .pageDown),
      ("Home", .home), ("F1", Key(.function(1))), ("F12", Key(.function(12))), ("F", "F"), ("Ctrl-c", .control("c")),
      ("Ctrl-C", .control("c")), ("U+301", Key(.scalar("\u{301}"))), ("U+3000", Key(.scalar("\u{3000}"))), ("U", "U"),
      ("Alt-x", Key(.scalar("x"), .alt)), ("Ctrl--", .control("-")),
    ] as [(String, Key)])
  func `are those that the screens give them`(_ name: String, _ key: Key) {
    #expect(Key(named: name) == key)
  }

  @Test(arguments: [
    "", "Entr", "enter", "jj", "F0", "F13", "Ctrl-", "Shift-", "Ctrl-Nothing", "\u{7}", "U+", "U+D800", "U+1B",
  ])
  func `are nothing else`(_ name: String) {
    #expect(Key(named: name) == nil)
  }
}
