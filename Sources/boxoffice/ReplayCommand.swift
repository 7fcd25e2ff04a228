internal import ArgumentParser
internal import Booking
internal import Files
internal import Scripts
internal import Wording

/// `boxoffice replay`: repeats a recorded session.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Repeat a session that boxoffice demo --record wrote.",
    discussion: """
      The same keys come at the same instants, to the same rows and screens; what differs at the end is told, and ends \
      with 1. Nothing is written but screens, and those only with --frames. Space stops it, Esc hands you the keys where it stands. With --headless it is a test that takes no longer \
      than it must.
      """)

  @Argument(help: ArgumentHelp("The recording.", valueName: "file")) var file: FilePath
  @Flag(help: "Repeat it without a terminal.") var headless = false
  @Option(help: ArgumentHelp("How many times as fast, 1 to 1000 (default: 1).", valueName: "times")) var speed: Int64 =
    1

  @Option(
    help: ArgumentHelp("Where screens are saved, each in a new file (default: nowhere).", valueName: "folder"))
  var frames: FilePath?

  /// Stands among a recording's options where it was made without colours.
  static let withoutColor = "--no-color"

  func validate() throws {
    guard (1...1000).contains(speed) else { throw ValidationError("--speed: must lie between 1 and 1000.") }
  }

  func run() throws {
    let language = LanguageOption.ofLocale
    let recording: Recording
    // Of a newer program it may say what this one cannot read.
    var version: String?
    do {
      let bytes = try InputFile(path: file, mostBytes: Recording.mostBytes).bytes()
      version = try Recording.version(of: bytes)
      recording = try Recording.read(bytes)
    } catch let fault as InputFile.Fault {
      throw fail("\(file): \(fault.sentence(in: language))")
    } catch let fault as ScriptFault {
      throw refuse("\(file):\(fault.line): \(fault.sentence(in: language))", version, language)
    }
    var demo = try demo(of: recording, language)
    demo.screen.scripts.headless = headless
    demo.screen.scripts.script = file
    demo.screen.scripts.frames = frames
    try demo.screen.scripts.checkFrames()
    if let note = note(on: version, language) { tell("boxoffice: \(file): \(note)") }
    try demo.play(
      recording.script,
      TerminalSession.Replay(speed: speed, hasColor: !recording.options.contains(Self.withoutColor)))
  }

  /// The show that was recorded. Who wrote the recording has no say in files, nor in what is played.
  private func demo(of recording: Recording, _ language: Language) throws -> DemoCommand {
    let demo: DemoCommand
    do {
      demo = try DemoCommand.parse(recording.options.filter { $0 != Self.withoutColor })
    } catch {
      throw refuse("\(file): \(DemoCommand.message(for: error).inOneLine)", recording.version, language)
    }
    let scripts = demo.screen.scripts
    guard demo.record == nil, demo.store == nil, scripts.script == nil, scripts.frames == nil, !demo.tour else {
      throw refuse("\(file): \(ScriptFault.notARecording.sentence(in: language))", recording.version, language)
    }
    return demo
  }

  private func refuse(_ sentence: String, _ version: String?, _ language: Language) -> ExitCode {
    guard version != nil, let note = note(on: version, language) else { return fail(sentence) }
    return fail("\(sentence) (\(note))")
  }

  /// That another program made it; nil where this one did.
  private func note(on version: String?, _ language: Language) -> String? {
    let current = ProgramVersion.current
    guard version != current else { return nil }
    let other = version ?? language("0.1.0 또는 그 이전", "0.1.0 or older")
    return language(
      "다른 버전(\(other))의 녹화입니다. 지금은 \(current)이므로 결과가 다를 수 있습니다.",
      "recorded by another version, \(other); this is \(current), so it may come out otherwise.")
  }
}
