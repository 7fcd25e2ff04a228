internal import ArgumentParser
internal import Foundation
internal import TestSupport
internal import Testing

@testable import boxoffice

@Suite("boxoffice --script, without a terminal")
struct ScriptOptionsTests {
  private let stage: Stage

  init() throws { stage = try Stage() }

  private func write(_ text: String) throws -> String {
    let file = stage.folder + "/show.script"
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    return file
  }

  private func play(_ text: String, _ arguments: [String] = []) async throws -> Stage.Outcome {
    try await stage.run(
      ["demo", "--crowd", "20", "--hall", "club", "--script", write(text), "--language", "en"] + arguments,
      environment: ["XDG_RUNTIME_DIR": stage.folder])
  }

  @Test func `plays a show in less time than it takes, saves the screens, and leaves nothing else behind`() async throws
  {
    let outcome = try await play(
      "size 100 30\nexpect \"Waiting room\"\nsave line\nwait 1h\nsave later", ["--speed", "1"])
    #expect(outcome.end == .exited(0))
    #expect(outcome.output == "\(stage.folder)/show.script: played to its end; expectations met: 1.\n")
    #expect(outcome.errors == "")
    let line = try String(contentsOfFile: stage.folder + "/line.txt", encoding: .utf8)
    #expect(line.contains("20:01:00 ×1"))
    #expect(line.split(separator: "\n", omittingEmptySubsequences: false).count == 31)
    #expect(try String(contentsOfFile: stage.folder + "/later.txt", encoding: .utf8).contains("21:01:00 ×1"))
    #expect(try stage.files() == ["later.txt", "line.txt", "show.script", "state"])
  }

  @Test func `gives the same screens to the letter, and others for another seed`() async throws {
    let script = "press d\nwait 3m\nsave panel"
    var panels: [String] = []
    for seed in ["7", "7", "8"] {
      #expect(try await play(script, ["--seed", seed]).end == .exited(0))
      panels.append(try String(contentsOfFile: stage.folder + "/panel.txt", encoding: .utf8))
      try FileManager.default.removeItem(atPath: stage.folder + "/panel.txt")
    }
    #expect(panels[0] == panels[1])
    #expect(panels[0] != panels[2])
  }

  @Test func `ends with 1 at the first expectation that is not met, with its line and the screen`() async throws {
    let outcome = try await play("# first\nrest 1s\nexpect \"no such thing\"\nsave never")
    #expect(outcome.end == .exited(1))
    #expect(outcome.output == "")
    let said = outcome.errors.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(said[26] == "boxoffice: \(stage.folder)/show.script:3: the screen does not show “no such thing”.")
    #expect(said[0] == String(repeating: "-", count: 80))
    #expect(said[1].hasPrefix(" boxoffice · Waiting room"))
    #expect(said.count == 28)
    #expect(try !stage.files().contains("never.txt"))
  }

  @Test func `puts the screens where it is told to, and says when that cannot be`() async throws {
    try FileManager.default.createDirectory(atPath: stage.folder + "/frames", withIntermediateDirectories: false)
    #expect(try await play("save a", ["--frames", "frames"]).end == .exited(0))
    #expect(try stage.files(in: "frames") == ["a.txt"])
    let outcome = try await play("save a", ["--frames", "none"])
    #expect(outcome.end == .exited(1))
    #expect(outcome.errors == "boxoffice: --frames: none: No such file or directory.\n")
  }

  @Test func `says what is wrong with a script before anything is made`() async throws {
    let outcome = try await play("press j\npres k")
    #expect(outcome.end == .exited(1))
    #expect(outcome.errors.hasPrefix("boxoffice: \(stage.folder)/show.script:2: there is no step “pres” ("))
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(try stage.files() == ["show.script"])
    let missing = try await stage.run(["--script", "none.script", "--language", "en"])
    #expect(missing.errors == "boxoffice: none.script: there is no such file.\n")
    #expect(try stage.files() == ["show.script"])
  }

  @Test func `plays on a real store in real time`() async throws {
    let file = try write(
      """
      press Enter
      expect "공연" "Concerts"
      press j Enter
      until "활성 #" "active #" 20s
      press Enter Space Enter
      expect "1 held"
      press q
      """)
    let outcome = try await stage.run(
      ["--store", stage.store, "--script", file, "--language", "en"] + Quick.door)
    #expect(outcome.end == .exited(0), "\(outcome.errors)")
    let check = try await stage.check()
    #expect(check.end == .exited(0), "\(check.output)")
  }

  @Test func `a show in a file is a store like any other`() async throws {
    #expect(try await play("wait 5m", ["--store", stage.store]).end == .exited(0))
    #expect(try await stage.check().end == .exited(0))
  }

