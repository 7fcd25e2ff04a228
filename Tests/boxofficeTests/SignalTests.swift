internal import Glibc
internal import TestSupport
internal import Testing
internal import Wording

/// However the program ends, the terminal is as it was.
@Suite(.serialized)
struct SignalTests {
  private func started(_ stage: Stage) async throws -> Pty {
    let terminal = try Pty(stage, ["--language", "en"])
    try await terminal.wait(for: "Sign in")
    try await terminal.settle()
    #expect(terminal.modes != terminal.modesBefore)
    return terminal
  }

  /// Main screen back exactly once, cursor shown, modes off, and the line as it was.
  private func expectSaneTerminal(_ terminal: Pty, sourceLocation: SourceLocation = #_sourceLocation) {
    let text = terminal.text()
    func count(_ part: String) -> Int { text.ranges(of: part).count }
    #expect(count("\u{1B}[?1049h") == 1, sourceLocation: sourceLocation)
    #expect(count("\u{1B}[?1049l") == 1, sourceLocation: sourceLocation)
    for (on, off) in [
      ("\u{1B}[?2004h", "\u{1B}[?2004l"), ("\u{1B}[?25l", "\u{1B}[?25h"),
    ] {
      let lastOff = text.lastPlace(of: off)
      #expect(lastOff != nil, "\(off.debugDescription)", sourceLocation: sourceLocation)
      #expect(text.lastPlace(of: on) ?? -1 < lastOff ?? -1, "\(on.debugDescription)", sourceLocation: sourceLocation)
    }
    #expect(count("\u{1B}[?1000h\u{1B}[?1006h") == 1, "the mouse is told of", sourceLocation: sourceLocation)
    #expect(count("\u{1B}[?1006l\u{1B}[?1000l") == 1, "and given back once", sourceLocation: sourceLocation)
    #expect(terminal.modes == terminal.modesBefore, sourceLocation: sourceLocation)
  }

  @Test func `restores the terminal on quit`() async throws {
    let terminal = try await started(try Stage(with: Quick.house))
    terminal.write("q")
    #expect(try await terminal.end() == .exited(0))
    expectSaneTerminal(terminal)
  }

  @Test(arguments: [SIGTERM, SIGINT, SIGHUP, SIGQUIT])
  func `restores the terminal on a signal and answers 128 plus its number`(_ signal: Int32) async throws {
    let terminal = try await started(try Stage(with: Quick.house))
    kill(terminal.child.pid, signal)
    #expect(try await terminal.end() == .exited(128 + signal))
    expectSaneTerminal(terminal)
  }

  @Test(arguments: [SIGSEGV, SIGABRT, SIGILL, SIGTRAP, SIGBUS, SIGFPE])
  func `restores the terminal in a crash and says where the log is`(_ signal: Int32) async throws {
    let stage = try Stage(with: Quick.house)
    let terminal = try await started(stage)
    kill(terminal.child.pid, signal)
    #expect(try await terminal.end() == .killed(by: signal))
    expectSaneTerminal(terminal)
    let text = terminal.text()
    let note = try #require(
      text.lastPlace(of: "boxoffice crashed. Its log: \(stage.folder)/state/boxoffice/boxoffice.log"))
    #expect(note > text.lastPlace(of: "\u{1B}[?1049l") ?? 0)
  }

  /// The runtime's own report would be drawn over the screen, and ask for a key before it goes.
  @Test(arguments: [nil, "enable=yes", "enable=yes,interactive=yes,color=yes"])
  func `goes at once in a crash, without a word of the runtime's own`(_ backtraces: String?) async throws {
    let stage = try Stage(with: Quick.house)
    let terminal = try Pty(stage, ["--language", "en"], environment: ["SWIFT_BACKTRACE": backtraces])
    try await terminal.wait(for: "Sign in")
    try await terminal.settle()
    kill(terminal.child.pid, SIGSEGV)
    #expect(try await terminal.end(seconds: 10) == .killed(by: SIGSEGV))
    let text = terminal.text()
    #expect(text.hasSuffix("boxoffice.log\r\n"))
    #expect(!text.contains("Program crashed") && !text.contains("Backtrace") && !text.contains("Press"))
  }

  @Test func `tells what was said in a failure of the program's own once the main screen is back`() async throws {
    let terminal = try Pty(
      try Stage(), ["trap"], store: nil, program: builtProgram("StoreWorker"), environment: ["SWIFT_BACKTRACE": nil])
    let end = try await terminal.end(seconds: 10)
    #expect([.killed(by: SIGILL), .killed(by: SIGTRAP)].contains(end), "\(end)")
    let text = terminal.text()
    let back = try #require(text.lastPlace(of: "\u{1B}[?1049l"))
    #expect(try #require(text.lastPlace(of: "Fatal error: Index out of range")) > back)
    #expect(text.hasSuffix("It crashed.\r\n"))
    #expect(terminal.modes == terminal.modesBefore)
  }

  @Test(
    arguments: [
      (["--store", "no/such/folder/a.sqlite"], 1, "there is no such directory; make it first."),
      (["--store", "."], 1, "this is a directory, not a file."),
      (["--memory", "--token-lifetime", "1m", "--idle-limit", "2m"], 1, "must be shorter"),
      (["--script", "missing.script"], 1, "there is no such file."),
      (["demo", "--crowd", "x"], 64, "'x'"),
      (["--no-such-option"], 64, "--no-such-option"),
    ] as [([String], Int32, String)])
  func `leaves the terminal alone when it cannot start`(
    _ arguments: [String], _ status: Int32, _ reason: String
  ) async throws {
    let terminal = try Pty(try Stage(), arguments + ["--language", "en"], store: nil)
    #expect(try await terminal.end() == .exited(status))
    #expect(terminal.text().contains(reason))
    #expect(!terminal.text().contains("\u{1B}"))
    #expect(terminal.modes == terminal.modesBefore)
  }

  /// Ten times the second that it may take.
  private static let closingLimit: Int64 = 10

  @Test func `ends when the terminal is closed`() async throws {
    let terminal = try await started(try Stage(with: Quick.house))
    terminal.hangUp()
    #expect(try await terminal.end(seconds: Self.closingLimit) == .exited(128 + SIGHUP))
  }

  @Test func `ends when a terminal that sends no signal is closed`() async throws {
    let stage = try Stage(with: Quick.house)
    let terminal = try Pty(stage, ["--language", "en"], store: stage.store, isOwned: false)
    try await terminal.wait(for: "Sign in")
    terminal.hangUp()
    #expect(try await terminal.end(seconds: Self.closingLimit) == .exited(128 + SIGHUP))
  }
}

extension String {
  /// How far from the start the last occurrence is.
  fileprivate func lastPlace(of part: String) -> Int? {
    ranges(of: part).last.map { utf8.distance(from: startIndex, to: $0.lowerBound) }
  }
}
