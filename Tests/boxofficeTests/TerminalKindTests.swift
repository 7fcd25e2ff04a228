internal import TestSupport
internal import Testing
internal import Wording

/// Terminals, locales and the lack of them.
@Suite(.serialized)
struct TerminalKindTests {
  @Test func `says in one sentence that this is no terminal`() async throws {
    let stage = try Stage()
    let outcome = try await stage.run(["--store", stage.store, "--language", "en"])
    #expect(outcome.end == .exited(2))
    #expect(outcome.output == "")
    #expect(
      outcome.errors
        == "boxoffice: this is not a terminal; run it in one, or use boxoffice check FILE to look at a store.\n")
    #expect(try !stage.files().contains("store.sqlite"))
  }

  @Test(arguments: ["dumb", ""])
  func `refuses a terminal that cannot place the cursor`(_ kind: String) async throws {
    let stage = try Stage(with: Quick.house)
    let terminal = try Pty(stage, ["--language", "en"], environment: ["TERM": kind])
    #expect(try await terminal.end() == .exited(2))
    #expect(terminal.text() == "boxoffice: TERM=\(kind) cannot be used; try TERM=xterm-256color.\r\n")
    #expect(terminal.modes == terminal.modesBefore)
  }

  @Test func `takes an unknown kind of terminal for the most common one`() async throws {
    let stage = try Stage(with: Quick.house)
    let terminal = try Pty(stage, ["--language", "en"], environment: ["TERM": "nobody-knows-this"])
    try await terminal.wait(for: "Sign in")
    try await terminal.settle()
    terminal.write("q")
    #expect(try await terminal.end() == .exited(0))
    #expect(terminal.text().contains("\u{1B}[?1049l"))
  }

  @Test func `draws with plain signs where the terminal draws lines two cells wide`() async throws {
    let wide = try await help(cursorColumn: 3)
    #expect(wide.contains("+-"))
    #expect(!wide.unicodeScalars.contains { (0x2500...0x259F).contains($0.value) })
    let narrow = try await help(cursorColumn: 2)
    #expect(narrow.contains("┌─"))
  }

  /// What is written for the help card once the terminal has said where a line's end left the cursor.
  private func help(cursorColumn column: Int) async throws -> String {
    let terminal = try Pty(try Stage(with: Quick.house), ["--language", "en"])
    try await terminal.wait(for: "\u{1B}[6n")
    terminal.write("\u{1B}[1;\(column)R")
    try await terminal.wait(for: "Sign in")
    try await terminal.settle()
    let before = terminal.output.count
    terminal.write("?")
    try await terminal.wait(for: "Ctrl-L", since: before)
    try await terminal.settle()
    return terminal.text(since: before)
  }

  @Test func `draws with plain signs on request`() async throws {
    let terminal = try Pty(try Stage(with: Quick.house), ["--language", "en", "--ascii"])
    try await terminal.wait(for: "Sign in")
    terminal.write("?")
    try await terminal.wait(for: "Ctrl-L")
    try await terminal.settle()
    // The probe itself writes one line's sign and erases it again.
    let text = terminal.text().replacing("\r─\u{1B}[6n", with: "")
    #expect(!text.unicodeScalars.contains { (0x2500...0x259F).contains($0.value) })
  }

  @Test func `writes no colour when NO_COLOR is set`() async throws {
    let plain = try Pty(try Stage(with: Quick.house), ["--language", "en"], environment: ["NO_COLOR": "1"])
    try await plain.wait(for: "Sign in")
    try await plain.settle()
    let coloured = try Pty(try Stage(with: Quick.house), ["--language", "en"])
    try await coloured.wait(for: "Sign in")
    try await coloured.settle()
    #expect(!plain.text().contains("[38;5;") && !plain.text().contains("[48;5;"))
    #expect(coloured.text().contains("[38;5;") || coloured.text().contains("[48;5;"))
  }
}

/// The same words wherever they are drawn.
@Suite(.serialized, Tmux.condition)
struct TerminalSamenessTests {
  /// The sign-in screen and the help card, with the clock left out.
  private func screens(_ arguments: [String], environment: [String: String?]) async throws -> [String] {
    let stage = try Stage(with: Quick.house)
    let terminal = try await Tmux(stage, arguments, environment: environment)
    var pictures: [String] = []
    let signIn = try await terminal.wait("everybody is in") { picture in
      picture.lines.count == 24 && picture.lines[23].contains("q ")
        && picture.lines[15...20].allSatisfy { $0.hasSuffix("활성") || $0.hasSuffix("active") }
    }
    pictures.append(signIn.lines[1...].joined(separator: "\n"))
    try await terminal.press("?")
    // Drawn from the top: with the bottom line's new keys it is whole.
    let help = try await terminal.wait("the whole card") { picture in
      picture.has("┌─") && (picture.lines[23].contains("닫기") || picture.lines[23].contains("close"))
    }
    pictures.append(help.lines[1...].joined(separator: "\n"))
    return pictures
  }

  @Test func `shows the same under every locale`() async throws {
    let expected = try await screens(["--language", "ko"], environment: ["LANG": "C.UTF-8"])
    #expect(expected[0].contains("누구신가요?"))
    for locale in ["C", "", "POSIX", "ko_KR.UTF-8", "en_US.ISO-8859-1"] {
      #expect(try await screens(["--language", "ko"], environment: ["LANG": locale]) == expected, "\(locale)")
    }
    #expect(try await screens([], environment: ["LANG": "ko_KR.UTF-8"]) == expected)
  }

  @Test func `shows the same text on every kind of terminal`() async throws {
    let expected = try await screens(["--language", "ko"], environment: ["TERM": "tmux-256color"])
    for kind in ["xterm-256color", "screen", "linux", "vt220", "xterm-mono"] {
      #expect(try await screens(["--language", "ko"], environment: ["TERM": kind]) == expected, "\(kind)")
    }
  }
}
