internal import ArgumentParser
internal import Booking
internal import Canvas
internal import CursesTerminal
internal import Files
internal import Glibc
internal import Logging
internal import SQLiteStore
internal import Screens
internal import Scripts
internal import Wording

/// The screens of a house, from the first picture to the last: on this terminal, or nowhere while a script is played.
struct TerminalSession {
  let screen: ScreenOptions
  let settings: Settings
  let house: HouseOpening.Opened
  /// The demonstration that this terminal runs.
  let show: DemoShow?
  let script: Script?
  let runEnvironment: RunEnvironment
  /// The session that is repeated, or the file that this one is recorded in.
  var replay: Replay?
  var recording: Recording?

  /// Where the session is written down, and how the show was opened.
  struct Recording {
    var file: RecordingFile
    var options: [String]
  }

  /// How a recording is repeated.
  struct Replay {
    var speed: Int64
    /// Whether there were colours.
    var hasColor: Bool
    /// What those who watch should know of it; nil when all is as it was.
    var note: String?
  }

  private var language: Language { settings.language(screen.languageOption) }
  /// What a script is called: one without a file is the tour.
  private var scriptName: String { screen.scripts.script.map { "\($0)".brief } ?? "--tour" }

  /// Shows the screens until somebody quits. `prepare` is given the app before its first picture.
  func run(_ prepare: (App) throws(BookingError) -> Void) throws {
    let logPath = Folders().log()
    LoggingSystem.bootstrap { _ in LogFile(path: logPath) }
    let log = Logger(label: "boxoffice")
    log.info("opened \(house.store.filePath.map { "\($0)" } ?? "memory")")
    if let script, screen.scripts.isHeadless { return try play(script, log, prepare) }
    let terminal = try openTerminal(language, logPath: logPath)
    let status: Int32
    let playback: Playback?
    do throws(BookingError) {
      defer { terminal.close() }
      let app = try app(terminal, prepare)
      playback = script.map { self.playback(of: $0, at: app, log) }
      let looks = app.theme.hasColor ? [] : [ReplayCommand.withoutColor]
      let recorder = recording.map { recording in
        Recorder(
          self.playback(of: .endless, at: app, log), recording.file, options: recording.options + looks,
          clock: MachineClock.steady)
      }
      var loop = RunLoop(
        app: app, terminal: terminal, store: house.store, show: show,
        stage: playback.map {
          ScriptStage($0, at: MachineClock.steady(), speed: replay?.speed ?? 1, note: replay?.note)
        },
        recorder: recorder, log: log)
      status = loop.run()
    } catch {
      throw fail(error.sentence(in: language))
    }
    log.info("closed with status \(status)")
    if let playback, !playback.isTour { try judge(playback) }
    if status != 0 { throw ExitCode(status) }
  }

  /// - Parameter terminal: nil where there is none.
  private func app(
    _ terminal: TerminalDriver?, _ prepare: (App) throws(BookingError) -> Void
  ) throws(BookingError) -> App {
    // What others commit from here on is news to the screens, which read after this.
    _ = try house.store.hasForeignChange()
    let hasColor = replay?.hasColor ?? (terminal.map(\.hasColor) ?? true && environment("NO_COLOR") == nil)
    let isASCII = screen.ascii ?? settings.value(of: .ascii) ?? false
    let usesMouse = screen.mouse ?? settings.value(of: .mouse) ?? true
    let app = try App(
      engine: house.engine, language: language,
      theme: Theme(hasColor: hasColor, glyphs: isASCII ? .ascii : .unicode),
      mouse: !usesMouse ? .declined : terminal.map(\.hasMouse) ?? true ? .used : .missing,
      random: runEnvironment.random(), show: show)
    terminal?.useMouse(app.usesMouse)
    try prepare(app)
    return app
  }

  private func playback(of script: Script, at app: App, _ log: Logger) -> Playback {
    let saved = SavedScreens(folder: screen.scripts.frames, isRepetition: replay != nil)
    return Playback(
      script, at: app, house: house, show: show, clock: runEnvironment.clock as? PlayedClock, log: log,
      isTour: screen.scripts.script == nil, isRecording: replay != nil || recording != nil, save: saved.save)
  }

  /// Plays a script without a terminal.
  private func play(_ script: Script, _ log: Logger, _ prepare: (App) throws(BookingError) -> Void) throws {
    let playback: Playback
    do throws(BookingError) {
      playback = self.playback(of: script, at: try app(nil, prepare), log)
    } catch {
      throw fail(error.sentence(in: language))
    }
    playback.playAlone()
    try judge(playback)
    if replay != nil { return try tellReplayed(script) }
    print(
      language(
        "\(scriptName): 끝까지 진행했습니다. 맞은 기대: \(script.expectations)개.",
        "\(scriptName): played to its end; expectations met: \(script.expectations)."))
  }

  /// Says that a recording came out the same; one of a session that was cut off has no end to come to, and proves nothing.
  private func tellReplayed(_ recording: Script) throws {
    guard recording.hasEnd else {
      throw fail(
        language(
          "\(scriptName): 녹화가 도중에 끊겼거나 고쳐져, 마지막 두 줄(rows, screen)이 없어 비교하지 못했습니다.",
          "\(scriptName): the recording was cut off or changed: without rows and screen as its last lines nothing is compared."
        )
      )
    }
    print(
      language("\(scriptName): 저장소와 화면이 녹화 때와 같습니다.", "\(scriptName): repeated to the same rows and the same screen."))
  }

  /// Tells why a script did not end well, and shows the screen.
  private func judge(_ playback: Playback) throws {
    guard case .failed(let failure, let line) = playback.player.state else { return }
    let picture = playback.frame
    let edge = String(repeating: "-", count: picture.size.width)
    for line in [edge] + (0..<picture.size.height).map(picture.row) + [edge] { tell(line) }
    // Last, where it is seen.
    throw fail("\(scriptName):\(line): \(failure.sentence(in: language))")
  }

  private func openTerminal(_ language: Language, logPath: FilePath?) throws -> TerminalDriver {
    let log = logPath.map { "\($0)".outgoing.fitted(to: 200, mark: "…") }
    let place = log.map { language(" 기록: \($0)", " Its log: \($0)") } ?? ""
    let note = language("boxoffice가 멈췄습니다.\(place)\n", "boxoffice crashed.\(place)\n")
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
      case .noKinds:
        throw fail(
          language(
            "이 컴퓨터에 터미널 정의(terminfo)가 없습니다. ncurses-base 같은 패키지를 설치해 주세요.",
            "this machine has no terminal descriptions (terminfo); install ncurses-base or the like."), status: 2)
      case .failed(let reason):
        throw fail(
          language("터미널을 열지 못했습니다 (\(reason)).", "the terminal could not be opened (\(reason))."), status: 2)
      }
    }
  }
}
