internal import Glibc
internal import TestSupport
internal import Testing
internal import Wording

/// The mouse, as the terminal is told of it and tells of it.
@Suite(.serialized)
struct MouseTests {
  private static let on = "\u{1B}[?1000h\u{1B}[?1006h"
  private static let off = "\u{1B}[?1006l\u{1B}[?1000l"

  private func started(_ arguments: [String] = [], kind: String = "xterm-256color") async throws -> Pty {
    let terminal = try Pty(
      try Stage(with: Quick.house), ["--language", "en"] + arguments, environment: ["TERM": kind])
    try await terminal.wait(for: "Sign in")
    try await terminal.settle()
    return terminal
  }

  /// The switches in the order in which they were written.
  private func switches(_ terminal: Pty) -> [Bool] {
    let text = terminal.text()
    let places =
      text.ranges(of: Self.on).map { ($0.lowerBound, true) } + text.ranges(of: Self.off).map { ($0.lowerBound, false) }
    return places.sorted { $0.0 < $1.0 }.map(\.1)
  }

  @Test func `is told of from the start`() async throws {
    let terminal = try await started()
    #expect(switches(terminal) == [true])
  }

  @Test func `is left to the terminal on request, and M says so`() async throws {
    let terminal = try await started(["--no-mouse"])
    terminal.write("M")
    try await terminal.wait(for: "Started with --no-mouse")
    terminal.write("q")
    #expect(try await terminal.end() == .exited(0))
    #expect(!terminal.text().contains("[?1000") && !terminal.text().contains("[?1006"))
  }

  @Test(arguments: [SIGTERM, SIGSEGV]) func `nor is it mentioned in the end that a signal makes`(_ signal: Int32)
    async throws
  {
    let terminal = try await started(["--no-mouse"])
    kill(terminal.child.pid, signal)
    _ = try await terminal.end()
    #expect(!terminal.text().contains("[?1000"))
  }

  @Test(arguments: ["linux", "vt220"]) func `is not asked for where nobody knows it`(_ kind: String) async throws {
    let terminal = try await started(kind: kind)
    terminal.write("M")
    try await terminal.wait(for: "has no mouse support")
    #expect(switches(terminal) == [])
  }

  @Test func `is handed over by M and taken back, and given back once`() async throws {
    let terminal = try await started()
    terminal.write("M")
    try await terminal.wait(for: Self.off)
    let before = terminal.output.count
    terminal.write("M")
    try await terminal.wait(for: Self.on, since: before)
    terminal.write("q")
    #expect(try await terminal.end() == .exited(0))
    #expect(switches(terminal) == [true, false, true, false])
  }

  @Test(arguments: [nil, SIGTERM, SIGABRT]) func `is not given back twice when the terminal has it`(_ signal: Int32?)
    async throws
  {
    let terminal = try await started()
    terminal.write("M")
    try await terminal.wait(for: Self.off)
    if let signal { kill(terminal.child.pid, signal) } else { terminal.write("q") }
    _ = try await terminal.end()
    #expect(switches(terminal) == [true, false])
  }

  @Test func `is the shell's while the program is suspended`() async throws {
    // Nobody could continue a program without a shell, so it goes on at once.
    let terminal = try await started()
    terminal.write("\u{1A}")
    try await terminal.wait(for: Self.off)
    try await terminal.settle()
    terminal.write("q")
    #expect(try await terminal.end() == .exited(0))
    let all = switches(terminal)
    #expect(Array(all.prefix(3)) == [true, false, true] && all.last == false)
    #expect(all.count { !$0 } == 2)
  }

  @Test func `stays the terminal's over a suspension when it was handed over`() async throws {
    let terminal = try await started()
    terminal.write("M")
    try await terminal.wait(for: Self.off)
    terminal.write("\u{1A}")
    try await terminal.settle()
    #expect(switches(terminal) == [true, false])
  }

  @Test func `clicks what stands on the screen`() async throws {
    let terminal = try await started()
    // The first person's line, which is chosen at first.
    let before = terminal.output.count
    terminal.write("\u{1B}[<0;5;6M\u{1B}[<0;5;6m")
    try await terminal.wait(for: "Jazz After Midnight", since: before)
  }
}
