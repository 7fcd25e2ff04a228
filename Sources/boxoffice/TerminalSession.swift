internal import ArgumentParser
internal import Booking
internal import Canvas
internal import CursesTerminal
internal import Glibc
internal import Logging
internal import SQLiteStore
internal import Screens

/// How the screens are shown.
struct ScreenOptions: ParsableArguments {
  @OptionGroup var languageOption: LanguageOption
  @Flag(help: "Draw with plain ASCII signs.") var ascii = false
  @Flag(help: "Leave the mouse to the terminal, for selecting text.") var noMouse = false

  var language: Language { languageOption.chosen }

  /// Refuses to go on where there is no terminal to show anything on.
  func checkTerminal() throws {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw fail(
        language(
          "터미널이 아닙니다. 터미널에서 실행하거나, 저장소 점검은 boxoffice check FILE을 쓰세요.",
          "this is not a terminal; run it in one, or use boxoffice check FILE to look at a store."), status: 2)
    }
  }
}

/// The screens of a house on this terminal, from the first picture to the last.
struct TerminalSession {
  let screen: ScreenOptions
  let house: HouseOpening.Opened
  /// The demonstration that this terminal runs.
  let show: DemoShow?

  private var language: Language { screen.language }

  /// Shows the screens until somebody quits. `prepare` is given the app before its first picture.
  func run(_ prepare: (App) throws(BookingError) -> Void) throws {
    let logPath = Folders.log()
    LoggingSystem.bootstrap { _ in LogFile(path: logPath) }
    let log = Logger(label: "boxoffice")
    log.info("opened \(house.store.filePath ?? "memory")")
    let terminal = try openTerminal(language, logPath: logPath)
    let status: Int32
    do throws(BookingError) {
      defer { terminal.close() }
      status = try show(on: terminal, log, prepare)
    } catch {
      throw fail(error.sentence(in: language))
    }
    log.info("closed with status \(status)")
    if status != 0 { throw ExitCode(status) }
  }

  private func show(
    on terminal: TerminalDriver, _ log: Logger, _ prepare: (App) throws(BookingError) -> Void
  ) throws(BookingError) -> Int32 {
    // What others commit from here on is news to the screens, which read after this.
    _ = try house.store.hasForeignChange()
    let hasColor = terminal.hasColor && environment("NO_COLOR") == nil
    let app = try App(
      engine: house.engine, language: language,
      theme: Theme(hasColor: hasColor, glyphs: screen.ascii ? .ascii : .unicode),
      mouse: screen.noMouse ? .declined : terminal.hasMouse ? .used : .missing, show: show)
    terminal.useMouse(app.usesMouse)
    try prepare(app)
    var loop = RunLoop(app: app, terminal: terminal, store: house.store, show: show, log: log)
    return loop.run()
  }

  private func openTerminal(_ language: Language, logPath: String) throws -> TerminalDriver {
    let note = language(
      "boxoffice가 멈췄습니다. 기록: \(logPath)\n", "boxoffice crashed. Its log: \(logPath)\n")
    do throws(TerminalDriver.Fault) {
      return try TerminalDriver(kind: environment("TERM"), crashNote: note)
    } catch {
      switch error {
      case .notATerminal:
        throw fail(language("터미널이 아닙니다.", "this is not a terminal."), status: 2)
      case .unusableKind(let kind):
        throw fail(
          language(
            "TERM=\(kind) 터미널은 쓸 수 없습니다. TERM=xterm-256color로 다시 해 보세요.",
            "TERM=\(kind) cannot be used; try TERM=xterm-256color."), status: 2)
      }
    }
  }
}
