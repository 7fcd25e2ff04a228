internal import Foundation
internal import TestSupport
internal import Testing

/// What people and files can give, at its worst: each gets one sentence, and no control character comes through.
@Suite(.serialized)
struct HostileInputTests {
  /// An escape sequence, a bell, a right-to-left mark and a zero-width space.
  static let hostile = "a\u{1B}[31mb\u{07}\u{202E}c\u{200B}d"

  private func expectOneCleanSentence(_ outcome: Stage.Outcome, _ what: String) {
    let text = outcome.output + outcome.errors
    #expect(outcome.errors.split(separator: "\n").count <= 1, "\(what): \(outcome.errors)")
    #expect(outcome.errors.utf8.count < 4500, "\(what): \(outcome.errors.prefix(200))")
    let wild = text.unicodeScalars.filter {
      ($0.properties.generalCategory == .control && $0 != "\n") || $0.properties.generalCategory == .format
    }
    #expect(wild.isEmpty, "\(what): \(text.debugDescription)")
    guard case .exited = outcome.end else {
      Issue.record("\(what): \(outcome.end)")
      return
    }
  }

  @Test(
    arguments: [
      "--batch", "--max-active", "--max-charge", "--activation-period", "--language", "--store", "--script", "--frames",
      "--no-such-option", "--hold-duration",
    ])
  func `an option's value`(option: String) async throws {
    let stage = try Stage()
    for value in [Self.hostile, String(repeating: "x", count: 100_000), "", "-9223372036854775809"] {
      let outcome = try await stage.run([option, value, "--headless", "--script", stage.folder + "/none"])
      #expect(outcome.end != .exited(0))
      expectOneCleanSentence(outcome, "\(option) \(value.prefix(30).debugDescription)")
    }
    #expect(try stage.files() == [], "nothing is left behind")
  }

  @Test func `arguments of every command`() async throws {
    let stage = try Stage()
    for words in [
      ["check"], ["check", Self.hostile], ["check", "a", Self.hostile], ["sample", Self.hostile], [Self.hostile],
      ["import-plan", Self.hostile], ["import-plan", "x", "--price", Self.hostile], ["demo", "--crowd", Self.hostile],
      ["demo", "--hall", Self.hostile], ["demo", "--seed", "9223372036854775808"], ["check", ""],
    ] {
      let outcome = try await stage.run(words)
      #expect(outcome.end != .exited(0), "\(words)")
      expectOneCleanSentence(outcome, "\(words)")
    }
  }

  @Test func `environment variables and the configuration file`() async throws {
    let stage = try Stage(with: [])
    for value in [Self.hostile, String(repeating: "9", count: 50_000)] {
      let outcome = try await stage.run(["check", stage.store], environment: ["BOXOFFICE_LANGUAGE": value])
      #expect(outcome.end == .exited(2))
      expectOneCleanSentence(outcome, "BOXOFFICE_LANGUAGE")
    }
    let folder = stage.folder + "/config/boxoffice"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let configured: [String: String?] = ["XDG_CONFIG_HOME": stage.folder + "/config"]
    for text in [
      "{\"language\": \"a\\u001b[31mb\"}", "{\"\\u001b[2J\": 1}", "{", "[]", "\u{FEFF}[]",
      "{\"policy\": {\"batch\": 1e400}}",
      "{\"store\": \"\(String(repeating: "x", count: 500_000))\"}", "{\"language\": 1",
      String(repeating: "[", count: 100_000),
    ] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/config.json"))
      let outcome = try await stage.run(["sample"], environment: configured)
      #expect(outcome.end != .exited(0), "\(text.prefix(30))")
      expectOneCleanSentence(outcome, "\(text.prefix(40).debugDescription)")
    }
    try Data([0xFF, 0xFE, 0x00]).write(to: URL(fileURLWithPath: folder + "/config.json"))
    expectOneCleanSentence(try await stage.run(["sample"], environment: configured), "no UTF-8")
    unlink(folder + "/config.json")
    mkfifo(folder + "/config.json", 0o600)
    let outcome = try await stage.run(["sample"], environment: configured)
    #expect(outcome.errors.contains("pipe"))
  }

  @Test func `scripts, and their names`() async throws {
    let stage = try Stage(with: [])
    let name = stage.folder + "/" + Self.hostile + ".script"
    let options = ["--store", stage.store, "--headless", "--language", "en", "--script", name]
    for text in [
      "rest 1ms", "press \(Self.hostile)", "wait \(Self.hostile)", "\(Self.hostile)", "expect \"\(Self.hostile)\"",
      "save \(Self.hostile)", "size 99999999999999999999 5", "wait 9223372036854775807h",
      "press \(String(repeating: "x", count: 900_000))",
      "expect \"\(String(repeating: "y", count: 900_000))\"", "caption \"\(Self.hostile)\"", "\u{0}", "type \"",
    ] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: name))
      let outcome = try await stage.run(options)
      #expect(outcome.end == .exited(text == "rest 1ms" ? 0 : 1), "\(text.prefix(30))")
      let first = Stage.Outcome(
        end: outcome.end, output: outcome.output,
        errors: outcome.errors.split(separator: "\n").first.map(String.init) ?? "")
      expectOneCleanSentence(first, "\(text.prefix(40).debugDescription)")
    }
    try Data([0xC3, 0x28]).write(to: URL(fileURLWithPath: name))
    expectOneCleanSentence(try await stage.run(options), "no UTF-8")
  }

  @Test func `a report that cannot be written is not passed over`() async throws {
    let stage = try Stage(with: [])
    let outcome = try await stage.run(
      ["-c", "'\(Stage.program)' check '\(stage.store)' >/dev/full"], program: "bash")
    #expect(outcome.end == .exited(2))
    #expect(outcome.errors.contains("No space left"))
  }

  @Test func `a limit on the size of files is a full disk, and leaves no half of a store`() async throws {
    let stage = try Stage()
    let outcome = try await stage.run(
      ["-c", "ulimit -f 100; '\(Stage.program)' sample --store '\(stage.store)' --language en"], program: "bash")
    #expect(outcome.end == .exited(1))
    #expect(outcome.errors.contains("The disk is full."))
    #expect(try stage.files() == [])
  }
}
