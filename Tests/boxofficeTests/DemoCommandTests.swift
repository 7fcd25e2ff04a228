internal import ArgumentParser
internal import Foundation
internal import TestSupport
internal import Testing
internal import Wording

@testable import boxoffice

@Suite("boxoffice demo, as it is called")
struct DemoCommandTests {
  /// The sentence that refuses some options.
  private func refusal(_ arguments: [String]) -> String? {
    do {
      _ = try DemoCommand.parse(arguments)
      return nil
    } catch {
      return DemoCommand.message(for: error)
    }
  }

  @Test(arguments: [
    (["--crowd=-5"], "--crowd: must lie between 0 and 100,000."),
    (["--crowd", "100001"], "--crowd: must lie between 0 and 100,000."),
    (["--speed", "0"], "--speed: must lie between 1 and 3,600."),
    (["--speed", "3601"], "--speed: must lie between 1 and 3,600."),
    (["--span", "999ms"], "--span: must lie between 1s and 24h."),
    (["--span", "25h"], "--span: must lie between 1s and 24h."),
  ])
  func `says in a sentence between what a figure must lie`(_ arguments: [String], _ sentence: String) async throws {
    let stage = try Stage()
    let outcome = try await stage.run(["demo", "--language", "en"] + arguments)
    #expect(outcome.end == .exited(1))
    #expect(outcome.errors == "boxoffice: \(sentence)\n")
    #expect(try stage.files() == [])
  }

  @Test(arguments: [
    ["--crowd", "0"], ["--crowd", "100000"], ["--speed", "3600"], ["--span", "24h"],
    ["--arrivals", "wave"], ["--hall", "stadium"], ["--seed", "0"], ["--panel", "--ascii", "--no-mouse"], [],
  ])
  func `takes what lies within`(_ arguments: [String]) {
    #expect(refusal(arguments) == nil)
  }

  @Test(arguments: [
    ["--crowd", "many"], ["--arrivals", "trickle"], ["--hall", "garden"], ["--seed=-1"], ["--span", "soon"],
    ["--speed", "1.5"],
  ])
  func `refuses what is none of its words`(_ arguments: [String]) {
    #expect(refusal(arguments)?.contains(arguments[0].split(separator: "=")[0]) == true)
  }

  @Test func `needs a terminal`() async throws {
    let stage = try Stage()
    let outcome = try await stage.run(["demo", "--language", "en"], environment: ["XDG_RUNTIME_DIR": stage.folder])
    #expect(outcome.end == .exited(2))
    #expect(outcome.errors.hasPrefix("boxoffice: this is not a terminal;"))
    #expect(try stage.files() == [])
  }

  @Test(arguments: [
    ("en", "exists; a show begins in a new file. To join it: boxoffice --store"), ("ko", "이미 있는 파일입니다."),
  ])
  func `begins in a new file only, and leaves another as it was`(_ language: String, _ sentence: String) async throws {
    let stage = try Stage()
    try Data("shopping list".utf8).write(to: URL(fileURLWithPath: stage.store))
    let terminal = try Pty(stage, ["demo", "--store", stage.store, "--language", language], store: nil)
    #expect(try await terminal.end() == .exited(1))
    #expect(terminal.text().hasPrefix("boxoffice: \(stage.store)"))
    #expect(terminal.text().contains(sentence))
    #expect(try Data(contentsOf: URL(fileURLWithPath: stage.store)) == Data("shopping list".utf8))
    #expect(try stage.files() == ["store.sqlite"])
  }

  @Test func `refuses a policy that cannot be before it makes a file`() async throws {
    let stage = try Stage()
    let arguments = ["demo", "--store", stage.store, "--language", "en", "--idle-limit", "10m"]
    let terminal = try Pty(stage, arguments, store: nil)
    #expect(try await terminal.end() == .exited(1))
    #expect(terminal.text().hasPrefix("boxoffice: "))
    #expect(try stage.files() == [])
  }

  @Test func `says that there is no such directory`() async throws {
    let stage = try Stage()
    let terminal = try Pty(
      stage, ["demo", "--store", stage.folder + "/none/show.sqlite", "--language", "en"], store: nil)
    #expect(try await terminal.end() == .exited(1))
    #expect(terminal.text() == "boxoffice: \(stage.folder)/none: there is no such directory; make it first.\r\n")
  }
}

