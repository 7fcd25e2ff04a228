internal import TestSupport
internal import Testing
internal import Wording

/// Sizes that no window has, but that the other end of a line may tell.
@Suite(.serialized)
struct WindowSizeTests {
  private static let absurd: [(UInt16, UInt16)] = [
    (65_535, 65_535), (20_000, 20_000), (80, 32_768), (80, 65_535), (65_535, 24), (0, 65_535), (501, 201),
  ]

  @Test(arguments: absurd)
  func `starts in a window of any size, and draws no more of it than anybody reads`(width: UInt16, height: UInt16)
    async throws
  {
    let terminal = try Pty(try Stage(with: Quick.house), ["--language", "en"], width: width, height: height)
    try await terminal.wait(for: "Sign in")
    try await expectSmall(terminal)
  }

  @Test func `lives through windows that change to any size`() async throws {
    let terminal = try Pty(try Stage(with: Quick.house), ["--language", "en"])
    try await terminal.wait(for: "Sign in")
    for (width, height) in Self.absurd + [(1, 1), (0, 0)] {
      terminal.resize(width: width, height: height)
      try await terminal.settle()
    }
    try await expectSmall(terminal)
  }

  private func expectSmall(_ terminal: Pty) async throws {
    try await terminal.settle()
    #expect(Self.extent(of: terminal.text()).map { $0 <= 500 && $1 <= 200 } ?? false)
    #expect(try #require(terminal.peakMemory) < 400 << 20)
    terminal.write("q")
    #expect(try await terminal.end() == .exited(0))
  }

  /// The farthest column and line to which the cursor was sent; nil when it was sent nowhere.
  private static func extent(of text: String) -> (Int, Int)? {
    let places = text.matches(of: /\u{1B}\[(\d+);(\d+)H/).map { (Int($0.2) ?? 0, Int($0.1) ?? 0) }
    let lines = text.matches(of: /\u{1B}\[(\d+)d/).map { (0, Int($0.1) ?? 0) }
    guard let first = places.first else { return nil }
    return (places + lines).reduce(first) { (max($0.0, $1.0), max($0.1, $1.1)) }
  }

  @Test(
    arguments: [
      ([:], 80, 24), (["LINES": "30", "COLUMNS": "100"], 100, 30), (["LINES": "0", "COLUMNS": "-5"], 80, 24),
      (["LINES": "x", "COLUMNS": ""], 80, 24), (["LINES": "99999999999999999999", "COLUMNS": "32768"], 500, 200),
    ] as [([String: String], Int, Int)])
  func `takes a window that tells no size for what the environment says, or for one of 80 by 24`(
    environment: [String: String], width: Int, height: Int
  ) async throws {
    let terminal = try Pty(
      try Stage(with: Quick.house), ["--language", "en"], width: 0, height: 0, environment: environment.mapValues { $0 }
    )
    try await terminal.wait(for: "Sign in")
    try await terminal.settle()
    #expect(try #require(Self.extent(of: terminal.text())).1 == height)
    terminal.write("q")
    #expect(try await terminal.end() == .exited(0))
  }
}
