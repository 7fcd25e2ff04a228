internal import ArgumentParser
internal import Booking
internal import Crowd
internal import Files
internal import Foundation
internal import TestSupport
internal import Testing
internal import Wording

@testable import boxoffice

extension Settings {
  /// Nothing is set.
  static func none() throws -> Settings { try Settings(file: "/nonexistent/config.json") { _ in nil } }
}

@Suite("The configuration file and the environment")
struct SettingsTests {
  private let folder: TemporaryFolder
  private var file: String { folder.file("config.json") }

  init() throws { folder = try TemporaryFolder() }

  private func settings(_ text: String, _ environment: [String: String] = [:]) throws -> Settings {
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    return try Settings(file: FilePath(file)) { environment[$0] }
  }

  private func refusal(_ text: String, _ environment: [String: String] = [:]) -> String? {
    do {
      _ = try settings(text, environment)
      return nil
    } catch {
      return (error as? Settings.Refusal)?.sentence(in: .english)
    }
  }

  @Test func `are read as the options are written`() throws {
    let all = try settings(
      """
      {"language": "ko", "ascii": true, "mouse": false, "store": "/tmp/x.sqlite", "batch": 20, "max-active": "none",
       "activation-period": "5s", "hold-duration": 90, "demo": {"crowd": 300, "arrivals": "wave", "seed": "9"}}
      """)
    #expect(all.value(of: .language) == Language.korean)
    #expect(all.value(of: .ascii) == true)
    #expect(all.value(of: .mouse) == false)
    #expect(all.value(of: .store) == "/tmp/x.sqlite")
    #expect(all.value(of: .demoCrowd) == Int64(300))
    #expect(all.value(of: .demoSeed) == UInt64(9))
    #expect(all.value(of: .demoHall, as: DemoOptions.Hall.self) == nil)
    let policy = try PolicyOptions.parse([]).policy(over: Policy(), all, .english)
    #expect(
      policy
        == .with {
          $0.batch = 20
          $0.activationPeriod = .seconds(5)
          $0.holdDuration = .seconds(90)
        })
  }

  @Test func `the environment is stronger than the file, and an option than both`() throws {
    let both = try settings(#"{"batch": 20, "idle-limit": "1m"}"#, ["BOXOFFICE_BATCH": "30"])
    #expect(both.value(of: .batch) == Int64(30))
    #expect(both.place(of: .batch) == "BOXOFFICE_BATCH")
    #expect(both.place(of: .idleLimit) == "\(file): idle-limit")
    #expect(both.place(of: .maxHolds) == "--max-holds")
    let policy = try PolicyOptions.parse(["--batch", "40"]).policy(over: Policy(), both, .english)
    #expect(policy.batch == 40 && policy.idleLimit == .minutes(1))
    let recipe = try DemoOptions.parse(["--speed", "9"]).recipe(
      settings(#"{"demo": {"speed": 7, "crowd": 5}}"#), policy: policy, .english)
    #expect(recipe.rate == 9000 && recipe.plan.size == 5 && recipe.policy == policy)
  }

  @Test func `nothing is set by a file that is not there`() throws {
    let none = try Settings.none()
    #expect(none.value(of: .batch, as: Int64.self) == nil)
    #expect(try PolicyOptions.parse([]).policy(over: Policy(), none, .english) == Policy())
  }

  @Test(
    arguments: [
      (#"{"batch": "many"}"#, "batch: must be a whole number."), (#"{"batch": 2.5}"#, "batch: must be a whole number."),
      (#"{"batch": true}"#, "batch: must be a whole number."),
      (#"{"batch": null}"#, "batch: must be a text, a number, or true or false."),
      (#"{"batch": [1]}"#, "batch: must be a text, a number, or true or false."),
      (#"{"language": "fr"}"#, "language: must be one of ko, en."),
      (#"{"mouse": "yes"}"#, "mouse: must be true or false."), (#"{"store": ""}"#, "store: must be a text"),
      (#"{"demo": {"hall": "garden"}}"#, "demo.hall: must be one of club, theatre, arena, stadium."),
      (#"{"bach": 3}"#, "there is no setting “bach”;"), (#"{"demo": {"batch": 3}}"#, "no setting “demo.batch”;"),
      (#"{"policy": {"batch": 3}}"#, "no setting “policy”;"), ("[]", "must be an object {…}."),
      ("{\"batch\": 3", "line 1, column 12: the file breaks off here"), ("", "the file is empty."),
    ])
  func `a wrong value is one sentence with its place`(_ text: String, _ sentence: String) throws {
    let said = try #require(refusal(text))
    #expect(said.hasPrefix("\(file): "))
    #expect(said.contains(sentence))
    #expect(said.hasSuffix(".") || said.hasSuffix(")."))
  }

  @Test func `a wrong variable is named, and one that is not ours is passed over`() throws {
    #expect(
      refusal("{}", ["BOXOFFICE_IDLE_LIMIT": "soon"])
        == "BOXOFFICE_IDLE_LIMIT: must be a time, such as 500ms, 10s, 5m, 1h or 7d.")
    #expect(refusal("{}", ["BOXOFFICE_PLANS": "/somewhere"]) == nil)
  }
}

@Suite("Settings, as the program takes them")
struct SettingsStoryTests {
  private let stage: Stage

  init() throws {
    stage = try Stage()
    try FileManager.default.createDirectory(
      atPath: stage.folder + "/.config/boxoffice", withIntermediateDirectories: true)
  }

  private func configure(_ text: String) throws {
    try text.write(toFile: stage.folder + "/.config/boxoffice/config.json", atomically: true, encoding: .utf8)
  }

  private func play(
    _ script: String, _ arguments: [String] = [], _ environment: [String: String] = [:]
  ) async throws -> Stage.Outcome {
    try script.write(toFile: stage.folder + "/a.script", atomically: true, encoding: .utf8)
    return try await stage.run(["--script", "a.script"] + arguments, environment: environment)
  }

  @Test func `fill a new store, and count for nothing on one that exists`() async throws {
    try configure(#"{"language": "en", "batch": 7, "store": "\#(stage.store)"}"#)
    let new = try await play("press p\nexpect \"people per admission\"\nexpect \" 7\"\npress Esc q")
    #expect(new.end == .exited(0), "\(new.errors)")
    try configure(#"{"language": "ko", "batch": 9, "store": "\#(stage.store)"}"#)
    let old = try await play("press p\nexpect \"한 번에 입장\"\nexpect \" 7\"\npress Esc q")
    #expect(old.end == .exited(0), "\(old.errors)")
    let option = try await play("press q", ["--batch", "9", "--language", "en"])
    #expect(option.end == .exited(1))
    #expect(option.errors.contains("is set to 7"))
    let both = try await play(
      "expect \"Sign in\"\npress q", [], ["BOXOFFICE_LANGUAGE": "en"])
    #expect(both.end == .exited(0), "\(both.errors)")
  }

  @Test func `fill the show of a demonstration`() async throws {
    try configure(#"{"language": "en", "ascii": true, "demo": {"crowd": 10, "speed": 30, "hall": "club"}}"#)
    let script = "press d\nexpect \"x30\"\nexpect \"/10\"\nexpect \"/400\"\nsave end"
    try script.write(toFile: stage.folder + "/a.script", atomically: true, encoding: .utf8)
    let show = try await stage.run(
      ["demo", "--script", "a.script"], environment: ["XDG_RUNTIME_DIR": stage.folder])
    #expect(show.end == .exited(0), "\(show.errors)")
  }

  @Test(
    arguments: [
      (#"{"batch": -1}"#, [:], [], "FILE: batch: must lie between 0 and 1,000,000."),
      (#"{"batch": -1}"#, ["BOXOFFICE_BATCH": "-2"], [], "BOXOFFICE_BATCH: must lie between 0 and 1,000,000."),
      ("{}", ["BOXOFFICE_BATCH": "-2"], ["--batch=-3"], "--batch: must lie between 0 and 1,000,000."),
      (
        #"{"idle-limit": "20m"}"#, ["BOXOFFICE_TOKEN_LIFETIME": "15m"], [],
        "FILE: idle-limit: must be shorter than the token's lifetime (BOXOFFICE_TOKEN_LIFETIME)."
      ),
    ] as [(String, [String: String], [String], String)])
  func `a policy that cannot be names where it was set`(
    _ file: String, _ variables: [String: String], _ options: [String], _ sentence: String
  ) async throws {
    try configure(file)
    let outcome = try await stage.run(
      ["demo"] + options + ["--language", "en"], environment: variables)
    let path = "\(stage.folder)/.config/boxoffice/config.json"
    #expect(outcome.errors == "boxoffice: \(sentence.replacing("FILE", with: path))\n")
    #expect(outcome.end == .exited(1))
  }

  @Test func `count for nothing where a store exists, whatever they are`() async throws {
    try stage.furnish(Quick.house)
    try configure(#"{"idle-limit": "20m"}"#)
    let sample = try await stage.run(["sample", "--store", stage.store, "--language", "en"])
    #expect(sample.end == .exited(0), "\(sample.errors)")
  }

  @Test func `a wrong one stops every command with one sentence, and nothing is made`() async throws {
    try configure(#"{"bach": 3}"#)
    for command in [["sample"], ["check", "x"], ["import-plan", "x"], ["demo"], []] {
      let outcome = try await stage.run(command + ["--language", "en"])
      // To `check`, 1 would mean that a store is broken.
      #expect(outcome.end == .exited(command.first == "check" ? 2 : 1))
      #expect(
        outcome.errors.hasPrefix(
          "boxoffice: \(stage.folder)/.config/boxoffice/config.json: there is no setting “bach”;"))
      #expect(outcome.errors.split(separator: "\n").count == 1)
    }
    #expect(try stage.files() == [".config"])
  }
}
