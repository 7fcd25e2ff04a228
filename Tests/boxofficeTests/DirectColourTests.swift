internal import Foundation
internal import TestSupport
internal import Testing
internal import Wording

/// Kinds of terminals to which a number is no colour of the palette, but a colour itself.
@Suite("Direct colours", .serialized, .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/tic")))
struct DirectColourTests {
  /// As in the published descriptions: with the first 8, 16 or 256 colours of the palette, after which come shades.
  private static let kinds = [
    "xterm-direct": #"\E[%?%p1%{8}%<%t3%p1%d%e38:2::%p1%{65536}%/%d:%p1%{256}%/%{255}%&%d:%p1%{255}%&%d%;m"#,
    "xterm-direct2": #"\E[%?%p1%{8}%<%t3%p1%d%e38:2:%p1%{65536}%/%d:%p1%{256}%/%{255}%&%d:%p1%{255}%&%d%;m"#,
    "xterm-direct16":
      #"\E[%?%p1%{8}%<%t3%p1%d%e%?%p1%{16}%<%t%p1%{82}%+%d%e38:2::%p1%{65536}%/%d:%p1%{256}%/%{255}%&%d:%p1%{255}%&%d%;%;m"#,
    "xterm-direct256":
      #"\E[%?%p1%{8}%<%t3%p1%d%e%?%p1%{256}%<%t38;5;%p1%d%e38:2::%p1%{65536}%/%d:%p1%{256}%/%{255}%&%d:%p1%{255}%&%d%;%;m"#,
    "nobodys-direct": #"\E[38;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%dm"#,
  ]

  @Test(arguments: kinds.keys.sorted())
  func `the palette's colours are asked for as such`(kind: String) async throws {
    let stage = try Stage(with: Quick.house)
    let front = try #require(Self.kinds[kind])
    let description = """
      \(kind)|for a test,
      \tRGB, colors#0x1000000, pairs#0x10000, setaf=\(front),
      \tsetab=\(front.replacing(";3%p1", with: ";4%p1").replacing("[38", with: "[48").replacing("%e38", with: "%e48").replacing("%t3%", with: "%t4%")),
      \tuse=xterm-256color,

      """
    try description.write(toFile: "\(stage.folder)/kind.ti", atomically: false, encoding: .utf8)
    let kinds = "\(stage.folder)/terminfo"
    #expect(try await stage.run(["-x", "-o", kinds, "kind.ti"], program: "/usr/bin/tic").end == .exited(0))
    let usual = try await colours(stage, [:])
    #expect(usual.contains { $0.contains("38;5;") })
    #expect(try await colours(stage, ["TERM": kind, "TERMINFO": kinds]) == usual)
  }

  /// Every sequence that sets looks, on the first screen.
  private func colours(_ stage: Stage, _ environment: [String: String?]) async throws -> Set<String> {
    let terminal = try Pty(stage, ["--language", "en"], environment: environment)
    try await terminal.wait(for: "Sign in")
    try await terminal.settle()
    return Set(terminal.text().matches(of: /\u{1B}\[[0-9;:]*m/).map { String($0.output) })
  }
}
