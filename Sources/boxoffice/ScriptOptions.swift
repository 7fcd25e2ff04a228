internal import ArgumentParser
internal import Booking
internal import Files
internal import Glibc
internal import Scripts
internal import Wording

/// A script to be played, with or without a terminal.
struct ScriptOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Play a script: keys, waits, expectations. Ends with 1 where one is not met.", valueName: "file"))
  var script: FilePath?
  @Flag(help: "Play it without a terminal; a demonstration then takes no longer than it must.") var headless = false
  @Option(help: ArgumentHelp("Where the script saves screens (default: here).", valueName: "folder"))
  var frames: FilePath?

  /// Refuses what goes with a script where there is none.
  func check(hasScript: Bool) throws {
    for (name, isSet) in [("--headless", headless), ("--frames", frames != nil)] where isSet && !hasScript {
      throw ValidationError("\(name): goes with --script.")
    }
  }

  /// Whether a script is to be played without a terminal: where it is asked for, and where there is none.
  var isHeadless: Bool { headless || !Self.hasTerminal }

  static var hasTerminal: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// The script that is asked for, read; nil without one.
  func read(_ language: Language) throws -> Script? {
    guard let script else { return nil }
    try checkFrames()
    do {
      return try ScriptReader.read(InputFile(path: script, mostBytes: ScriptReader.mostBytes).bytes())
    } catch let fault as InputFile.Fault {
      throw fail("\(script): \(fault.sentence(in: language))")
    } catch let fault as ScriptFault {
      throw fail("\(script):\(fault.line): \(fault.sentence(in: language))")
    }
  }

  /// Refuses a folder in which no screens can be saved.
  func checkFrames() throws {
    guard let frames, !frames.isWritableFolder else { return }
    let number = access(frames.cString, W_OK | X_OK) == 0 ? ENOTDIR : errno
    throw fail("--frames: \(frames): \(String(cString: strerror(number))).")
  }
}

extension ScriptPlayer.Failure {
  func sentence(in language: Language) -> String {
    switch self {
    case .unmet(let text, isThere: true):
      language("화면에 “\(text.korean)”이(가) 없습니다.", "the screen does not show “\(text.english)”.")
    case .unmet(let text, isThere: false):
      language("화면에 “\(text.korean)”이(가) 있습니다.", "the screen shows “\(text.english)”.")
    case .neverSeen(let text, let time):
      language(
        "\(time.written) 안에 화면에 “\(text.korean)”이(가) 나타나지 않았습니다.",
        "the screen did not show “\(text.english)” within \(time.written).")
    case .storeLost(let error): error.sentence(in: language)
    case .clockStands:
      language("시계가 멈춰 있어 기다릴 수 없습니다.", "the clock stands still, so that a wait has no end.")
    case .unsaved(let name, let reason):
      language("\(name).txt를 저장할 수 없습니다 (\(reason)).", "\(name).txt cannot be saved (\(reason)).")
    case .disturbed:
      language("다른 터미널이 이 저장소를 열어 시계가 바뀌었습니다.", "another terminal opened the store, which changed its clock.")
    case .otherRows: language("저장소의 내용이 녹화 때와 다릅니다.", "the store's rows differ from those of the recording.")
    case .otherScreen: language("화면이 녹화 때와 다릅니다.", "the screen differs from that of the recording.")
    case .quit: language("대본이 끝나기 전에 프로그램이 끝났습니다.", "the program was left before the script was over.")
    }
  }
}
