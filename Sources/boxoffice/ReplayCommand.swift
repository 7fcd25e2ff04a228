internal import ArgumentParser
internal import Booking
internal import Scripts

/// `boxoffice replay`: repeats a recorded session.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Repeat a session that boxoffice demo --record wrote.",
    discussion: """
      The same keys come at the same instants, to the same rows and screens; what differs at the end is told, and ends \
      with 1. Space stops it, Esc hands you the keys where it stands. With --headless it is a test that takes no longer \
      than it must.
      """)

  @Argument(help: ArgumentHelp("The recording.", valueName: "file")) var file: String
  @Flag(help: "Repeat it without a terminal.") var headless = false
  @Option(help: ArgumentHelp("How many times as fast, 1 to 1000 (default: 1).", valueName: "times")) var speed: Int64 =
    1

  /// Stands among a recording's options where it was made without colours.
  static let withoutColor = "--no-color"

  func validate() throws {
    guard (1...1000).contains(speed) else { throw ValidationError("--speed: must lie between 1 and 1000.") }
  }

  func run() throws {
    let language = LanguageOption.ofLocale
    let recording: Recording
    do {
      recording = try Recording.read(InputFile(path: file, mostBytes: Recording.mostBytes).bytes())
    } catch let fault as InputFile.Fault {
      throw fail("\(file): \(fault.sentence(in: language))")
    } catch let fault as ScriptFault {
      throw fail("\(file):\(fault.line): \(fault.sentence(in: language))")
    }
    var demo: DemoCommand
    do {
      demo = try DemoCommand.parse(recording.options.filter { $0 != Self.withoutColor })
    } catch {
      throw fail("\(file): \(DemoCommand.message(for: error))")
    }
    guard demo.record == nil, demo.store == nil, demo.screen.scripts.script == nil, !demo.tour else {
      throw fail("\(file): \(ScriptFault.notARecording.sentence(in: language))")
    }
    demo.screen.scripts.headless = headless
    demo.screen.scripts.script = file
    try demo.play(
      recording.script,
      TerminalSession.Replay(speed: speed, hasColor: !recording.options.contains(Self.withoutColor)))
  }
}
