internal import Foundation
internal import TestSupport
internal import Testing

/// A recording may come from anybody.
@Suite("A recording that somebody hands over")
struct ReplaySafetyTests {
  private let stage: Stage

  init() throws { stage = try Stage() }

  private func replay(_ text: String, _ options: [String] = []) async throws -> Stage.Outcome {
    try text.write(toFile: stage.folder + "/handed.recording", atomically: true, encoding: .utf8)
    return try await stage.run(
      ["replay", "handed.recording", "--headless"] + options,
      environment: ["XDG_RUNTIME_DIR": stage.folder, "XDG_STATE_HOME": "/dev/null/none"])
  }

  private static let head = "demo --crowd 5 --hall club\n"

  @Test func `writes nothing, and below the folder for screens only what is new there`() async throws {
    try "mine".write(toFile: stage.folder + "/NOTES.txt", atomically: true, encoding: .utf8)
    let text = Self.head + "at 5ms size 80 24\nsave NOTES\nsave other\npress I e t e\n"
    #expect(try await replay(text).errors.hasSuffix("nothing is compared.\n"))
    #expect(try stage.files() == ["NOTES.txt", "handed.recording"])
    try FileManager.default.createDirectory(atPath: stage.folder + "/frames", withIntermediateDirectories: false)
    #expect(try await replay(text, ["--frames", "frames"]).errors.hasSuffix("nothing is compared.\n"))
    #expect(try stage.files(in: "frames") == ["NOTES.txt", "other.txt"])
    let again = try await replay(text, ["--frames", "frames"])
    #expect(again.end == .exited(1))
    #expect(again.errors.contains(":3: NOTES.txt cannot be saved (File exists)."))
    #expect(try String(contentsOfFile: stage.folder + "/NOTES.txt", encoding: .utf8) == "mine")
    #expect(try stage.files() == ["NOTES.txt", "frames", "handed.recording"])
  }

  @Test(arguments: [
    "--frames frames", "--store a.sqlite", "--record b", "--script c", "--tour", "--help", "--frames=..", "--headless",
  ])
  func `says nothing about files and what is played`(_ options: String) async throws {
    let outcome = try await replay("demo \(options)\nat 5ms press j\n")
    #expect(outcome.end == .exited(1))
    #expect(outcome.output == "")
    #expect(try stage.files() == ["handed.recording"])
  }

  @Test(arguments: [
    "../out", "/tmp/out", ".hidden", "a/b", "..", "a.b", "a\u{1B}", "a\u{202E}b", String(repeating: "x", count: 101),
    "",
  ])
  func `names no screen that would lie elsewhere`(_ name: String) async throws {
    let outcome = try await replay(Self.head + "save \(name)\n", ["--frames", "."])
    #expect(outcome.end == .exited(1))
    #expect(outcome.errors.contains("handed.recording:2: "), "\(outcome.errors)")
    #expect(try stage.files() == ["handed.recording"])
  }

  @Test func `is told as another version's before anything is compared or refused`() async throws {
    for (head, version) in [("version 9.8.7\n", "9.8.7"), ("", "0.1.0 or older")] {
      let outcome = try await replay(head + "demo --crowd 5\nat 5ms press j\n")
      let first = outcome.errors.split(separator: "\n").first ?? ""
      #expect(first.contains("recorded by another version, \(version);"), "\(outcome.errors)")
      #expect(outcome.end == .exited(1))
    }
    for text in ["demo --crowd 5\nat 5ms levitate\n", "demo --teleport\n"] {
      let refused = try await replay("version 9.8.7\n" + text)
      #expect(refused.errors.split(separator: "\n").count == 1, "\(refused.errors)")
      #expect(refused.errors.contains("recorded by another version, 9.8.7;"), "\(refused.errors)")
    }
    let version = try await stage.run(["--version"]).output.trimmingCharacters(in: .whitespacesAndNewlines)
    let own = try await replay("version \(version)\n\(Self.head)at 5ms press j\n")
    #expect(own.errors.split(separator: "\n").count == 1)
    #expect(own.errors.contains("nothing is compared"))
  }

  @Test func `may begin with a byte order mark, and in UTF-16 is refused as that`() async throws {
    #expect(try await replay("\u{FEFF}\(Self.head)at 5ms press j\n").errors.contains("nothing is compared"))
    try Data([0xFF, 0xFE, 0x64, 0x00]).write(to: URL(fileURLWithPath: stage.folder + "/wide.recording"))
    let wide = try await stage.run(["replay", "wide.recording"])
    #expect(wide.errors == "boxoffice: wide.recording: this is UTF-16 text; save the file as UTF-8.\n")
  }
}
