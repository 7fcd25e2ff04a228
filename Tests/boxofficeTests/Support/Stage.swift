internal import Foundation
internal import TestSupport

/// A folder of its own for one test, with the store, the log and all else in it; removed at the end.
final class Stage {
  /// What a program said, and how it ended.
  struct Outcome {
    let end: Child.End
    let output: String
    let errors: String
  }

  private let place: TemporaryFolder
  var folder: String { place.path }
  var store: String { place.file("store.sqlite") }

  /// With no store yet.
  init() throws { place = try TemporaryFolder() }

  /// With a store with the sample programme, as it is some time after it was made with these options.
  convenience init(with options: [String]) throws {
    try self.init()
    try furnish(options)
  }

  /// Puts a store in place that was made with these options.
  func furnish(_ options: [String] = []) throws { try TemplateStore.copy(options, to: store) }

  /// The built program, which lies beside the tests.
  static let program = builtProgram("boxoffice")

  /// What every program of the stage finds around it, and nothing of what is around the tests.
  func environment(_ changes: [String: String?] = [:]) -> [String: String] {
    var all: [String: String] = [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder, "XDG_DATA_HOME": folder + "/data",
      "XDG_STATE_HOME": folder + "/state", "LANG": "C.UTF-8", "TERM": "xterm-256color", "TZ": "Asia/Seoul",
      "SWIFT_BACKTRACE": "enable=no",
    ]
    // Where a run that measures coverage wants its figures.
    all["LLVM_PROFILE_FILE"] = ProcessInfo.processInfo.environment["LLVM_PROFILE_FILE"]
    for (name, value) in changes { all[name] = value }
    return all
  }

  private var runs = 0

  /// Runs a program to its end, without a terminal.
  func run(
    _ arguments: [String], program: String = Stage.program, environment changes: [String: String?] = [:]
  ) async throws -> Outcome {
    runs += 1
    let files = ["output", "errors"].map { "\(folder)/\(runs).\($0)" }
    let child = try Child(
      program, arguments, environment: environment(changes), folder: folder,
      streams: [("/dev/null", O_RDONLY)] + files.map { ($0, O_WRONLY | O_CREAT | O_TRUNC) })
    let end = try await child.finish()
    let texts = try files.map { try String(contentsOfFile: $0, encoding: .utf8) }
    for file in files { try FileManager.default.removeItem(atPath: file) }
    return Outcome(end: end, output: texts[0], errors: texts[1])
  }

  /// What `boxoffice check` says of the store.
  func check() async throws -> Outcome { try await run(["check", store, "--language", "en"]) }

  /// What lies in a folder of the stage, hidden files too, in order.
  func files(in name: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: place.file(name)).sorted()
  }
}

/// Options that make a new store's rules quick, so that nobody has to wait.
enum Quick {
  /// Everybody is admitted within a third of a second.
  static let door = ["--activation-period", "300ms", "--batch", "500"]
  /// And whoever is in stays for longer than any test runs.
  static let house = door + ["--token-lifetime", "2h", "--idle-limit", "1h"]
  /// Nobody is admitted for an hour.
  static let closedDoor = ["--activation-period", "1h", "--batch", "50"]
}
