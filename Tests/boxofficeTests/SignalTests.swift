internal import Glibc
internal import TestSupport
internal import Testing

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

  @Test(arguments: [SIGSEGV, SIGABRT, SIGILL])
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

  @Test func `ends when the terminal is closed`() async throws {
    let terminal = try await started(try Stage(with: Quick.house))
    terminal.hangUp()
    #expect(try await terminal.child.finish() == .exited(128 + SIGHUP))
  }
}

extension String {
  /// How far from the start the last occurrence is.
  fileprivate func lastPlace(of part: String) -> Int? {
    ranges(of: part).last.map { utf8.distance(from: startIndex, to: $0.lowerBound) }
  }
}
