import Testing

@testable import Canvas

struct TextFieldTests {
  private func typed(_ keys: [Key], in field: TextField = TextField()) -> TextField {
    var field = field
    for key in keys {
      let isTaken = field.handle(key)
      #expect(isTaken)
    }
    return field
  }

  @Test func `letters are text, hotkeys and Korean too`() {
    #expect(typed(["q", "?", "한", "글", Key(.scalar("A"), .shift), .space]).value == "q?한글A ")
  }

  @Test func `keys are put in and taken out at the caret`() {
    #expect(typed(["a", "c", .left, "b"]).value == "abc")
    #expect(typed([.left, .backspace], in: TextField("abc")).value == "ac")
    #expect(typed([.home, Key(.delete)], in: TextField("abc")).value == "bc")
    #expect(typed([.control("a"), "x", .control("e"), "y"], in: TextField("abc")).value == "xabcy")
    #expect(typed([.home, "x", .end, "y"], in: TextField("abc")).value == "xabcy")
    #expect(typed([.left, .control("u")], in: TextField("abc")).value == "c")
  }

  @Test func `the ends hold`() {
    #expect(typed([.right, Key(.delete), "d"], in: TextField("abc")).value == "abcd")
    #expect(typed([.home, .left, .backspace, "x"], in: TextField("abc")).value == "xabc")
  }

  @Test(arguments: [Key.enter, .escape, .up, .down, .tab, .control("c"), Key(.scalar("x"), .alt), Key(.function(1))])
  func `keys of the owner are left to it`(key: Key) {
    var field = TextField("abc")
    let isTaken = field.handle(key)
    #expect(!isTaken)
    #expect(field.value == "abc")
  }

  @Test func `no more than the limit is taken`() {
    #expect(TextField("abcdef", limit: 3).value == "abc")
    #expect(typed(["d"], in: TextField("abc", limit: 3)).value == "abc")
    var field = TextField("a", limit: 3)
    field.paste("bcdef")
    #expect(field.value == "abc")
  }

  @Test func `a paste goes in at the caret without what cannot be shown`() {
    var field = typed([.left], in: TextField("ad"))
    field.paste("b\u{1B}\r\n한\u{7}c")
    #expect(field.value == "ab한cd")
    #expect(field.caret == 4)
  }

  private static let marked = [
    "ที่", "กำ", "हि", "न्दी", "שָׁ", "مُ", "ễ", "e\u{323}\u{301}", "👨‍👩‍👧", "❤️", "👍🏽", "🇰🇷", "1️⃣",
    "\u{1112}\u{1161}\u{11AB}", "ខ្មែ", "می\u{200C}",
  ]

  @Test(arguments: marked)
  func
    `a letter with its marks is kept whole, typed or pasted, and steps and goes as few characters`(
      text: String
    )
  {
    let field = typed(text.unicodeScalars.map { Key(.scalar($0)) }, in: TextField("a"))
    #expect(field.value == "a" + text)
    #expect(field.value.unicodeScalars.elementsEqual(("a" + text).unicodeScalars))
    #expect(field.text == Array("a" + text))
    var pasted = TextField("a")
    pasted.paste(text)
    #expect(pasted.value.unicodeScalars.elementsEqual(("a" + text).composed.unicodeScalars))
    #expect(typed([Key](repeating: .backspace, count: text.count), in: field).value == "a")
    #expect(
      typed([Key](repeating: .left, count: text.count) + [Key(.delete)], in: field).text.count
        == text.count)
    #expect(
      typed([Key](repeating: .left, count: text.count) + ["b"], in: field).value == "ab" + text)
  }

  @Test(arguments: marked)
  func `the cursor stands behind what is drawn of it`(text: String) {
    var grid = Grid(Size(width: 30, height: 1))
    TextField(text).draw(in: &grid, x: 0, y: 0, width: 20, style: .plain)
    #expect(grid.cursor.x == text.cellWidth)
    #expect(grid[grid.cursor.x - 1, 0] != .blank && grid[grid.cursor.x, 0] == .blank)
  }

  @Test func `what comes between two characters may join them`() {
    #expect(typed([.left, Key(.scalar("\u{200D}"))], in: TextField("👩👧")).text == ["👩\u{200D}👧"])
  }

  @Test func `what no text may have is refused with its name, and a mark that has no letter`() {
    var field = typed([
      Key(.scalar("\u{202E}")), Key(.scalar("\u{E000}")), Key(.scalar("\u{E31}")),
      Key(.scalar("\u{202E}")), "a",
    ])
    #expect(field.value == "a")
    #expect(field.takeLeftOut().characters == ["\u{202E}", "\u{E000}", "\u{E31}"])
    #expect(field.takeLeftOut().characters == [])
    field.paste("b\tc\u{200B}")
    #expect(field.value == "abc")
    #expect(field.takeLeftOut().characters == ["\t", "\u{200B}"])
  }

  @Test func `takes four marks on a letter, which a cell shows, and refuses the fifth with its name`() {
    var field = TextField(limit: 3)
    field.paste("q\u{316}\u{317}\u{301}\u{302}" + String(repeating: "\u{303}", count: 100_000) + "b")
    #expect(field.value == "q\u{316}\u{317}\u{301}\u{302}b")
    #expect(field.takeLeftOut().characters == ["\u{303}"])
  }

  @Test func `what joins counts against the limit too`() {
    var field = TextField(limit: 3)
    field.paste("👩" + String(repeating: "\u{200D}👧", count: 1000))
    #expect(field.value.unicodeScalars.count <= 12 && field.value.unicodeScalars.count > 8)
    #expect(field.takeLeftOut().limit == 3)
    #expect(field.takeLeftOut().limit == nil, "told once")
  }

  @Test func `the cursor is parked at the caret, counted in cells`() {
    var grid = Grid(Size(width: 20, height: 2))
    TextField("한글a").draw(in: &grid, x: 3, y: 1, width: 10, style: .reverse)
    #expect(grid.row(1) == "   한글a")
    #expect(grid.cursor == Position(x: 8, y: 1))
    #expect(grid.isCursorVisible)
    #expect(grid[12, 1].style == .reverse)
    #expect(grid[13, 1].style == .plain)
  }

  @Test func `the caret stays in sight at every width`() {
    for width in 0...12 {
      for lefts in 0...8 {
        var grid = Grid(Size(width: 20, height: 1))
        let field = typed([Key](repeating: .left, count: lefts), in: TextField("가나다abc라마"))
        field.draw(in: &grid, x: 4, y: 0, width: width, style: .plain)
        #expect((4..<(4 + max(1, width))).contains(grid.cursor.x))
        #expect((0..<20).allSatisfy { (4..<(4 + width)).contains($0) || grid[$0, 0] == .blank })
      }
    }
  }
}