  @Test func `goes without a terminal only with a script`() {
    #expect(throws: (any Error).self) { try DemoCommand.parse(["--headless"]) }
    #expect(throws: (any Error).self) { try OpenCommand.parse(["--headless"]) }
    #expect(throws: (any Error).self) { try OpenCommand.parse(["--frames", "x"]) }
    #expect(throws: Never.self) { try DemoCommand.parse(["--headless", "--script", "x"]) }
    #expect(throws: Never.self) { try DemoCommand.parse(["--headless", "--tour"]) }
    #expect(throws: (any Error).self) { try DemoCommand.parse(["--tour", "--script", "x"]) }
  }

  @Test func `the tour finds everything that it speaks of`() async throws {
    let outcome = try await stage.run(
      ["demo", "--tour", "--headless", "--language", "en"], environment: ["XDG_RUNTIME_DIR": stage.folder])
    #expect(outcome.end == .exited(0), "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("--tour: "))
    #expect(try stage.files() == ["state"])
  }

  /// With fewer people, for it costs as much as the crowd is large.
  @Test func `the tour finds it in Korean too`() async throws {
    try Data(PackageResources.tour_script).write(to: URL(filePath: stage.folder + "/tour.script"))
    let outcome = try await stage.run(
      ["demo", "--script", "tour.script", "--crowd", "150", "--headless", "--language", "ko"],
      environment: ["XDG_RUNTIME_DIR": stage.folder])
    #expect(outcome.end == .exited(0), "\(outcome.errors)")
  }
}

@Suite("boxoffice --script, on screen", .serialized, Tmux.condition)
struct ScriptStoryTests {
  private let stage: Stage

  init() throws { stage = try Stage() }

  private func play(_ text: String, width: Int = 80) async throws -> Tmux {
    let file = stage.folder + "/show.script"
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    return try await Tmux(
      stage, ["demo", "--crowd", "20", "--hall", "club", "--script", file, "--language", "en"] + Quick.closedDoor,
      store: nil, width: width, environment: ["XDG_RUNTIME_DIR": stage.folder])
  }

  @Test func `leaves the keys to the person at its end`() async throws {
    let terminal = try await play("caption \"One.\"\npress d\nrest 100ms")
    let end = try await terminal.wait(for: "The script is over. The keys are yours.", "Control panel")
    #expect(!end.has("One."))
    try await terminal.press("q")
    #expect(try await terminal.end() == 0)
  }

  @Test func `shows its captions, can be stopped, and taken over`() async throws {
    let terminal = try await play("caption \"Wait.\"\nrest 1h")
    try await terminal.wait(for: "Waiting room", " Wait.", "Space pause · Esc take over")
    try await terminal.press("Space")
    try await terminal.wait(for: " paused", "paused · Space go on", " Wait.")
    try await terminal.press("Space")
    try await terminal.wait(for: "×5", "Space pause · Esc take over")
    try await terminal.press("Escape")
    try await terminal.wait("the caption is gone") { $0.has("The keys are yours now.") && !$0.has(" Wait.") }
    try await terminal.press("d")
    try await terminal.wait(title: "Control panel")
    try await terminal.press("q")
    #expect(try await terminal.end() == 0)
  }

  @Test func `says what the keys do when somebody presses one`() async throws {
    let terminal = try await play("rest 1h")
    try await terminal.wait(for: "Waiting room")
    try await terminal.press("d")
    try await terminal.wait(for: "Space pause · Esc take over", "Waiting room")
    try await terminal.press("C-c")
    #expect(try await terminal.end() == 0)
  }

  @Test func `gives the screen back before it says what was not met`() async throws {
    let terminal = try await play("rest 500ms\nexpect \"no such thing\"", width: 160)
    let end = try await terminal.wait(for: "ended with 1")
    #expect(end.has(":2: the screen does not show “no such thing”."))
  }

  @Test func `saves the same screens as without a terminal`() async throws {
    let script = "press d\nwait 20s\ncaption \"Here.\"\nsave panel\npress q"
    let terminal = try await play(script)
    #expect(try await terminal.end() == 0)
    let file = stage.folder + "/panel.txt"
    let watched = try String(contentsOfFile: file, encoding: .utf8)
    try FileManager.default.removeItem(atPath: file)
    let headless = try await stage.run(
      [
        "demo", "--crowd", "20", "--hall", "club", "--script", stage.folder + "/show.script", "--language", "en",
        "--headless",
      ] + Quick.closedDoor, environment: ["XDG_RUNTIME_DIR": stage.folder])
    #expect(headless.end == .exited(0))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == watched)
  }
}
