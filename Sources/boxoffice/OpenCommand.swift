internal import ArgumentParser
internal import Booking
internal import Canvas
internal import CursesTerminal
internal import Glibc
internal import Logging
internal import SQLiteStore
internal import Screens

/// `boxoffice`: opens the box office.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "open", abstract: "Open the box office (the default).")

  @OptionGroup var languageOption: LanguageOption
  @Option(help: ArgumentHelp("The store's file; made with a sample programme when it is missing.", valueName: "file"))
  var store: String?
  @Flag(help: "Keep everything in memory; it is gone when you quit.")
  var memory = false
  @Flag(help: "Draw with plain ASCII signs.")
  var ascii = false
  @Flag(help: "Leave the mouse to the terminal, for selecting text.")
  var noMouse = false
  @OptionGroup(title: "Policy of a new store") var policyOptions: PolicyOptions

  func validate() throws {
    if memory, store != nil { throw ValidationError("--memory and --store exclude each other.") }
  }

  func run() throws {
    let language = languageOption.chosen
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw fail(
        language(
          "터미널이 아닙니다. 터미널에서 실행하거나, 저장소 점검은 boxoffice check FILE을 쓰세요.",
          "this is not a terminal; run it in one, or use boxoffice check FILE to look at a store."), status: 2)
    }
    let house = try openHouse(language)
    defer { house.store.close() }
    let meanwhile = try settle(house, language)
    let logPath = Folders.log()
    LoggingSystem.bootstrap { _ in LogFile(path: logPath) }
    let log = Logger(label: "boxoffice")
    log.info("opened \(house.store.filePath ?? "memory")")

    let terminal = try openTerminal(language, logPath: logPath)
    let status: Int32
    do throws(BookingError) {
      defer { terminal.close() }
      status = try show(house, on: terminal, language, meanwhile, log)
    } catch {
      throw fail(error.sentence(in: language))
    }
    log.info("closed with status \(status)")
    if status != 0 { throw ExitCode(status) }
  }

  /// Runs the screens until they end, and answers the exit status.
  private func show(
    _ house: HouseOpening.Opened, on terminal: TerminalDriver, _ language: Language, _ meanwhile: [LocalizedText],
    _ log: Logger
  ) throws(BookingError) -> Int32 {
    // What others commit from here on is news to the screens, which read after this.
    _ = try house.store.hasForeignChange()
    let hasColor = terminal.hasColor && environment("NO_COLOR") == nil
    let app = try App(
      engine: house.engine, language: language, theme: Theme(hasColor: hasColor, glyphs: ascii ? .ascii : .unicode),
      mouse: noMouse ? .declined : terminal.hasMouse ? .used : .missing)
    terminal.useMouse(app.usesMouse)
    for text in meanwhile { app.announce(text) }
    var loop = RunLoop(app: app, terminal: terminal, store: house.store, log: log)
    return loop.run()
  }

  private func openHouse(_ language: Language) throws -> HouseOpening.Opened {
    let policy = policyOptions.applied(to: Policy())
    do {
      if memory {
        try policyOptions.check(policy, language)
        return try HouseOpening.openInMemory(policy: policy)
      }
      let path = store ?? Folders.defaultStore()
      // On a store that exists the options are judged by its own policy.
      if !StoreFile(path: path).exists { try policyOptions.check(policy, language) }
      return try HouseOpening.open(file: path, policy: policy)
    } catch let fault as StoreFileFault {
      throw fail(fault.sentence(in: language))
    } catch let error as BookingError {
      throw fail(error.sentence(in: language))
    }
  }

  /// Does what fell due while nobody had the store open, and puts it into words.
  private func settle(_ house: HouseOpening.Opened, _ language: Language) throws -> [LocalizedText] {
    do {
      // Before any look-up, since each does what has fallen due.
      let before = try house.store.read { reader throws(BookingError) in try reader.lastEvent() }
      if !house.isNew { try policyOptions.check(against: try house.engine.policy(), language) }
      try house.engine.runSchedule()
      let events = house.isNew ? [] : try house.engine.events(after: before, limit: 100_000)
      return Meanwhile(events: events, aheadBy: house.aheadBy).texts
    } catch let error as BookingError {
      throw fail(error.sentence(in: language))
    }
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
