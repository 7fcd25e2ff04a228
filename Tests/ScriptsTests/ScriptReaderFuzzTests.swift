import Booking
import TestSupport
import Testing
import Wording

@testable import Scripts

/// Scripts made of steps and of what somebody mistyped, a million of them in the long form: whatever comes of one, nothing
/// traps, and what is wrong is told with a line that is there.
struct ScriptReaderFuzzTests {
  private static let pieces: [[UInt8]] =
    [
      "press", "type", "wait", "rest", "until", "expect", "not", "save", "caption", "size", "at", "paste", "click",
      "wheel", "up", "rows", "screen", "demo", "#", "\n", "\r\n",
      "\u{2028}",
      " ", "  ", "\t", "\"", "\"\"", "\\\"", "\\", "\"좌석\"", "\"Seat\" \"A\"", "\"un\nended", "j", "Enter", "Ctrl-c",
      "Shift-Tab", "Ctrl-", "F99", "5m", "300ms", "1h", "7d", "-1s", "9223372036854775807h", "99999999999999999999",
      "0",
      "80 24", "1 1", "100000 100000", "../x", "a/b", ".", "좌석표", "e\u{301}", "\u{202E}", "\u{1B}[2J", "\u{0}",
      "\u{FEFF}", "👩‍👩‍👧", String(repeating: "a", count: 300),
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80]]

  private static let whole = """
    # A show
    size 100 30
    expect "대기실" "Waiting room"
    press j Enter Ctrl-c
    type "홍길동 a"
    until "좌석" "Seat" 30s
    caption "하나" "One"
    wait 5m
    rest 300ms
    expect not "no"
    save line_1
    caption
    at 5ms press a " Enter
    at 9ms paste "x"
    at 9ms wheel 1 2 down
    at 10ms click 7 7
    at 12ms rows 00ff
    """

  private func script(_ random: inout SeededRandom) -> [UInt8] {
    if Bool.random(using: &random) {
      return (0..<Int.random(in: 0...14, using: &random)).flatMap { _ in
        Self.pieces.randomElement(using: &random)! + (Bool.random(using: &random) ? [0x20] : [])
      }
    }
    var bytes = Array(Self.whole.utf8)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, at + Int.random(in: 0...12, using: &random))
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(at..<end)
      case 2: bytes.insert(contentsOf: Self.pieces.randomElement(using: &random)!, at: at)
      default: bytes.replaceSubrange(at..<end, with: Self.pieces.randomElement(using: &random)!)
      }
      if bytes.isEmpty { bytes = [0x20] }
    }
    return bytes
  }

  @Test(arguments: 0..<8) func `nothing traps, and a fault stands in a line of the script`(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let scripts = LongForm.times(1_000, long: 125_000)
    var read = 0
    for _ in 0..<scripts {
      let bytes = script(&random)
      let lines = String(decoding: bytes, as: UTF8.self).split(
        omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      _ = try? Recording.read(bytes)
      _ = try? Recording.read(Array("demo\n".utf8) + bytes)
      do throws(ScriptFault) {
        let script = try ScriptReader.read(bytes)
        read += 1
        let isOrdered = zip(script.lines, script.lines.dropFirst()).allSatisfy { $0.number <= $1.number }
        #expect(isOrdered && script.lines.allSatisfy { (1...lines.count).contains($0.number) }, "\(bytes)")
      } catch {
        #expect((1...lines.count).contains(error.line), "\(bytes)")
        for language in Language.allCases {
          let sentence = error.sentence(in: language)
          #expect(!sentence.isEmpty && sentence.count < 1_000, "\(bytes)")
        }
      }
    }
    #expect(read > scripts / 20 && read < scripts, "both were met: \(read)")
  }
}
