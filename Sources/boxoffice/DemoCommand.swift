internal import ArgumentParser
internal import Booking
internal import Crowd
internal import Files
internal import Glibc
internal import SQLiteStore
internal import Screens
internal import Scripts
internal import Wording

/// `boxoffice demo`: a show of what a waiting queue does to a ticket sale.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Show what a waiting queue does to a ticket sale, with a crowd and a faster clock.",
    discussion: """
      A crowd rushes to a sale that has just opened, and you stand in the middle of the line. d opens the control panel: \
      the queue and the sale as charts, the clock's keys, the policy. Nothing of it touches your own store.
      """)

  @OptionGroup var screen: ScreenOptions
  @OptionGroup var options: DemoOptions
  @Option(
    help: ArgumentHelp(
      "Keep the show in a file, which other terminals may open; otherwise it is gone when you quit.", valueName: "file")
  ) var store: FilePath?
  @Flag(help: "Begin on the control panel.") var panel = false
  @Flag(help: "Be shown around: two minutes with captions.") var tour = false
  @Flag(inversion: .prefixedNo, help: "Explain each screen below it (default: yes, but in scripts).")
  var captions: Bool?
  @Option(
    help: ArgumentHelp("Record the session in a new file, which boxoffice replay repeats.", valueName: "file"))
  var record: FilePath?
  @OptionGroup(title: "Policy of the show") var policyOptions: PolicyOptions

  func validate() throws {
    try screen.scripts.check(hasScript: tour || screen.scripts.script != nil)
    if tour, screen.scripts.script != nil { throw ValidationError("--tour and --script exclude each other.") }
    if record != nil, tour || screen.scripts.script != nil || store != nil {
      throw ValidationError("--record: goes with a show of its own, without --script, --tour and --store.")
    }
    if tour, panel || options.isAnythingSet || policyOptions.isAnythingSet {
      throw ValidationError("--tour: tells of a show of its own, which no option changes.")
    }
  }

  func run() throws {
    let settings = try Settings.read(screen.languageOption)
    let language = settings.language(screen.languageOption)
    let script = try tour ? Self.tourScript() : screen.scripts.read(language)
    let recipe = try tour ? DemoShow.Recipe() : recipe(settings, language)
    try screen.checkTerminal(for: script, language)
    try play(recipe, script, settings)
  }

  /// Opens the show as it was recorded and repeats it.
  func play(_ recording: Script, _ replay: TerminalSession.Replay) throws {
    let settings = try Settings.read(screen.languageOption)
    let recipe = try recipe(settings, settings.language(screen.languageOption))
    try screen.checkTerminal(for: recording, settings.language(screen.languageOption))
    try play(recipe, recording, settings, replay)
  }

  /// Opens the show and plays it: by hand, by a script, or as it was recorded.
  private func play(
    _ recipe: DemoShow.Recipe, _ script: Script?, _ settings: Settings, _ replay: TerminalSession.Replay? = nil
  ) throws {
    let language = settings.language(screen.languageOption)
    let explains = script == nil || replay != nil ? captions ?? settings.value(of: .demoCaptions) ?? true : false
    let file = try file(language)
    // What is played or recorded is the same every time.
    let runEnvironment: RunEnvironment
    if record != nil || replay != nil {
      runEnvironment = .played(PlayedClock(isWatched: false), seed: recipe.plan.seed)
    } else if script != nil {
      runEnvironment = .played(PlayedClock(isWatched: !screen.scripts.isHeadless), seed: recipe.plan.seed)
    } else {
      runEnvironment = .real(ShowClock())
    }
    // A show without a name of its own goes when its last picture does.
    defer { if store == nil { Self.remove(file) } }
    do {
      let house = try HouseOpening.openShow(file: file, recipe, in: runEnvironment)
      defer { house.store.close() }
      let show = DemoShow(house, recipe, clock: runEnvironment.clock as? ShowClock, reading: runEnvironment.reading)
      let you = try show.begin()
      try TerminalSession(
        screen: screen, settings: settings, house: house, show: show, script: script, runEnvironment: runEnvironment,
        replay: replay, recording: try openRecording(recipe, settings, explains, language)
      ).run {
        app throws(BookingError) in
        try app.signIn(you)
        if explains { app.explain() }
        if panel { app.openControlPanel() }
        app.announce(
          LocalizedText(
            "줄을 섰습니다. d는 진행판, 거기서 v는 대기열이 없을 때와의 비교입니다.",
            "You stand in line. d opens the control panel, and v there a comparison."))
        try show.start()
        app.tick()
      }
    } catch is HouseOpening.ShowExists {
      throw exists(file, language)
    } catch let fault as StoreFileFault {
      throw fail(fault.sentence(in: language))
    } catch let error as BookingError {
      throw fail(error.sentence(in: language))
    }
  }

  /// Begins the file that the session is recorded in: with every option spelled out, so that whoever repeats it needs the
  /// same program and nothing else.
  private func openRecording(
    _ recipe: DemoShow.Recipe, _ settings: Settings, _ explains: Bool, _ language: Language
  ) throws -> TerminalSession.Recording? {
    guard let record else { return nil }
    let isASCII = screen.ascii ?? settings.value(of: .ascii) ?? false
    let usesMouse = screen.mouse ?? settings.value(of: .mouse) ?? true
    let looks = [
      "--language", language.rawValue, isASCII ? "--ascii" : "--no-ascii", usesMouse ? "--mouse" : "--no-mouse",
      explains ? "--captions" : "--no-captions",
    ]
    do throws(OpeningFault) {
      return TerminalSession.Recording(
        file: try RecordingFile(record), options: recipe.options + looks + (panel ? ["--panel"] : []))
    } catch {
      throw fail("\(record): \(error.reason).")
    }
  }

  private func recipe(_ settings: Settings, _ language: Language) throws -> DemoShow.Recipe {
    let policy = try policyOptions.policy(over: DemoShow.Recipe().policy, settings, language)
    return try options.recipe(settings, policy: policy, language)
  }

  private static func tourScript() throws -> Script { try ScriptReader.read(PackageResources.tour_script) }

  private func file(_ language: Language) throws -> FilePath {
    if let store {
      guard access(store.cString, F_OK) != 0 else { throw exists(store, language) }
      return store
    }
    guard let folder = Folders().temporary() else {
      throw fail(
        language(
          "임시 파일을 만들 폴더가 없습니다. TMPDIR에 쓸 수 있는 폴더를 정해 주세요.",
          "there is no folder for temporary files; set TMPDIR to one that can be written."))
    }
    return folder / "boxoffice-demo-\(String(UInt64.random(in: 0 ... .max), radix: 16)).sqlite"
  }

  private func exists(_ file: FilePath, _ language: Language) -> ExitCode {
    fail(
      language(
        "\(file): 이미 있는 파일입니다. 시연은 새 파일에서 시작합니다. 함께 보려면 boxoffice --store \(file.forShell)",
        "\(file) exists; a show begins in a new file. To join it: boxoffice --store \(file.forShell)"))
  }

  private static func remove(_ file: FilePath) {
    for suffix in ["", "-wal", "-shm"] { unlink((file + suffix).cString) }
  }
}
