import Booking
import Canvas
import TestSupport
import Testing

@testable import Scripts

@Suite("Recordings")
struct RecordingTests {
  private static let head = RecordingText.head(version: "1.2.3", options: ["--crowd", "40", "--seed", "7"])

  private func read(_ text: String) throws -> Recording { try Recording.read(Array(text.utf8)) }

  private func steps(_ recording: Recording) -> [Script.Step] { recording.script.lines.map(\.step) }

  @Test func `tell how the show was opened, and each piece with its instant`() throws {
    let recording = try read(
      Self.head + RecordingText.line(Size(width: 100, height: 30), at: 0)
        + RecordingText.line([.key("j"), .key(.enter)], at: 1234)
        + RecordingText.line([.paste("a \"b\" \\c")], at: 1300)
        + RecordingText.line([.click(Position(x: 3, y: 4))], at: 1400)
        + RecordingText.line([.wheel(Position(x: 5, y: 6), down: true)], at: 1500)
        + RecordingText.end(rows: "00ff", screen: "ff00", at: 2000))
    #expect(recording.options == ["--crowd", "40", "--seed", "7"])
    #expect(
      steps(recording) == [
        .at(.zero), .size(Size(width: 100, height: 30)), .at(.milliseconds(1234)), .strike([.key("j"), .key(.enter)]),
        .at(.milliseconds(1300)), .strike([.paste("a \"b\" \\c")]), .at(.milliseconds(1400)),
        .strike([.click(Position(x: 3, y: 4))]), .at(.milliseconds(1500)),
        .strike([.wheel(Position(x: 5, y: 6), down: true)]), .at(.milliseconds(2000)), .rows("00ff"),
        .at(.milliseconds(2000)), .screen("ff00"),
      ])
  }

  /// Every key that a terminal can tell of, and what people paste and click.
  private func events(_ chance: inout SeededRandom) -> [TerminalEvent] {
    let names: [Key.Code] = [
      .enter, .escape, .tab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
      .function(1), .function(12), .function(13), .scalar(" "), .scalar("\""), .scalar("\\"), .scalar("#"),
      .scalar("-"),
      .scalar("한"), .scalar("ㅓ"), .scalar("\u{301}"), .scalar("\u{A0}"), .scalar("\u{3000}"), .scalar("\u{1F3FD}"),
      .scalar("\u{93E}"), .scalar("A"), .scalar("j"), .scalar(":"),
    ]
    return (0..<Int.random(in: 0...6, using: &chance)).map { _ in
      switch Int.random(in: 0..<9, using: &chance) {
      case 0:
        .paste(
          ["", "가나 \"다\" \\", "a\nb", "\u{1B}[2J\u{7}", "e\u{301}", "\u{1F3FD}x\u{A0}", "\u{1F44D}\u{1F3FD}"]
            .randomElement(using: &chance) ?? "")
      case 1: .click(Position(x: Int.random(in: -1...600, using: &chance), y: Int.random(in: 0...50, using: &chance)))
      case 2: .wheel(Position(x: 3, y: 250), down: true)
      case 3: .wheel(Position(x: 3, y: 199), down: Bool.random(using: &chance))
      case 4: .focus(true)
      default:
        .key(
          Key(
            names.randomElement(using: &chance) ?? .enter,
            Key.Modifiers(rawValue: [0, 0, 0, 1, 2, 4, 5].randomElement(using: &chance) ?? 0)))
      }
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>) func `what can be written down is read as it was`(_ seed: UInt64) throws {
    var chance = SeededRandom(seed: seed)
    for _ in 0..<LongForm.times(500, long: 250_000) {
      let pieces = RecordingText.pieces(of: events(&chance))
      let text = pieces.enumerated().map { RecordingText.line($1, at: Int64($0)) }.joined()
      let read = steps(try read(Self.head + text)).compactMap { step -> [TerminalEvent]? in
        if case .strike(let events) = step { events } else { nil }
      }
      #expect(read == pieces, "\(text)")
      #expect(pieces.allSatisfy { !$0.isEmpty })
    }
  }

  @Test func `tell which version wrote them, and those of older programs nothing`() throws {
    #expect(try read(Self.head).version == "1.2.3")
    #expect(try read("# old\ndemo --crowd 1\n").version == nil)
    #expect(try Recording.version(of: Array("version 9.0.0\ndemo\nat 5ms levitate\n".utf8)) == "9.0.0")
    for text in ["version\ndemo\n", "version 1 2\ndemo\n", "version \u{E9}\ndemo\n", "version 1.0.0\nshopping\n"] {
      #expect(throws: ScriptFault.self) { try read(text) }
    }
  }

  @Test func `half a line at the end of one that was cut off is none`() throws {
    #expect(try steps(read("demo\nat 5ms press j\nat 9ms pre")) == [.at(.milliseconds(5)), .strike([.key("j")])])
  }

  @Test func `keys that came together stay together, other things stand alone`() {
    let click = TerminalEvent.click(Position(x: 1, y: 1))
    #expect(
      RecordingText.pieces(of: [.key("a"), .key("b"), click, click, .focus(true), .key("c")]) == [
        [.key("a"), .key("b")], [click], [click], [.key("c")],
      ])
  }

  @Test(arguments: [
    ("", 1), ("shopping list\n", 1), ("demo\nat 5ms press j\nat 4ms press k\n", 3), ("# A recording\n\npress j\n", 1),
    ("demo --crowd 1\nat\n", 2),
    ("demo\nat 5ms\n", 2), ("demo\nat 5ms jump\n", 2), ("demo\n\nat 5ms click 3\n", 3),
    ("demo\nat 5ms wheel 1 1 left\n", 2),
    ("demo\nat 5ms click 500 1\n", 2), ("demo\nat -5ms press j\n", 2), ("demo\nat 5ms press\n", 2),
  ])
  func `what is none is refused with its line`(_ text: String, _ line: Int) {
    let fault = #expect(throws: ScriptFault.self) { try read(text) }
    #expect(fault?.line == line)
  }
}
