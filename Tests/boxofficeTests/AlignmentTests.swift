internal import Foundation
internal import TestSupport
internal import Testing

/// What a terminal emulator shows, against what the program meant.
@Suite("The picture in a terminal", .serialized, Tmux.condition)
struct AlignmentTests {
  /// Steps to a screen from the sign-in screen.
  struct Way: CustomTestStringConvertible {
    let testDescription: String
    let script: String

    static let toMap = """
      press Enter
      until "재즈" "Jazz" 1m
      press Enter
      until "200/200" 1m
      press j j Enter
      until "예약 가능" ", available" 1m
      """

    static let all = [
      Way(testDescription: "sign-in", script: ""),
      Way(testDescription: "a name that is typed", script: "press n\ntype \"홍길동 ab\""),
      Way(testDescription: "the help card over the list", script: "press ?"),
      Way(testDescription: "the map", script: toMap),
      Way(
        testDescription: "a question over the checkout",
        script: toMap + "\npress Enter\nuntil \"남은 시간\" \"Time left\" 1m\npress Enter"),
    ]
  }

  @Test(arguments: Way.all, ["ko", "en"])
  func `is the one that was meant, cell by cell`(_ way: Way, _ language: String) async throws {
    for (width, height) in [(80, 24), (121, 40)] {
      let stage = try Stage(with: Quick.house)
      try (way.script + "\nsave meant\nrest 1h\n").write(
        toFile: stage.folder + "/way.script", atomically: true, encoding: .utf8)
      let terminal = try await Tmux(
        stage, ["--language", language, "--script", "way.script", "--frames", stage.folder], width: width,
        height: height)
      let file = stage.folder + "/meant.txt"
      let meant = try await eventually("the screen is saved") {
        let saved = Picture((try? String(contentsOfFile: file, encoding: .utf8)) ?? "").withoutTime
        return saved.lines.count == height ? saved : nil
      }
      try await terminal.wait("\(width)×\(height): \(meant.text)") { $0.withoutTime == meant }
    }
  }

  @Test(arguments: [1, 2] as [UInt64]) func `is whole again after a storm of sizes`(seed: UInt64) async throws {
    let stage = try Stage(with: Quick.house)
    let terminal = try await Tmux(stage, ["--language", "ko"])
    try await terminal.wait(for: "누구신가요?", "김하늘", "활성", "q 종료")
    let before = try await terminal.picture().withoutTime
    var random = SeededRandom(seed: seed)
    var sizes = [(1, 1), (300, 100), (300, 1), (1, 100), (2, 3)]
    sizes += (0..<40).map { _ in (Int.random(in: 1...300, using: &random), Int.random(in: 1...100, using: &random)) }
    for (width, height) in sizes.shuffled(using: &random) { try await terminal.resize(width: width, height: height) }
    try await terminal.resize(width: 80, height: 24)
    try await terminal.wait("the picture as it was") { $0.withoutTime == before }
    try await terminal.press("q")
    #expect(try await terminal.end() == 0)
  }

  @Test func `has only quitting in a window that is too small`() async throws {
    let stage = try Stage(with: Quick.house)
    let terminal = try await Tmux(stage, ["--language", "en"])
    try await terminal.wait(for: "Sign in", "김하늘", "active", "q quit")
    let before = try await terminal.picture().withoutTime
    try await terminal.resize(width: 40, height: 10)
    try await terminal.wait(for: "This window is too small.")
    try await terminal.press("j", "n", "?", "M", "m", "/", "Enter", "Escape", "Space")
    try await terminal.type("가나다")
    try await terminal.resize(width: 80, height: 24)
    try await terminal.wait("the picture as it was") { $0.withoutTime == before }
    try await terminal.resize(width: 40, height: 10)
    try await terminal.wait(for: "This window is too small.")
    try await terminal.press("q")
    #expect(try await terminal.end() == 0)
  }
}

extension Picture {
  /// With a zero for each digit, full bars and no line of countdowns, since time goes on, and without what an emulator does
  /// not tell from nothing.
  fileprivate var withoutTime: Picture {
    let lines = lines.enumerated().map { number, line in
      guard number != 1 else { return "" }
      let masked = String(line.map { $0.isASCII && $0.isNumber ? "0" : $0 == "░" ? "█" : $0 })
      return String(masked.reversed().drop { $0 == " " }.reversed())
    }
    return Picture(lines.joined(separator: "\n") + "\n")
  }
}
