internal import Foundation
internal import TestSupport
internal import Testing
internal import Wording

/// The store's file as the program finds, makes or refuses it.
@Suite(.serialized)
struct StoreStoryTests {
  @Test func `comes up in six terminals that make one missing store at once`() async throws {
    let stage = try Stage()
    let terminals = try (0..<6).map { _ in try Pty(stage, ["--language", "en"] + Quick.door) }
    for terminal in terminals { try await terminal.wait(for: "Sign in") }
    for terminal in terminals {
      try await terminal.settle()
      terminal.write("q")
      #expect(try await terminal.end() == .exited(0))
    }
    #expect(try stage.files().filter { $0.hasPrefix(".") } == [])
    #expect(
      try stage.files().filter { $0.hasPrefix("store") }.allSatisfy {
        ["", "-wal", "-shm"].map { "store.sqlite\($0)" }.contains($0)
      })
    #expect(try await stage.check().end == .exited(0))
  }

  @Test(arguments: [":memory:", "file:house.db?mode=memory", "집.db"])
  func `takes every name for the name of a file`(_ name: String) async throws {
    let stage = try Stage()
    let outcome = try await stage.run(["sample", "--store=\(name)", "--language", "en"])
    #expect(outcome.end == .exited(0), "\(outcome.errors)")
    #expect(try stage.files() == [name])
    let doubled = try await stage.run(["check", "/\(stage.folder)/./\(name)", "--language", "en"])
    #expect(doubled.end == .exited(0), "\(doubled.errors)")
  }

  @Test func `keeps the default store and the log in the user's folders`() async throws {
    let stage = try Stage()
    let terminal = try Pty(stage, ["--language", "en"] + Quick.door, store: nil)
    try await terminal.wait(for: "Sign in")
    try await terminal.settle()
    terminal.write("q")
    #expect(try await terminal.end() == .exited(0))
    #expect(try stage.files(in: "data/boxoffice").contains("boxoffice.sqlite"))
    #expect(try stage.files(in: "state/boxoffice") == ["boxoffice.log"])
    let attributes = try FileManager.default.attributesOfItem(atPath: stage.folder + "/data/boxoffice/boxoffice.sqlite")
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func `leaves no file when everything is kept in memory`() async throws {
    let stage = try Stage()
    let terminal = try Pty(stage, ["--memory", "--language", "en"], store: nil)
    try await terminal.wait(for: "Sign in")
    try await terminal.settle()
    terminal.write("q")
    #expect(try await terminal.end() == .exited(0))
    #expect(try stage.files() == ["state"])
  }

  /// A store of ours under another program's number, so that only that tells them apart.
  private func anotherProgramsDatabase(_ stage: Stage) throws -> Data {
    try stage.furnish()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: stage.store))
    bytes.replaceSubrange(68..<72, with: [0, 0, 0, 42])
    try bytes.write(to: URL(fileURLWithPath: stage.store))
    return bytes
  }

  @Test func `refuses another program's database and leaves it byte for byte`() async throws {
    let stage = try Stage()
    let bytes = try anotherProgramsDatabase(stage)
    let files = try stage.files()
    let message = try await stage.refusal(["--language", "en"])
    #expect(message == "boxoffice: \(stage.store): the database of another program; it was left as it is.")
    #expect(try Data(contentsOf: URL(fileURLWithPath: stage.store)) == bytes)
    #expect(try stage.files().filter { $0.hasPrefix("store") } == files.filter { $0.hasPrefix("store") })
  }

  @Test func `refuses a file that is no database and leaves it byte for byte`() async throws {
    let stage = try Stage()
    try Data("shopping list".utf8).write(to: URL(fileURLWithPath: stage.store))
    let message = try await stage.refusal(["--language", "en"])
    #expect(message == "boxoffice: \(stage.store): not a boxoffice store (not an SQLite file); it was left as it is.")
    #expect(try Data(contentsOf: URL(fileURLWithPath: stage.store)) == Data("shopping list".utf8))
    #expect(try stage.files().filter { $0.hasPrefix("store") } == ["store.sqlite"])
  }

  @Test func `refuses a store in a missing directory`() async throws {
    let stage = try Stage()
    let terminal = try Pty(stage, ["--language", "en"], store: stage.folder + "/none/store.sqlite")
    #expect(try await terminal.end() == .exited(1))
    #expect(terminal.text() == "boxoffice: \(stage.folder)/none: there is no such directory; make it first.\r\n")
  }

  @Test func `refuses options that differ from the policy in force and takes those that agree`() async throws {
    let stage = try Stage(with: [])
    let message = try await stage.refusal(["--language", "en", "--batch", "7"])
    #expect(message.hasPrefix("boxoffice: this store's people per admission is set to 50"))
    let terminal = try Pty(stage, ["--language", "en", "--batch", "50", "--hold-duration", "5m"])
    try await terminal.wait(for: "Sign in")
  }

  @Test func `refuses an idle limit that is not below the lifetime`() async throws {
    let stage = try Stage()
    let message = try await stage.refusal(["--language", "en", "--idle-limit", "10m", "--token-lifetime", "10m"])
    #expect(message.hasPrefix("boxoffice: "))
    #expect(try !stage.files().contains("store.sqlite"))
  }
}

extension Stage {
  /// The one sentence with which the program refuses to come up on the stage's store.
  func refusal(_ arguments: [String], status: Int32 = 1) async throws -> String {
    let terminal = try Pty(self, arguments)
    let end = try await terminal.end()
    let lines = terminal.text().split(separator: "\r\n", omittingEmptySubsequences: false)
    guard end == .exited(status), lines.count == 2, lines[1].isEmpty else {
      throw Stuck(description: "no refusal: \(end) \(terminal.text().debugDescription)")
    }
    return String(lines[0])
  }
}
