import Booking
import Canvas
import TestSupport
import Testing

@testable import Screens

@Suite("Letters with marks")
struct MarksStoryTests {
  @Test(arguments: [
    "Nguye\u{302}\u{303}n", "\u{1112}\u{1161}\u{11AB}", "하\u{11AB}", "ที่รัก", "हिन्दी", "می‌خواهم", "A👨‍👩‍👧B", "\u{212B}ngström",
    "क़लम",
  ])
  func `a name is registered whole and in NFC, typed or pasted`(name: String) throws {
    let stage = try TestStage()
    for isPasted in [false, true] {
      stage.press("n")
      if isPasted { stage.send([.paste(name)]) } else { stage.type(name) }
      stage.press(.enter)
      let stored = try #require(try stage.engine.people().last?.user.name)
      #expect(stored.unicodeScalars.elementsEqual(name.composed.unicodeScalars))
    }
  }

  @Test func `a name is shown with its marks and found by what is typed of it`() throws {
    let stage = try TestStage()
    for name in ["พี่เบิร์ด", "Nguyễn"] { _ = try stage.engine.addUser(name: name) }
    stage.app.tick(isStoreNews: true)
    for (typed, name) in [
      ("พี่เบิร์ด", "พี่เบิร์ด"), ("พี", "พี่เบิร์ด"), ("พ", "พี่เบิร์ด"), ("nguye\u{302}\u{303}n", "Nguyễn"), ("NGUYỄN", "Nguyễn"),
    ] {
      stage.press("/")
      stage.type(typed)
      #expect(stage.screen.contains(name), "\(typed)")
      #expect(!stage.screen.contains("Mina Park"), "\(typed)")
      stage.press(.escape)
    }
  }

  @Test func `what no text may have is left out aloud, wherever it is typed or pasted`() throws {
    let stage = try TestStage()
    for place in ["n", "/", ":"] as [Key] {
      stage.press(place, "a")
      stage.send([.paste("b\u{202E}\tc")])
      #expect(stage.screen.contains("Left out, since no text here may have it: U+202E, U+0009"))
      #expect(stage.screen.contains("abc"))
      stage.press(Key(.scalar("\u{200B}")))
      #expect(stage.screen.contains("U+200B"))
      stage.press("d")
      #expect(stage.screen.contains("U+200B"), "told until the text is done, however fast one types")
      stage.press(.escape)
      #expect(!stage.screen.contains("Left out"))
    }
  }

  @Test func `a name in which nobody would see anything is refused, and what was typed stays`() throws {
    let stage = try TestStage()
    let before = try stage.engine.people().count
    stage.press("n", "\u{3164}", "\u{2800}", .enter)
    #expect(stage.screen.contains("Enter a name."))
    #expect(try stage.engine.people().count == before)
  }

  @Test func `a pasted text that is cut says so: at its first line, and where there is no room for more`() throws {
    let stage = try TestStage()
    stage.press("n")
    stage.send([.paste("\nKim\nHana Lee\n")])
    #expect(stage.screen.contains("Kim") && stage.screen.contains("Only the first line"))
    stage.press(.escape, "n")
    stage.send([.paste("Lee\n")])
    #expect(!stage.screen.contains("Only the first line"))
    stage.send([.paste(String(repeating: "x", count: 60))])
    #expect(stage.screen.contains("At most 40 characters fit; the rest was left out."))
    stage.press(.enter)
    #expect(!stage.screen.contains("the rest was left out"))
  }
}