@Suite("boxoffice demo, on screen", .serialized, Tmux.condition)
struct DemoStoryTests {
  private let stage: Stage

  init() throws { stage = try Stage() }

  /// A show with a small crowd whose door stays closed, so that everybody stays where they are.
  private func demo(_ arguments: [String]) async throws -> Tmux {
    try await Tmux(
      stage, ["demo", "--crowd", "60", "--activation-period", "1h"] + arguments, store: nil,
      environment: ["XDG_RUNTIME_DIR": stage.folder])
  }

  /// The files that a show without a name keeps.
  private func shows() throws -> [String] { try stage.files().filter { $0.hasPrefix("boxoffice-demo-") } }

  @Test func `begins in the middle of the line, shows the panel, and leaves nothing behind`() async throws {
    let terminal = try await demo(["--language", "en"])
    let room = try await terminal.wait(for: "Waiting room", "나 (You)", "×5", "d opens the control panel,")
    #expect(room.has("waiting #"))
    #expect(try !shows().isEmpty)
    try await terminal.press("d")
    try await terminal.wait(for: "Control panel", "In line", "yet to arrive", "/60")
    try await terminal.press("Space")
    try await terminal.wait(for: "paused", "Space go on")
    try await terminal.press("q")
    #expect(try await terminal.end() == 0)
    #expect(try shows() == [])
    #expect(try !stage.files().contains("data"), "the user's own store is not touched")
  }

  @Test func `the crowd acts by itself, and a called one as well`() async throws {
    let terminal = try await demo(["--language", "ko", "--panel", "--speed", "30", "--span", "2m"])
    try await terminal.wait(for: "진행판", "×30", "대기 인원")
    try await terminal.wait(for: "올 관객 0/60")
    try await terminal.press("a")
    try await terminal.wait(for: "관객 100명이 옵니다.", "/160")
    try await terminal.press("x")
    try await terminal.wait(for: "관객을 모두 돌려보낼까요?")
    try await terminal.press("y")
    try await terminal.wait("the crowd has gone") { !$0.has("올 관객") && $0.has("관객을 돌려보냈습니다.") }
    try await terminal.press("q")
    #expect(try await terminal.end() == 0)
    #expect(try shows() == [])
  }

  @Test func `starts again with the same person in the middle of the line`() async throws {
    let terminal = try await demo(["--language", "en", "--panel", "--speed", "1"])
    try await terminal.wait(title: "Control panel")
    try await terminal.press(">")
    try await terminal.wait("a batch has gone in") { $0.admitted > 0 }
    try await terminal.press("R")
    try await terminal.wait(for: "Start the show again?")
    try await terminal.press("y")
    let panel = try await terminal.wait(for: "The show has started again.", "Control panel", "나 (You)", "waiting #")
    #expect(panel.admitted == 0)
    try await terminal.press("q")
    #expect(try await terminal.end() == 0)
    #expect(try shows() == [])
  }

  @Test func `keeps a show in a file that another terminal joins and directs`() async throws {
    let first = try await demo(["--language", "en", "--speed", "7", "--store", stage.store])
    try await first.wait(for: "Waiting room", "×7")
    let second = try await Tmux(stage, ["--language", "en"])
    try await second.wait(for: "Sign in", "×7", "나 (You)")
    try await second.press("d")
    try await second.wait(for: "Control panel", "In line")
    try await second.press("+")
    try await second.wait(for: "×10")
    try await first.wait(for: "Waiting room", "×10")
    try await second.press("a")
    try await second.wait(for: "Only at the terminal that opened the show.")
    try await second.press("Space")
    try await second.wait(for: "paused")
    try await first.wait(for: "Waiting room", "paused")
    for terminal in [second, first] {
      try await terminal.press("q")
      #expect(try await terminal.end() == 0)
    }
    #expect(try stage.files().contains("store.sqlite"))
    #expect(try shows() == [])
    #expect(try await stage.check().end == .exited(0))
    let again = try await demo(["--language", "en", "--store", stage.store])
    try await again.wait(for: "a show begins in a new file", "ended with 1")
  }
}

extension Picture {
  /// What the control panel's chart of admissions counts.
  fileprivate var admitted: Int {
    lines.first { $0.contains("Admitted") }?.split(separator: " ").last.flatMap { Int($0) } ?? 0
  }
}
