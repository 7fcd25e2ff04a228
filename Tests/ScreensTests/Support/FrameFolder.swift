import Canvas
import Foundation
import Testing

/// Pictures kept in files beside the tests, which are compared letter for letter and style for style.
struct FrameFolder {
  /// Whether what is compared is written anew, by BOXOFFICE_RECORD=1.
  static let isRecording = ProcessInfo.processInfo.environment["BOXOFFICE_RECORD"] == "1"

  let folder: URL

  /// A folder beside the tests' own.
  init(_ name: String) {
    folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: name)
  }

  func compare(_ grid: Grid, with name: String) throws {
    let file = folder.appending(path: "\(name).txt")
    let actual = FrameText(grid).text
    if Self.isRecording { try Data(actual.utf8).write(to: file) }
    let expected = try #require(
      try? String(contentsOf: file, encoding: .utf8), "\(folder.lastPathComponent)/\(name).txt is missing")
    guard actual != expected else { return }
    let lines = zip(actual.split(separator: "\n"), expected.split(separator: "\n")).enumerated()
    let difference = lines.first { $1.0 != $1.1 }.map { "line \($0 + 1) is\n\($1.0)\nand was\n\($1.1)" }
    Issue.record("\(name) looks otherwise: \(difference ?? "it has another length")")
  }
}
